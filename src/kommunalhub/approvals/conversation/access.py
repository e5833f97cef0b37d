"""What who is logged in may say on a case; every channel asks here."""

from kommunalhub import _
from kommunalhub.approvals.case.actor import me_on
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.conversation import rules
from kommunalhub.approvals.processes import process_of
from kommunalhub.approvals.rules import Denied
from kommunalhub.core.reading import once


ALLOWED = {
    rules.QUESTION: rules.may_ask,
    rules.ANSWER: rules.may_answer,
    rules.MESSAGE: rules.may_write,
    rules.NOTE: rules.may_note,
}


@once
def may(case, kind):
    """Return Ok or Denied: may who is logged in say this (one of rules.KINDS) on a case?"""
    process = process_of(case.portal_type)
    if process is None:
        return Denied(_("error_not_a_case", default="Nothing is decided here."))
    return ALLOWED[kind](process, facts_of(case), me_on(case))
