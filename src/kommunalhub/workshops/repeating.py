"""Further workshops, or further dates, from one description: looked at first, then all or none.

A workshop made so has the description, the seats and what is handed out of the one it was made
from; never its registrations, journal or certificates. Days that were chosen, such as the end of
registration, move with the first date.
"""

from dataclasses import dataclass
from dataclasses import replace
from datetime import timedelta
from datetime import UTC
from kommunalhub import _
from kommunalhub.booking.rules import Span
from kommunalhub.core import formatting
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import site
from kommunalhub.core.tools import tool
from kommunalhub.core.transactions import WayBack
from kommunalhub.lib.workdays import is_holiday
from kommunalhub.workshops import programme
from kommunalhub.workshops import rooms
from kommunalhub.workshops import typed
from kommunalhub.workshops import workflow
from kommunalhub.workshops.handouts import operations as handouts
from kommunalhub.workshops.handouts.storage import pairs_of
from kommunalhub.workshops.interfaces import IWorkshop
from plone.dexterity.utils import createContentInContainer
from zExceptions import BadRequest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import getFieldNames


#: What becomes of the dates: a workshop each, or one workshop that has all of them.
WORKSHOPS, SESSIONS = "workshops", "sessions"
SHAPES = (WORKSHOPS, SESSIONS)
#: What is done with a date: with the room, elsewhere, not at all.
PLAN, WITHOUT, SKIP = "plan", "without", "skip"
DAYS = ("opens_on", "closes_on", "quotas_until", "give_back_until")
HOLIDAY = _("problem_holiday", default="This is a public holiday.")
PAST = _("problem_past", default="This time is over already.")
TAKEN = _("problem_there", default="The workshop takes place then already.")


@dataclass(frozen=True)
class Planned:
    """One date before it is made. problem: a sentence, or None; needs_room: the room is why."""

    span: Span
    problem: object = None
    needs_room: bool = False

    @property
    def day(self):
        return self.span.days()[0]

    def options(self, shape):
        """Return what can be done with the date, the best first."""
        if self.problem is None:
            return (PLAN, SKIP)
        return (SKIP, WITHOUT) if self.needs_room and shape == WORKSHOPS else (SKIP,)


def preview(workshop, series, shape):
    """Return a Planned for each date of a booking.series.Series; nothing is written."""
    now, found, own = formatting.now(), [], ()
    there = [Span(one.start, one.end) for one in programme.sessions_of(workshop)]
    if shape == SESSIONS:
        own = {one.id for _space, one in rooms.bookings_of(workshop)}
    for span in series.spans():
        problem, needs_room = None, False
        if is_holiday(span.days()[0]):
            problem = HOLIDAY
        elif span.start <= now:
            problem = PAST
        elif any(span.start < one.end and one.start < span.end for one in there):
            problem = TAKEN
        elif workshop.space:
            spans = [span] if shape == SESSIONS else spans_of(workshop, span)
            problem = rooms.problem(workshop.space, spans, own)
            needs_room = problem is not None
        found.append(Planned(span, problem, needs_room))
    return found


def days_between(workshop, span):
    """Return by how many days a new first date is later."""
    first = to_local(programme.first_start(workshop)).date()
    return timedelta(days=(span.days()[0] - first).days)


def later_sessions(workshop, delta):
    """Return the further dates of a workshop, moved by days; by the clock on the wall."""
    try:
        found = typed.sessions_in(workshop.more_sessions, BERLIN)
    except typed.WrongLine:
        return []
    return [replace(one, start=one.start + delta, end=one.end + delta) for one in found]


def spans_of(workshop, span):
    """Return the Spans for which a workshop that begins with this one would need the room."""
    later = later_sessions(workshop, days_between(workshop, span))
    return [span, *rooms.spans_of(one for one in later if not one.place)]


def values_of(workshop, span, with_room):
    """Return the fields of a new workshop whose first date is a Span."""
    delta = days_between(workshop, span)
    values = {name: getattr(workshop, name, None) for name in getFieldNames(IWorkshop)}
    for name in DAYS:
        if values[name] is not None:
            values[name] += delta
    return values | {
        "partner": workshop.partner,
        "start": span.start.astimezone(UTC),
        "end": span.end.astimezone(UTC),
        "more_sessions": typed.text_of(later_sessions(workshop, delta)),
        "space": workshop.space if with_room else None,
    }


def series_of(workshop):
    """Return what workshops made from one description have in common."""
    return kept(workshop, "template") or workshop.UID()


def copy(workshop, span, with_room=True):
    """Return a new draft like a workshop, with a first date of its own; its room is booked."""
    made = createContentInContainer(
        workshop.aq_parent, workflow.TYPE, **values_of(workshop, span, with_room)
    )
    made.template = series_of(workshop)
    made.questions = kept(workshop, "questions") or ()
    made.reindexObject(idxs=["UID"])  # and what the catalog keeps beside it
    pairs = pairs_of(site(), workshop.UID())
    if pairs:
        handouts.hand_out(made, pairs)
    return made


def make(workshop, choices, shape, submit=False):
    """Make what was chosen, all or none; return the Workshops. Raises BadRequest, as rooms.keep.

    choices: [(Span, PLAN or WITHOUT)].
    """
    before = WayBack()
    try:
        if shape == SESSIONS:
            return [add_sessions(workshop, [span for span, _what in choices])]
        found = [copy(workshop, span, what == PLAN) for span, what in choices]
        if submit:
            for one in found:
                tool("portal_workflow").doActionFor(one, workflow.SUBMIT)
        return found
    except BadRequest:
        before.rollback()
        raise


def add_sessions(workshop, spans):
    """Give a workshop further dates; its room is booked for them and people are told."""
    new = [typed.Session(to_local(span.start), to_local(span.end)) for span in spans]
    there = typed.sessions_in(workshop.more_sessions, BERLIN)
    found = sorted([*there, *new], key=lambda one: (one.start, one.end))
    workshop.more_sessions = typed.text_of(found)
    notify(ObjectModifiedEvent(workshop))
    workshop.reindexObject()
    return workshop
