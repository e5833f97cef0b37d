"""Waiting lists, whatever is waited for."""

from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.lib import queues

import pytest


NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Wish:
    number: int
    state: str = queues.WAITING
    until: datetime | None = None


def test_an_offer_is_taken_in_time_or_goes():
    offer = Wish(1, queues.OFFERED, NOW + HOUR)
    assert queues.taken(offer, NOW, "in") == Wish(1, "in")
    with pytest.raises(queues.OfferOver):
        queues.taken(offer, NOW + HOUR, "in")
    assert queues.ended([offer, Wish(2)], NOW) == []
    [ended] = queues.ended([offer, Wish(2)], NOW + HOUR)
    assert (ended.number, ended.state, ended.until) == (1, queues.LAPSED, None)
    with pytest.raises(queues.OfferOver):
        queues.taken(ended, NOW + HOUR, "in")
    with pytest.raises(queues.NoOffer):
        queues.taken(Wish(2), NOW, "in")


def test_the_next_end():
    offers = [Wish(n, queues.OFFERED, NOW + n * HOUR) for n in (3, 1, 2)]
    assert queues.next_end([*offers, Wish(4)]) == NOW + HOUR
    assert queues.next_end([Wish(4)]) is None


@given(st.lists(st.integers(1, 3), max_size=12), st.integers(0, 12))
def test_nobody_waits_for_what_fits_and_nobody_is_overtaken_for_it(sizes, free):
    """Wishes of several sizes; what fits is given away in order."""
    queue, left = [Wish(number) for number in range(len(sizes))], [free]

    def hold(one):
        fits = sizes[one.number] <= left[0]
        left[0] -= sizes[one.number] * fits
        return fits

    found = queues.offered(queue, hold, lambda one: NOW)
    given_to = {one.number for one in found}
    assert found == [replace(queue[one.number], state=queues.OFFERED, until=NOW) for one in found]
    assert left[0] == free - sum(sizes[number] for number in given_to) >= 0
    for number, size in enumerate(sizes):
        before = sum(sizes[other] for other in given_to if other < number)
        assert (number in given_to) == (size <= free - before)
