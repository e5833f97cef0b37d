"""Letters to those who see nothing of a project any more, and have a right to know why.

Who goes on reading it is told by the journal, as of every case.
"""

from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core.persons import members_of
from kommunalhub.core.tools import site
from kommunalhub.core.tools import tool
from kommunalhub.notices import rules
from kommunalhub.notices.audience import deciding
from kommunalhub.notices.audience import person_of
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.operations import post
from kommunalhub.partners.rules import group_id
from kommunalhub.projects.changes import letters
from kommunalhub.projects.mailing import wants
from kommunalhub.projects.partnership import partners_of
from plone.uuid.interfaces import IUUID


def tell_left(project, partners):
    """Write to the editors and reviewers of partners that have left."""
    for partner in partners:
        _write(project, partner, members_of(*deciding([partner])), letters.LEFT)


def tell_not_joined(project, change):
    """Write to the reviewers of those who were to join and do not: they were asked."""
    now = (*change["before"]["partners"], *partners_of(project))
    for partner in change["after"]["partners"]:
        if partner not in now:
            reviewers = members_of(group_id(partner, "reviewers"))
            _write(project, partner, reviewers, letters.NOT_JOINED)


def _write(project, partner, userids, what):
    portal, uid = site(), IUUID(project)
    if settings_of(portal) is None:
        return
    number = len(IJournal(project))
    for userid in sorted(userids):
        member = tool("acl_users").getUserById(userid)
        if member is None or not wants(portal, project, userid, rules.APPLICANT):
            continue
        if (person := person_of(member)).email:
            key = f"project-{what}:{uid}:{number}:{userid}"
            post(portal, letters.letter(portal, person, project, partner, what, key))
