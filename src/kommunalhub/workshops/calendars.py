"""Dates of workshops for people's calendars (iCalendar, RFC 5545); pure.

Times are given in UTC: a date of ours is one moment, not a rule, so no description of a time zone
has to be carried along and none can be wrong.
"""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from icalendar import Event
from kommunalhub.booking.calendars import PUBLISH
from kommunalhub.booking.calendars import text_of


MEDIA_TYPE = "text/calendar"


@dataclass(frozen=True)
class Entry:
    """One date. uid: the same for ever, wherever it moves; sequence: the highest is the truth."""

    uid: str
    title: str
    start: datetime
    end: datetime
    place: str = ""
    about: str = ""
    url: str = ""
    sequence: int = 0
    is_cancelled: bool = False


def calendar_of(entries, now, name=None):
    """Return a calendar with these Entries, as text."""
    return text_of([_event(entry, now) for entry in entries], PUBLISH, name)


def _event(entry, now):
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", entry.start.astimezone(UTC))
    event.add("dtend", entry.end.astimezone(UTC))
    event.add("summary", entry.title)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    texts = {"location": entry.place, "description": entry.about, "url": entry.url}
    for name, value in texts.items():
        if value:
            event.add(name, value)
    return event
