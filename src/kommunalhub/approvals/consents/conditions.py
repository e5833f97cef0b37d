"""Conditions for the transitions that a round fires: no person takes them while it is open."""

from kommunalhub import _
from kommunalhub.approvals.consents import rules
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK


def decided_by_round(facts, *outcomes):
    """Return Ok once the round of a case has come to one of these outcomes, else Denied.

    A round is closed in the transaction that fires the transition, so there is no moment in which
    a person could take it instead.
    """
    if facts.extra.get("round") in outcomes:
        return OK
    reason = _(
        "denied_round_decides",
        default="The consents decide on this: please cast your vote instead.",
    )
    return Denied(reason, ("asked-reviewers",))


def completed(facts, actor):
    """Condition of a step that a complete set of consents takes."""
    return decided_by_round(facts, rules.COMPLETE)


def failed(facts, actor):
    """Condition of a step that a veto takes, or a vote that cannot be won any more."""
    return decided_by_round(facts, rules.VETOED, rules.REFUSED)
