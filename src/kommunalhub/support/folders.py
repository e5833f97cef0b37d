"""The folders that stand in the section of support beside the tickets."""

from kommunalhub.core.acting import as_builder
from kommunalhub.core.language import in_site_language
from kommunalhub.core.sections import constrain_to
from kommunalhub.core.sections import disown
from kommunalhub.core.tools import site
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.interface import alsoProvides


def ensure_folder_in(section, id_, title, about, marker, layout, addable, adders):
    """Return an internal folder of the section, made if it is missing.

    title, about: messages; addable: its only type; adders: {permission: roles}, nobody else adds.
    """
    if id_ in section.objectIds():
        return section[id_]
    with as_builder(site()):
        folder = createContentInContainer(
            section,
            "Folder",
            checkConstraints=False,  # people add nothing but tickets there
            id=id_,
            title=in_site_language(title),
            description=in_site_language(about),
        )
        folder.setLayout(layout)
        constrain_to(folder, [addable])
        disown(folder)
        alsoProvides(folder, marker)
        for permission, roles in adders.items():
            folder.manage_permission(permission, roles, acquire=0)
        api.content.transition(folder, to_state="internal")
        folder.reindexObject()
    return folder
