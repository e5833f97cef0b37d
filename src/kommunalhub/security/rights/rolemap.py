"""What a site really gives: its rolemap, that of each state, of tools and folders."""

from AccessControl.Permission import getPermissionIdentifier
from AccessControl.Permission import getPermissions
from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_base
from kommunalhub.core.offers import offers
from kommunalhub.security.rights import rules


#: Tools whose insides are not walked: cataloged objects, and logs that only who installed reads.
CLOSED = ("portal_catalog", "portal_setup")


def compare(portal):
    """Return all deviations of a site from the lists, sorted."""
    found = [*of_site(portal), *of_states(portal), *of_tools(portal), *of_folders(portal)]
    return sorted(found)


def brought():
    """Return the lists that the offers bring."""
    return [offer.rights for offer in offers() if offer.rights is not None]


def held(obj, permission):
    """Return the roles that hold a permission on an object, with those that count from above."""
    return set(rolesForPermissionOn(permission, obj))


def of_site(portal):
    """Return the deviations of every permission known to Zope, on the site itself."""
    meant = rules.site_grants(brought())
    known = {permission for permission, *_rest in portal.ac_inherited_permissions(1)}
    found = []
    for permission in sorted(known | set(meant)):
        roles = meant[permission].roles if permission in meant else ()
        found += rules.deviations("site", permission, held(portal, permission), roles)
    return found


def of_states(portal):
    """Return the deviations of every state of every workflow of ours."""
    meant = rules.state_grants(brought())
    found = []
    for workflow in portal.portal_workflow.objectValues():
        if workflow.getId() not in used_workflows(portal):
            continue
        lines = meant.get(workflow.getId(), {})
        wanted = rules.meant_in_states(lines, list(workflow.states.objectIds()))
        given = in_states(workflow)
        for state, permission in sorted(wanted.keys() | given.keys()):
            where = f"{workflow.getId()}/{state}"
            roles = given.get((state, permission), set())
            found += rules.deviations(where, permission, roles, wanted.get((state, permission), ()))
    return found


def used_workflows(portal):
    """Return the ids of the workflows that types of the site follow."""
    tool = portal.portal_workflow
    types = portal.portal_types.objectIds()
    return {name for each in types for name in tool.getChainForPortalType(each)}


def in_states(workflow):
    """Return {(state, permission): {role}}; a role "acquired" where those from above count too."""
    found = {}
    for state in workflow.states.objectValues():
        for permission in workflow.permissions:
            roles = (state.permission_roles or {}).get(permission, [])
            found[state.getId(), permission] = set(roles) | (
                set() if isinstance(roles, tuple) else {"acquired"}
            )
    return found


def of_tools(portal):
    """Return who holds more on a tool of the site than on the site, by settings of the tool."""
    found = []
    for tool in _tools(portal):
        for permission, *_rest in getPermissions():
            if getattr(aq_base(tool), getPermissionIdentifier(permission), None) is None:
                continue
            more = held(tool, permission) - held(portal, permission)
            where = "/".join(tool.getPhysicalPath()[len(portal.getPhysicalPath()) :])
            found += rules.deviations(where, permission, more, ())
    return found


def of_folders(portal):
    """Return the deviations of folders whose own settings, not their workflow, say who may what."""
    places = rules.place_grants(brought())
    found = []
    for folder in _folders(portal):
        path = "/".join(folder.getPhysicalPath()[len(portal.getPhysicalPath()) :])
        workflows = portal.portal_workflow.getWorkflowsFor(folder)
        managed = {permission for workflow in workflows for permission in workflow.permissions}
        for permission, *_rest in getPermissions():
            own = getattr(aq_base(folder), getPermissionIdentifier(permission), None)
            if own is not None and permission not in managed:
                more = held(folder, permission) - held(portal, permission)
                meant = rules.meant_at(path, permission, places)
                found += rules.deviations(path, permission, more, meant - held(portal, permission))
    return found


def _folders(portal):
    brains = portal.portal_catalog.unrestrictedSearchResults(portal_type="Folder")
    return (brain._unrestrictedGetObject() for brain in brains)


def _tools(portal):
    """Yield what is no content: tools, and what is in them but for what installing wrote down."""
    content = set(portal.contentIds())
    below = [child for name, child in portal.objectItems() if name not in content]
    while below:
        obj = below.pop()
        yield obj
        if obj.getId() not in CLOSED and hasattr(aq_base(obj), "objectValues"):
            below += obj.objectValues()
