"""What happens to the clock of a case: it starts, is paused, resumed, reminded of and moved."""

from dataclasses import replace
from datetime import datetime
from kommunalhub.approvals.case.actor import SYSTEM
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.case.parts import parts_of
from kommunalhub.approvals.clock import rules
from kommunalhub.approvals.clock import settings
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.processes import process_of
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.lib.workdays import workdays_between
from kommunalhub.partners.localroles import partner_of


INDEXES = ("due", "remind_at")


def clock_of(case, state=None):
    """Return the Clock of a case; one from before there were clocks is read from its journal.

    state: the state that the clock ran in, where the case is about to leave it.
    """
    stored = kept(case, "clock")
    if stored is not None:
        return rules.from_stored(stored)
    entered = _entered(case)
    clock = rules.Clock(entered=entered, since=entered)
    process, due = process_of(case.portal_type), due_of(case)
    days = process.step(state or state_of(case)).days if process is not None else None
    if due is None or days is None:
        return clock
    term = workdays_between(entered, rules.today(due), closed_of(case))
    return replace(clock, extra=term - days)


def _entered(case):
    """Return the day on which a case came into its state, as its journal tells."""
    entry = IJournal(case).last("transition") or IJournal(case).last("created")
    if entry is None:
        return rules.today(formatting.now())
    return rules.today(datetime.fromisoformat(entry["when"]))


def closed_of(case):
    """Return the closing days that count for a case: those of its administration."""
    return settings.closed_for(partner_of(case))


def days_of(case):
    """Return the service time of the state a case is in, or None."""
    return settings.service_days(case.portal_type, state_of(case))


def enter(case, old_state, new_state):
    """Start the term of a new state; called with every transition, the caller reindexes."""
    process, closed = process_of(case.portal_type), closed_of(case)
    former = clock_of(case, old_state) if old_state != new_state and old_state else None
    days = settings.service_days(case.portal_type, new_state)
    clock = rules.entering(
        former,
        rules.today(formatting.now()),
        new_state,
        days,
        old_state,
        settings.service_days(case.portal_type, old_state),
        sent_back="owner" in process.step(new_state).awaits and new_state not in process.milestones,
        closed=closed,
    )
    _keep(case, clock, rules.due_of(clock, days, closed))


def pause(case, why):
    """Stop the clock of a case while the applicant has to answer; nothing when it stands already.

    why: a word for what is waited for, such as "question".
    """
    clock = clock_of(case)
    if clock.paused is not None:
        return
    _keep(case, rules.paused(clock, rules.today(formatting.now()), why), None)
    _reindex(case)


def resume(case):
    """Give a case back the working days it had left, two at least; nothing when its clock runs."""
    clock = clock_of(case)
    if clock.paused is None:
        return
    days, closed = days_of(case), closed_of(case)
    clock = rules.resumed(clock, days, rules.today(formatting.now()), closed)
    _keep(case, clock, rules.due_of(clock, days, closed))
    _reindex(case)


def is_paused(case):
    """Return whether the term of a case stands still while somebody has to answer."""
    return clock_of(case).paused is not None


def left_of(case):
    """Return the working days left of a case's step, as they stood when it was paused, or None."""
    days = days_of(case)
    if days is None:
        return None
    today = rules.today(formatting.now())
    return rules.left_of(clock_of(case), days, today, closed_of(case))


def remind(case, now):
    """Write the reminders that are due into the journal, once for each due date; return them."""
    clock, due = clock_of(case), due_of(case)
    kinds = rules.reminders_due(clock, due, settings.reminders(), now, closed_of(case))
    if kinds and _reminds(case):
        _keep(case, rules.with_sent(clock, due, kinds), due)
        for kind in kinds:
            IJournal(case).append("reminder", SYSTEM, action=kind)
    _reindex(case, ("remind_at",))
    return kinds


def recompute(case, now):
    """Compute the stored due date anew after what it follows from has changed.

    Returns whether it moved.
    """
    clock, old = clock_of(case), due_of(case)
    closed = closed_of(case)
    new = _as_parts_say(case, rules.due_of(clock, days_of(case), closed))
    moved = rules.moved(clock, old, new, settings.reminders(), now, closed)
    if (new, rules.as_stored(moved)) != (old, kept(case, "clock")):
        _keep(case, moved, new)
    _reindex(case, INDEXES if new != old else ("remind_at",))
    return new != old


def remind_at(case):
    """Return when to remind of a case next, in UTC, or None."""
    if not _reminds(case):
        return None
    found = rules.next_reminder(clock_of(case), due_of(case), settings.reminders(), closed_of(case))
    return found[0] if found else None


def _reminds(case):
    return all(part.reminds() for part in parts_of(case))


def _keep(case, clock, due):
    case.clock = rules.as_stored(clock)
    case.due = _as_parts_say(case, due)


def _as_parts_say(case, due):
    for part in parts_of(case):
        due = part.due(due)
    return due


def _reindex(case, names=INDEXES):
    case.reindexObject(idxs=list(names), update_metadata="due" in names)
