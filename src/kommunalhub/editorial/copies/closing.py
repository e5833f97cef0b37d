"""Keep who changes a page in step with its state: what is public is changed on a copy.

A workflow writes its roles on the page with each step, for all types that follow it; here those
who write lose the right to change at once what has become public, and get that to start a copy.
As for an audience (partners/audience/narrowing.py): one attribute, read by every channel.
"""

from AccessControl.Permission import Permission
from Acquisition import aq_base
from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.approvals.revisions import is_revision
from kommunalhub.approvals.revisions import START
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.editorial.copies import rules
from kommunalhub.editorial.copies.interfaces import IChangedByCopy


#: Pages between two times that the connection's cache is emptied.
STRETCH = 200
#: What changes a page where it stands.
CHANGING = ("Modify portal content", "CMFEditions: Revert to previous versions")


def settle(page):
    """Let a page that has the roles of its state be changed, or copied, by whom it is meant to."""
    state = state_of(page)
    for name in CHANGING:
        permission = Permission(name, (), aq_base(page))
        roles = permission.getRoles(default=None)
        if isinstance(roles, tuple):
            _write(permission, roles, rules.changing_roles(roles, state))
    permission = Permission(START, (), aq_base(page))
    roles = permission.getRoles(default=None)
    wanted = rules.starting_roles(state, is_revision(page))
    if roles is not None or wanted != rules.NOBODY_ELSE:  # as the site has it
        _write(permission, roles, wanted)


def settle_all():
    """Settle all public pages; what is as it should be is only read."""
    found = catalog().unrestrictedSearchResults(
        object_provides=IChangedByCopy.__identifier__, review_state=PUBLIC
    )
    for number, brain in enumerate(found, 1):
        settle(brain._unrestrictedGetObject())
        if number % STRETCH == 0:
            site()._p_jar.cacheGC()


def _write(permission, roles, wanted):
    if wanted != roles:
        permission.setRoles(wanted)
