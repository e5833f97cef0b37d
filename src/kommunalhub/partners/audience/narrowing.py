"""Keep what opens a page in step with its audience.

A workflow writes its roles on the object with each step; here those of all staff give way to those
of the audience, and come back when it is for everybody again. What a page opens for is one
attribute read by every channel: pages, REST, scales, feeds, the catalog.
"""

from AccessControl.Permission import Permission
from Acquisition import aq_base
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import tool
from kommunalhub.partners.audience import rules
from kommunalhub.partners.audience.interfaces import RolesWritten
from kommunalhub.partners.audience.reading import audience_of
from kommunalhub.partners.rolecache import forget_roles
from zope.event import notify


def settle(obj):
    """Let an object that has the roles of its state be open for its audience alone."""
    is_narrow = audience_of(obj).is_narrow
    for name in rules.VIEWING:
        permission = Permission(name, (), aq_base(obj))
        roles = permission.getRoles(default=None)
        if not isinstance(roles, tuple):
            continue  # those from above count: no state of ours
        wanted = rules.viewing_roles(roles, is_narrow)
        if wanted != roles:
            permission.setRoles(wanted)


def follow(obj):
    """Open an object for its audience as it is now, from the roles of its state, and index it."""
    forget_roles()
    for workflow in tool("portal_workflow").getWorkflowsFor(obj):
        workflow.updateRoleMappingsFor(obj)
    settle(obj)
    notify(RolesWritten(obj))
    obj.reindexObject(idxs=["audience"])
    obj.reindexObjectSecurity()


def loose():
    """Return the uids of what the catalog keeps otherwise than its audience says, sorted."""
    found = catalog().unrestrictedSearchResults
    narrow = {brain.UID for brain in found(audience=rules.NARROW)}
    for_all = found(audience=rules.NARROW, allowedRolesAndUsers=[rules.STAFF, *sorted(rules.OPEN)])
    for_some = found(allowedRolesAndUsers=rules.READER)
    return sorted({one.UID for one in for_all} | {one.UID for one in for_some} - narrow)
