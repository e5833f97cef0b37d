"""Occurrences as iCalendar (RFC 5545); pure.

Times are those on the wall in Europe/Berlin, with the description of that zone: who subscribes
reads the same hour wherever the law puts the clocks. A whole day is a day wherever it is looked at.
"""

from datetime import date
from datetime import timedelta
from datetime import UTC
from icalendar import Calendar
from icalendar import Event
from kommunalhub.core.formatting import BERLIN
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
    found = list(occurrences)
    for one in found:
        calendar.add_component(event_of(one, now))
    add_zone(calendar, found)
    return calendar.to_ical().decode("utf-8")


def add_zone(calendar, found):
    """Describe the time zone for the years that the dates lie in, where any has a time of day."""
    timed = [one for one in found if not one.is_whole_day]
    if timed:
        years = [one.start.year for one in timed] + [one.end.year for one in timed]
        first, last = date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1)
        calendar.add_missing_timezones(first_date=first, last_date=last)


def event_of(one, now):
    """Return an Occurrence as an Event."""
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", (one.made or now).astimezone(UTC))
    if one.is_whole_day:
        event.add("dtstart", to_local(one.start).date())
        event.add("dtend", to_local(one.end).date())
    else:
        event.add("dtstart", one.start.astimezone(BERLIN))
        if not one.is_open_end:
            event.add("dtend", one.end.astimezone(BERLIN))
    event.add("summary", one.title)
    event.add("sequence", one.sequence)
    event.add("status", status_of(one))
    event.add("transp", "TRANSPARENT" if one.is_cancelled or one.is_whole_day else "OPAQUE")
    texts = {"location": one.place, "description": one.about, "url": one.url}
    for name, value in texts.items():
        if value:
            event.add(name, value)
    return event


def status_of(one):
    if one.is_cancelled:
        return "CANCELLED"
    return "TENTATIVE" if one.is_tentative else "CONFIRMED"
