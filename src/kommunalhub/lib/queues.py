"""Waiting lists: who waits is offered what gets free, in order, and has so long to take it.

Seats of workshops and times of spaces wait by the same rules. An entry is a frozen dataclass with
`state` and `until` (when its offer ends, None without one); what fits whom is the caller's matter.
"""

from dataclasses import replace


OFFERED, WAITING, LAPSED = "offered", "waiting", "lapsed"


class OfferOver(Exception):
    """The time to take an offer has passed: it goes to the next in line."""


class NoOffer(Exception):
    """There is nothing to take."""


def is_over(one, now):
    """Return whether an entry has an offer whose time has passed."""
    return one.state == OFFERED and one.until is not None and one.until <= now


def ended(entries, now):
    """Return those whose offers end now, as they are then."""
    return [replace(one, state=LAPSED, until=None) for one in entries if is_over(one, now)]


def offered(queue, hold, until):
    """Return those who are offered what is free, as they are then, in the order of the queue.

    hold: called with each in order; returns whether what they wait for is free, and keeps it then.
    until: called with each who gets an offer; returns when it ends. Who cannot be helped keeps
    nobody behind them from what fits.
    """
    return [replace(one, state=OFFERED, until=until(one)) for one in queue if hold(one)]


def taken(one, now, state):
    """Return an entry whose offer is taken, in a state. Raises OfferOver, NoOffer."""
    if one.state == LAPSED or is_over(one, now):
        raise OfferOver
    if one.state != OFFERED:
        raise NoOffer
    return replace(one, state=state, until=None)


def place_of(queue, is_meant):
    """Return the place, from 1, of the first in a queue who is meant; None for nobody.

    >>> place_of("abc", "b".__eq__), place_of("abc", "x".__eq__)
    (2, None)
    """
    return next((place for place, one in enumerate(queue, 1) if is_meant(one)), None)


def next_end(entries):
    """Return when the next offer ends, or None."""
    times = [one.until for one in entries if one.state == OFFERED and one.until is not None]
    return min(times, default=None)
