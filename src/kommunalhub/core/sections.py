"""Section folders of the site: made once, found again ever after."""

from kommunalhub.core.acting import as_builder
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import site
from plone import api
from plone.dexterity.utils import createContentInContainer
from Products.CMFPlone.interfaces.constrains import ISelectableConstrainTypes
from zope.interface import alsoProvides


def ensure_folder(container, id_, title, description="", state="internal", layout="", addable=None):
    """Return the folder `id_` in `container`, made with these values if it was not there.

    A folder that exists is returned untouched: what the hub changed stays changed.
    state: review state to bring a new folder into ("internal", "public" or "draft").
    layout: name of the view that shows it; empty leaves the default of the type.
    addable: portal types that may be added in it; None leaves the default.
    """
    if id_ in container.objectIds():
        return container[id_]
    container.invokeFactory("Folder", id_, title=title, description=description)
    folder = container[id_]
    if layout:
        folder.setLayout(layout)
    if addable is not None:
        constrain_to(folder, addable)
    if state != "draft":
        api.content.transition(folder, to_state=state)
    return folder


def constrain_to(folder, portal_types):
    """Let only `portal_types` be added in the folder, by form, REST and paste alike."""
    constrains = ISelectableConstrainTypes(folder)
    constrains.setConstrainTypesMode(1)
    constrains.setLocallyAllowedTypes(list(portal_types))
    constrains.setImmediatelyAddableTypes(list(portal_types))


def disown(folder):
    """Take the maker's Owner role off a section: it would reach down to every case in it."""
    folder.manage_delLocalRoles([who for who, _roles in folder.get_local_roles()])


def ensure_section(portal, id_, title, about, marker, layout, addable, adders):
    """Return a public section of an offer, made if it is missing.

    title, about: messages, written in the language of the site; addable: its only type; adders:
    {permission: roles} of who adds there, nobody else does.
    """
    if id_ in portal.objectIds():
        return portal[id_]
    with as_builder(portal):
        folder = ensure_folder(
            portal,
            id_,
            in_site_language(title),
            in_site_language(about),
            state="public",
            layout=layout,
            addable=[addable],
        )
        disown(folder)
        alsoProvides(folder, marker)
        for permission, roles in adders.items():
            folder.manage_permission(permission, roles, acquire=0)
        folder.reindexObject()
    return folder


def ensure_folder_in(section, id_, title, about, marker, layout, addable, adders, state="internal"):
    """Return a folder in the section of an offer, made if it is missing.

    People add nothing but the section's own type there, so it stands beside what they add.
    title, about: messages; addable: its only type; adders: {permission: roles}, nobody else adds.
    """
    if id_ in section.objectIds():
        return section[id_]
    with as_builder(site()):
        folder = createContentInContainer(
            section,
            "Folder",
            checkConstraints=False,
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
        api.content.transition(folder, to_state=state)
        folder.reindexObject()
    return folder
