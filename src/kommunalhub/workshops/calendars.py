"""Dates of workshops for people's calendars (iCalendar, RFC 5545); pure.

Times are given in UTC: a date of ours is one moment, not a rule, so no description of a time zone
has to be carried along and none can be wrong.
"""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from icalendar import Calendar
from icalendar import Event


PRODUCT = "-//kommunalhub//workshops//DE"
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


def calendar_of(entries, now, name=""):
    """Return a calendar with these Entries, as text."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", entry.start.astimezone(UTC))
        event.add("dtend", entry.end.astimezone(UTC))
        event.add("summary", entry.title)
        event.add("sequence", entry.sequence)
        event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
        for field, value in (
            ("location", entry.place),
            ("description", entry.about),
            ("url", entry.url),
        ):
            if value:
                event.add(field, value)
        calendar.add_component(event)
    return calendar.to_ical().decode("utf-8")
