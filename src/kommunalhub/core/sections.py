"""Section folders of the site: made once, found again ever after."""

from plone import api
from Products.CMFPlone.interfaces.constrains import ISelectableConstrainTypes


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
