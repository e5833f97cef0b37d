"""Let Plone show its pages again once the add-on is gone."""

from plone import api


UNINSTALL = "profile-kommunalhub:uninstall"


def profile_imported(event):
    """Put back the views when the uninstall profile was applied."""
    if event.profile_id == UNINSTALL:
        put_back_views(api.portal.get())


def put_back_views(portal):
    """Forget the views of the site and of folders that Plone alone does not know.

    Their type's default view shows them from then on; views that the office picked stay.
    """
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Folder")
    for obj in (portal, *(brain._unrestrictedGetObject() for brain in brains)):
        picked = vars(obj).get("layout")
        if picked and picked not in obj.getTypeInfo().getAvailableViewMethods(obj):
            del obj.layout
