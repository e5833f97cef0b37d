"""Bookings as iCalendar (RFC 5545, 5546): one to send, many to subscribe to.

A booking has one UID for ever and a SEQUENCE that grows with each change, so that a calendar
updates or removes what it has instead of adding another.
"""

from datetime import timedelta
from icalendar import Calendar
from icalendar import Event
from icalendar import vCalAddress
from icalendar import vText


PUBLISH, REQUEST, CANCEL = "PUBLISH", "REQUEST", "CANCEL"
PRODUCT = "-//kommunalhub//booking//DE"
#: How long calendars may keep a feed before they ask again.
REFRESH = timedelta(hours=1)


def message(booking, summary, place, url, stamp, organizer, attendee):
    """Return (text, method) to send to whoever holds a booking.

    organizer, attendee: (name, e-mail address). stamp: when it is written, in UTC.
    """
    method = REQUEST if booking.is_firm else CANCEL
    event = event_of(booking, summary, place, url, stamp, organizer[1].rpartition("@")[2])
    event.add("organizer", address(*organizer))
    person = address(*attendee)
    person.params["PARTSTAT"] = vText("ACCEPTED")
    person.params["RSVP"] = vText("FALSE")
    event.add("attendee", person)
    return text_of([event], method), method


def feed(events, name):
    """Return the text of a calendar to subscribe to."""
    return text_of(events, PUBLISH, name)


def event_of(booking, summary, place, url, stamp, host):
    """Return a booking as an Event; host: what makes its UID one of the whole world."""
    event = Event()
    event.add("uid", f"{booking.id}@{host}")
    event.add("sequence", booking.sequence)
    event.add("dtstamp", stamp)
    event.add("dtstart", booking.start)
    event.add("dtend", booking.end)
    event.add("summary", summary)
    event.add("location", place)
    event.add("status", status_of(booking))
    event.add("transp", "OPAQUE" if booking.is_firm else "TRANSPARENT")
    if url:
        event.add("url", url)
    return event


def status_of(booking):
    if booking.is_confirmed:
        return "CONFIRMED"
    return "TENTATIVE" if booking.is_firm else "CANCELLED"


def text_of(events, method, name=None):
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical().decode("utf-8")


def address(name, email):
    found = vCalAddress(f"MAILTO:{email}")
    found.params["CN"] = vText(name)
    return found
