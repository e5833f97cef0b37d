"""What a workshop's fields come to: its dates, and the rules.Terms of its seats."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.approvals.workflows import state_of
from kommunalhub.booking.operations import space_of
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local
from kommunalhub.workshops import rules
from kommunalhub.workshops import typed
from kommunalhub.workshops import validation
from kommunalhub.workshops import workflow
from kommunalhub.workshops.typed import Session


def sessions_of(workshop):
    """Return the Sessions of a workshop in order, the places filled in; times in Europe/Berlin."""
    place = workshop.place or room_title(workshop)
    first, *more = _typed(workshop)
    filled = [replace(one, place=one.place or place) for one in more]
    return in_order([replace(first, place=place), *filled])


def sessions_in_room(workshop):
    """Return the Sessions that are held in the room of the workshop."""
    return in_order([one for one in _typed(workshop) if not one.place])


def _typed(workshop):
    """Return the Sessions as they were entered, the first one first."""
    first = Session(to_local(workshop.start), to_local(workshop.end))
    try:
        more = typed.sessions_in(workshop.more_sessions, BERLIN)
    except typed.WrongLine:  # came in past the constraint
        more = []
    return [first, *more]


def in_order(sessions):
    return sorted(sessions, key=lambda one: (one.start, one.end))


def room_title(workshop):
    """Return what the room of a workshop is called, empty where it has none."""
    if not workshop.space:
        return ""
    space = space_of(workshop.space)
    return space.Title() if space is not None else ""


def first_start(workshop):
    """Return when a workshop begins, in UTC."""
    return sessions_of(workshop)[0].start.astimezone(UTC)


def quotas_of(workshop):
    """Return {partner: seats} that are kept."""
    try:
        return typed.quotas_in(workshop.quotas, validation.names_of_partners())
    except typed.WrongLine:  # the administration is gone since
        return {}


def terms_of(workshop):
    """Return the rules.Terms that hold for a workshop now."""
    start = first_start(workshop)
    return rules.Terms(
        capacity=workshop.capacity,
        start=start,
        quotas=quotas_of(workshop),
        falls_back=_after(workshop.quotas_until),
        first=workshop.partner or "" if workshop.own_first else "",
        opens=opens(workshop),
        closes=_after(workshop.closes_on),
        give_back_until=_after(workshop.give_back_until),
        offer=timedelta(hours=workshop.offer_hours),
        is_on=state_of(workshop) == workflow.PUBLISHED,
        for_hubs=workshop.hub_seats or 0,
    )


def opens(workshop):
    """Return when registration begins, in UTC, or None."""
    return _midnight(workshop.opens_on)


def ends(workshop):
    """Return when registration ends, in UTC."""
    start = first_start(workshop)
    return min(_after(workshop.closes_on) or start, start)


def _midnight(day):
    if day is None:
        return None
    return datetime(day.year, day.month, day.day, tzinfo=BERLIN).astimezone(UTC)


def _after(day):
    """Return the end of a day, None for none."""
    return None if day is None else _midnight(day + timedelta(days=1))
