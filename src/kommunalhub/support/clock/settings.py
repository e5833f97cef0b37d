"""What the office has set for support: service hours, what is promised, when tickets close."""

from datetime import timedelta
from kommunalhub.approvals.clock.settings import closed_for
from kommunalhub.core import registry
from kommunalhub.lib.servicehours import ServiceHours
from kommunalhub.partners.membership import operator_partner
from kommunalhub.support.clock import typed
from kommunalhub.support.clock.rules import Promise


#: Used where the registry has no record, or one that nobody can read.
HOURS = "Mo–Do 8:00–16:00\nFr 8:00–12:00"
PROMISES = {"stuck": "60 120 480", "detour": "240 960 2400", "no_hurry": "480 2400 7200"}
CLOSES_AFTER = 10


def hours_text():
    """Return the service hours as the office has typed them."""
    return registry.read("kommunalhub.support_hours", HOURS)


def hours():
    """Return the ServiceHours, with the days on which the operator of the hub is closed."""
    return hours_of(hours_text())


def hours_of(text):
    """Return the ServiceHours of what somebody has typed, with those days."""
    try:
        weeks = typed.parse_weeks(text)
    except ValueError:
        weeks = typed.parse_weeks(HOURS)
    return ServiceHours(weeks, closed=frozenset(closed_for(operator_partner())))


def promises():
    """Return {urgency: Promise}."""
    kept = registry.read("kommunalhub.support_promises", PROMISES)
    return {name: _promise(text) for name, text in kept.items()}


def promise_for(urgency):
    """Return what is promised for an urgency; nothing where nobody has said."""
    return promises().get(urgency, Promise())


def closes_after():
    """Return after how many working days a solved ticket is closed by itself."""
    return registry.read("kommunalhub.support_closes_after", CLOSES_AFTER)


def _promise(text):
    try:
        return Promise(*(timedelta(minutes=n) if n else None for n in typed.parse_minutes(text)))
    except ValueError:
        return Promise()
