"""What the catalog keeps of a ticket for the figures: how long things took, as it was counted."""

from datetime import datetime
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core import formatting
from kommunalhub.support import workflow
from kommunalhub.support.clock import operations as clock
from kommunalhub.support.clock import rules as goals


DONE = {goals.KEPT: True, goals.BROKEN: False}


def times_of(ticket):
    """Return {opened, reaction, solution, reopened} as plain values; {} before it is written.

    opened: ISO; the others as in rules.Ticket.
    """
    journal = list(IJournal(ticket))
    if not journal:
        return {}
    found = clock.fresh_goals_of(ticket)
    return {
        "opened": journal[0]["when"],
        "reaction": _time(found.get(goals.REACTION)),
        "solution": _time(found.get(goals.SOLUTION)),
        "reopened": any(_reopens(entry) for entry in journal),
    }


def _reopens(entry):
    return entry["kind"] == entries.TRANSITION and entry["action"] == workflow.REOPEN


def _time(goal):
    """Return (minutes, whether it was kept) of a promise that is over, None for any other."""
    if goal is None or goal.met is None or goal.promised is None:
        return None
    return round(goal.used.total_seconds() / 60), DONE[goal.state]


def month_of(iso):
    """Return the month of a moment in Berlin, as 2026-11."""
    return f"{formatting.to_local(datetime.fromisoformat(iso)):%Y-%m}"
