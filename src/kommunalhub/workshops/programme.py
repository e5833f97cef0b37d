"""What a workshop's fields come to: its dates, and the rules.Terms of its seats."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local
from kommunalhub.workshops import rules
from kommunalhub.workshops import typed
from kommunalhub.workshops import validation
from kommunalhub.workshops import workflow
from kommunalhub.workshops.typed import Session


def sessions_of(workshop):
    """Return the Sessions of a workshop in order, the places filled in; times in Europe/Berlin."""
    first = Session(to_local(workshop.start), to_local(workshop.end), workshop.place or "")
    try:
        more = typed.sessions_in(workshop.more_sessions, BERLIN)
    except typed.WrongLine:  # came in past the constraint
        more = []
    filled = [Session(one.start, one.end, one.place or first.place) for one in more]
    return sorted([first, *filled], key=lambda one: (one.start, one.end))


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
