"""An event as pages, files and search engines show it: its dates as Occurrences, and JSON-LD."""

from kommunalhub.core.agenda import said
from kommunalhub.core.formatting import to_local
from kommunalhub.editorial.dates import operations
from kommunalhub.editorial.dates import storage
from kommunalhub.editorial.dates.agenda import occurrence_of
from kommunalhub.partners.localroles import partner_of
from plone.uuid.interfaces import IUUID

import json


ONLINE = "online"
#: Dates of one event that search engines are told of.
MOST_TOLD = 50
SCHEMA = "https://schema.org/"


def occurrences_of(event):
    """Return [(number, Occurrence)] of an event, by time; nothing is looked up."""
    known = {
        "title": event.Title(),
        "about": event.Description(),
        "url": event.absolute_url(),
        "made": event.created().asdatetime(),
        "is_tentative": not operations.is_released(event),
        "partner": partner_of(event) or "",
        **storage.tokens_of(event),
    }
    uid = IUUID(event)
    found = [(one.number, occurrence_of(uid, one, known)) for one in storage.dates_of(event)]
    return sorted(found, key=lambda pair: (pair[1].start, pair[0]))


def json_ld(event, found, organizer, now):
    """Return what search engines read of the dates that are to come, as JSON for a page.

    found: [(number, Occurrence)]. What ends a script in HTML is escaped.
    """
    ahead = [one for _number, one in found if one.end > now][:MOST_TOLD]
    told = [told_to_engines(one, organizer) for one in ahead]
    text = json.dumps({"@context": SCHEMA.rstrip("/"), "@graph": told}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def told_to_engines(one, organizer):
    """Return an Occurrence as schema.org's Event."""
    told = {
        "@type": "Event",
        "@id": f"{one.url}#{one.uid}",
        "name": one.title,
        "url": one.url,
        "startDate": _moment(one, one.start),
        "eventStatus": SCHEMA + status_of(one),
        "eventAttendanceMode": SCHEMA + mode_of(one),
    }
    if not one.is_open_end:
        told["endDate"] = (
            said.last_day_of(one).isoformat() if one.is_whole_day else _moment(one, one.end)
        )
    if one.about:
        told["description"] = one.about
    if one.place:
        told["location"] = {"@type": "Place", "name": one.place, "address": one.place}
    if organizer:
        told["organizer"] = {"@type": "Organization", "name": organizer}
    if one.has_moved and one.before is not None and not said.is_elsewhere(one):
        told["previousStartDate"] = _moment(one, one.before.start)
    return told


def status_of(one):
    """Return the state of an Occurrence in words of schema.org."""
    if one.is_cancelled:
        return "EventCancelled"
    if one.has_moved and not said.is_elsewhere(one):
        return "EventRescheduled"
    return "EventScheduled"


def mode_of(one):
    """Return how people take part, in words of schema.org."""
    if ONLINE not in one.access:
        return "OfflineEventAttendanceMode"
    return "MixedEventAttendanceMode" if one.place else "OnlineEventAttendanceMode"


def _moment(one, value):
    local = to_local(value)
    return local.date().isoformat() if one.is_whole_day else local.isoformat()
