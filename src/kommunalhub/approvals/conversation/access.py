"""What who is logged in may say and read on a case; every channel asks here."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.approvals.cases import actor_on
from kommunalhub.approvals.cases import facts_of
from kommunalhub.approvals.cases import process_of
from kommunalhub.approvals.conversation import rules
from kommunalhub.approvals.rules import Denied
from kommunalhub.core.reading import once


ALLOWED = {
    rules.QUESTION: rules.may_ask,
    rules.ANSWER: rules.may_answer,
    rules.NOTE: rules.may_note,
}


def me_on(case):
    """Return who is logged in with the roles held on a case.

    Owner only where it is this case that they own: who made a folder owns all in it by acquisition.
    """
    facts = facts_of(case)
    actor = actor_on(case, facts)
    roles = actor.roles - {"Owner"}
    own = case.get_local_roles_for_userid(actor.userid)
    if actor.userid == facts.creator or "Owner" in own:
        roles |= {"Owner"}
    return replace(actor, roles=roles)


@once
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
