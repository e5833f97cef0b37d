"""Events that editors write among the dates of the calendars: each date of each."""

from kommunalhub import _
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.core.agenda.interfaces import Before
from kommunalhub.core.agenda.interfaces import IAgendaSource
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.tools import catalog
from kommunalhub.editorial.dates import rules
from kommunalhub.editorial.dates import storage
from zope.interface import implementer


@implementer(IAgendaSource)
class Events:
    """By what the catalog knows, in one query."""

    title = _("agenda_events", default="events")
    never_own = True

    def occurrences(self, start, end):
        return of_query({}, start, end)


def of_query(query, start, end):
    """Yield the dates of the events that a query finds and that lie between two moments."""
    for brain in catalog()(agenda_months=rules.months_between(start, end), **query):
        for one in of_brain(brain):
            if one.end > start and one.start < end:
                yield one


def of_brain(brain):
    """Yield the dates of an event, from what the catalog knows."""
    facts = brain.agenda_facts or {}
    known = {
        "title": brain.Title,
        "about": brain.Description,
        "url": brain.getURL(),
        "made": brain.created.asdatetime(),
        "is_tentative": brain.review_state not in RELEASED,
        "partner": brain.partner or "",
        **{name: facts.get(name, ()) for name in storage.TOKENS},
    }
    for row in facts.get("dates", ()):
        yield occurrence_of(brain.UID, rules.Date(*row), known)


def occurrence_of(uid, one, known):
    """Return a Date of the event with this UID as an Occurrence; known: what its dates share."""
    return Occurrence(
        uid=uid_of(uid, one.number),
        start=one.start,
        end=one.end,
        place=one.place,
        sequence=one.sequence,
        is_cancelled=one.is_cancelled,
        has_moved=one.state == rules.MOVED,
        before=Before(*one.before) if one.before else None,
        reason=one.reason,
        is_whole_day=one.is_whole_day,
        is_open_end=one.is_open_end,
        **known,
    )


def uid_of(uid, number):
    """Return the UID of a date for calendars; the first has that which events had before."""
    return f"{uid}@kommunalhub" if number == 1 else f"{uid}-{number}@kommunalhub"
