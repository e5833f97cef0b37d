"""Spaces of a house, and a clock that stands."""

from kommunalhub.booking import rules
from kommunalhub.core import formatting

import pytest
import transaction


@pytest.fixture
def clock(monkeypatch, house):
    """Return a function that sets the time to a minute of a workday: clock(9, 5)."""
    days = {number: house.workday(number) for number in (1, 2)}

    def clock(hour, minute=0, number=1):
        moment = rules.local_moment(days[number], 60 * hour + minute)
        monkeypatch.setattr(formatting, "now", lambda: moment)
        return moment

    return clock


@pytest.fixture
def desks(web, house):
    """Two desks, and a hall with a half of it."""
    one = house.add_space(web, "Schreibtisch 1", check_in=30)
    two = house.add_space(web, "Schreibtisch 2")
    hall = house.add_space(web, "Halle", kind="hall", seats=20)
    half = house.add_space(web, "Halle links", kind="hall", seats=9, part_of=hall.UID())
    transaction.commit()
    return one, two, hall, half
