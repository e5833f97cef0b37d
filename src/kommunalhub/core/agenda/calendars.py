"""Occurrences as iCalendar (RFC 5545); pure.

Times are given in UTC: a date of ours is one moment, not a rule, so no description of a time zone
has to be carried along and none can be wrong. A whole day is a day wherever it is looked at.
"""

from datetime import timedelta
from datetime import UTC
from icalendar import Calendar
from icalendar import Event
from kommunalhub.core.formatting import to_local


MEDIA_TYPE = "text/calendar"
PUBLISH = "PUBLISH"
PRODUCT = "-//kommunalhub//DE"
#: How long calendars may keep a feed before they ask again.
REFRESH = timedelta(hours=1)


def calendar_of(occurrences, now, name=None):
    """Return a calendar with these Occurrences, as text. name: of a calendar to subscribe to."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", PUBLISH)
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for one in occurrences:
        calendar.add_component(event_of(one, now))
    return calendar.to_ical().decode("utf-8")


def event_of(one, now):
    """Return an Occurrence as an Event."""
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", (one.made or now).astimezone(UTC))
    if one.is_whole_day:
        event.add("dtstart", to_local(one.start).date())
        event.add("dtend", to_local(one.end).date())
    else:
        event.add("dtstart", one.start.astimezone(UTC))
        event.add("dtend", one.end.astimezone(UTC))
    event.add("summary", one.title)
    event.add("sequence", one.sequence)
    event.add("status", "CANCELLED" if one.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if one.is_cancelled or one.is_whole_day else "OPAQUE")
    texts = {"location": one.place, "description": one.about, "url": one.url}
    for name, value in texts.items():
        if value:
            event.add(name, value)
    return event
