"""The service clock of a ticket: its history from the journal, and until when what is due."""

from datetime import datetime
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.reading import once
from kommunalhub.support import operations
from kommunalhub.support import workflow
from kommunalhub.support.clock import rules
from kommunalhub.support.clock import settings
from kommunalhub.support.clock import story
from kommunalhub.support.whom import sides_of


#: What the steps of the workflow are for the clock.
STEPS = {
    workflow.WAIT: rules.ASKED_BACK,
    workflow.ANSWER: rules.HEARD,
    workflow.RESOLVE: rules.SOLVED,
    workflow.REOPEN: rules.REOPENED,
    workflow.CLOSE: rules.CLOSED,
}
#: Entries of the journal that move the clock.
MOVES = frozenset({entries.CREATED, entries.TRANSITION, entries.MESSAGE})


def history_of(ticket):
    """Return what happened to a ticket as [rules.Event], oldest first; [] before it is written."""
    found = [event_of(entry, sides_of(ticket)) for entry in IJournal(ticket)]
    history = [event for event in found if event is not None]
    others = [event for uid in ticket.takes_in for event in heard_on(operations.ticket_of(uid))]
    return rules.beside(history, others) if others and history else history


def heard_on(ticket):
    """Return what was heard on a ticket since it is worked on with another; None: it is gone."""
    found = []
    for entry in reversed(list(IJournal(ticket)) if ticket is not None else ()):
        if (entry["kind"], entry["action"]) == (entries.RECORD, entries.MERGED):
            return found
        event = event_of(entry, sides_of(ticket))
        if event is not None and event.kind == rules.HEARD:
            found.append(event)
    return []


def event_of(entry, reporters):
    """Return the Event of an entry of the journal, None for what the clock does not hear of.

    reporters: user ids of who wrote the ticket, and whom it is about.
    """
    kind, when = entry["kind"], datetime.fromisoformat(entry["when"])
    if kind == entries.CREATED:
        return rules.Event(rules.OPENED, when)
    if kind == entries.MESSAGE:
        return rules.Event(rules.HEARD if entry["actor"] in reporters else rules.SAID, when)
    if kind != entries.TRANSITION:
        return None
    if entry["action"] == workflow.ASSIGN and entry["from"] == workflow.WAITING:
        return rules.Event(rules.HEARD, when)
    name = STEPS.get(entry["action"])
    return rules.Event(name, when) if name else None


@once
def goals_of(ticket):
    """Return how what was promised stands now: {name: rules.Goal}; {} before it is written.

    For pages: kept as long as a request reads.
    """
    return fresh_goals_of(ticket)


def due_of(ticket):
    """Return the earliest moment at which a promise ends, None while all rest."""
    return rules.due_of(fresh_goals_of(ticket))


def fresh_goals_of(ticket):
    """Return the same, worked out now: for who writes."""
    history = history_of(ticket)
    if not history or kept(ticket, "merged"):
        return {}
    promise = settings.promise_for(ticket.urgency)
    return rules.goals_of(history, promise, settings.hours(), formatting.now())


def story_of(ticket):
    """Return how the clock ran, as [story.Stretch]."""
    history = history_of(ticket)
    return story.story_of(history, settings.hours(), formatting.now()) if history else []


def refresh(ticket):
    """Store until when the ticket is due, after something has happened that moves it."""
    due = due_of(ticket)
    if kept(ticket, "due") != due:
        ticket.due = due
    ticket.reindexObject(idxs=["due", "remind_at"])
