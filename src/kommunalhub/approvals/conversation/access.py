"""What who is logged in may say and read on a case; every channel asks here."""

from AccessControl import getSecurityManager
from kommunalhub import _
from kommunalhub.approvals.cases import current_actor
from kommunalhub.approvals.cases import facts_of
from kommunalhub.approvals.cases import process_of
from kommunalhub.approvals.conversation import rules
from kommunalhub.approvals.rules import Actor
from kommunalhub.approvals.rules import Denied


ALLOWED = {
    rules.QUESTION: rules.may_ask,
    rules.ANSWER: rules.may_answer,
    rules.NOTE: rules.may_note,
}


def me_on(case):
    """Return who is logged in with the roles held on a case.

    Owner only where it is this case that they own: who made a folder owns all in it by acquisition.
    """
    user, me = getSecurityManager().getUser(), current_actor()
    roles = set(user.getRolesInContext(case)) - {"Owner"}
    if me.userid == case.Creator() or "Owner" in case.get_local_roles_for_userid(me.userid):
        roles.add("Owner")
    return Actor(me.userid, me.groups, frozenset(roles))


def may(case, kind):
    """Return Ok or Denied: may who is logged in say this (one of rules.KINDS) on a case?"""
    process = process_of(case.portal_type)
    if process is None:
        return Denied(_("error_not_a_case", default="Nothing is decided here."))
    return ALLOWED[kind](process, facts_of(case), me_on(case))


def reads_notes(case):
    """Return whether who is logged in reads the internal notes of a case."""
    return bool(may(case, rules.NOTE))


def visible_entries(case, entries):
    """Return those of a journal's entries that who is logged in may read."""
    return rules.visible(entries, reads_notes(case))
