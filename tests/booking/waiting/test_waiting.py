"""The waiting list: in order, nobody overtakes, nobody waits for what is free."""

from datetime import timedelta
from kommunalhub.booking import bookings
from kommunalhub.booking import closing
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import presence
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.waiting import operations as waiting
from kommunalhub.booking.waiting import promotion
from kommunalhub.booking.waiting.jobs import Offers
from kommunalhub.booking.waiting.rules import last_call
from kommunalhub.booking.waiting.rules import offer_ends
from kommunalhub.core import formatting
from plone import api
from plone.uuid.interfaces import IUUID
from zope.i18n import translate

import pytest
import transaction


HOUR = timedelta(hours=1)


@pytest.fixture
def desk(portal, house):
    return house.add_space(portal)


@pytest.fixture
def taken(desk, house):
    """A booking of mia, 9 to 12."""
    with house.As("mia"):
        return operations.book(desk, *house.at(9, 12))


def settle(*spaces):
    """Do what the end of a transaction does."""
    for space in spaces:
        promotion.settle(IUUID(space))


def wait(house, who, space, first=9, last=12, **more):
    with house.As(who):
        return waiting.join(space, *house.at(first, last), **more)


def states(space, *found):
    return [operations.get(space, one.id).state for one in found]


def said(refusal):
    [message] = refusal.value.errors.values()
    return translate(message, target_language="de")


def test_who_waited_first_is_offered_it_first_and_nobody_else_gets_it(desk, house, taken):
    first, second = (wait(house, who, desk) for who in ("lena", "max"))
    assert [waiting.place_of(one) for one in (first, second)] == [1, 2]
    with house.As("mia"):
        operations.cancel(desk, taken.id)
    settle(desk)
    assert states(desk, first, second) == [bookings.OFFERED, bookings.WAITING]
    for who in ("mia", "max"):
        with house.As(who), pytest.raises(SlotTaken):
            operations.book(desk, *house.at(9, 12))
    with house.As("max"):
        with pytest.raises(NotYours):
            waiting.accept(desk, first.id)
        with pytest.raises(BookingRefused) as refused:
            waiting.accept(desk, second.id)
    assert "noch nicht für Sie frei" in said(refused)
    with house.As("lena"):
        made = waiting.accept(desk, first.id)
        assert waiting.accept(desk, first.id) == made
        assert operations.of_person("lena") == [made]
    assert (made.state, made.until, made.span) == (bookings.CONFIRMED, None, taken.span)
    assert waiting.place_of(second) == 1


def test_an_offer_ends_and_the_next_gets_it(desk, house, taken, monkeypatch):
    first, second = (wait(house, who, desk) for who in ("lena", "max"))
    with house.As("mia"):
        operations.cancel(desk, taken.id)
    settle(desk)
    until = operations.get(desk, first.id).until
    assert Offers().due(until - HOUR) == []
    monkeypatch.setattr(formatting, "now", lambda: until)
    assert Offers().due(until) == [IUUID(desk)]
    with house.As("lena"), pytest.raises(BookingRefused) as refused:
        waiting.accept(desk, first.id)
    assert "für Sie freigehalten" in said(refused)
    Offers().do(IUUID(desk), until)
    assert states(desk, first, second) == [bookings.LAPSED, bookings.OFFERED]
    assert Offers().due(until) == []
    with house.As("lena"), pytest.raises(BookingRefused) as refused:
        waiting.accept(desk, first.id)
    assert "für Sie freigehalten" in said(refused)


def test_shortening_and_moving_free_what_fits(desk, house, taken):
    whole, part = wait(house, "lena", desk), wait(house, "max", desk, 11, 12)
    with house.As("mia"):
        operations.change(desk, taken.id, end=house.at(9, 11)[1])
    settle(desk)
    assert states(desk, whole, part) == [bookings.WAITING, bookings.OFFERED]
    with house.As("max"):
        operations.cancel(desk, part.id)
    with house.As("mia"):
        operations.change(desk, taken.id, *house.at(14, 16))
    settle(desk)
    assert states(desk, whole, part) == [bookings.OFFERED, bookings.CANCELLED]


def test_the_transaction_settles_by_itself(functional, web, house):
    desk = house.add_space(web)
    with house.As("mia"):
        made = operations.book(desk, *house.at(9, 12))
    first = wait(house, "lena", desk)
    transaction.commit()
    with house.As("mia"):
        operations.cancel(desk, made.id)
    transaction.commit()
    assert states(desk, first) == [bookings.OFFERED]


def test_what_a_closed_time_ends_is_offered_when_it_is_lifted(desk, house, taken):
    waits = wait(house, "lena", desk)
    with house.As("hilde"):
        closed = closing.close(desk, *house.at(8, 18), "Umzug")
        settle(desk)
        assert states(desk, waits) == [bookings.WAITING]
        operations.cancel(desk, closed.id)
    settle(desk)
    assert states(desk, waits) == [bookings.OFFERED]


def test_the_rest_of_what_nobody_came_for(desk, house, taken, monkeypatch):
    desk.check_in = 15
    waits = wait(house, "lena", desk)
    monkeypatch.setattr(formatting, "now", lambda: taken.start + 16 * rules.MINUTE)
    assert Offers().due(formatting.now()) == []
    presence.release(desk, taken, formatting.now())
    settle(desk)
    offer = operations.get(desk, waits.id)
    assert (offer.state, offer.start) == (bookings.OFFERED, formatting.now())
    assert offer.until == formatting.now() + HOUR / 2
    monkeypatch.setattr(formatting, "now", lambda: taken.start + 20 * rules.MINUTE)
    with house.As("lena"):
        made = waiting.accept(desk, waits.id)
    assert (made.start, made.end) == (formatting.now(), taken.end)
    assert presence.is_awaited(desk, made, formatting.now())


def test_nobody_waits_on_once_it_has_begun(desk, house, taken, monkeypatch):
    waits = wait(house, "lena", desk)
    monkeypatch.setattr(formatting, "now", lambda: taken.start)
    assert Offers().due(taken.start) == [IUUID(desk)]
    settle(desk)
    assert states(desk, waits) == [bookings.LAPSED]
    assert operations.waits_of("lena") == []


def test_the_whole_and_its_parts_wait_together(portal, house):
    hall = house.add_space(portal, "Halle", kind="hall")
    left, right = (
        house.add_space(portal, f"Teil {n}", kind="hall", part_of=IUUID(hall)) for n in (1, 2)
    )
    with house.As("mia"):
        made = operations.book(left, *house.at(9, 12))
        other = operations.book(right, *house.at(9, 12))
    whole, half = wait(house, "lena", hall), wait(house, "max", left)
    with house.As("mia"):
        operations.cancel(left, made.id)
    settle(left)
    assert (states(hall, whole), states(left, half)) == ([bookings.WAITING], [bookings.OFFERED])
    with house.As("max"):
        operations.cancel(left, half.id)
    with house.As("mia"):
        operations.cancel(right, other.id)
    settle(left, right)
    assert states(hall, whole) == [bookings.OFFERED]


def test_what_cannot_be_waited_for_says_why(desk, house, taken):
    with house.As("lena"):
        for times, words in (
            ((13, 14), "ist zu dieser Zeit frei"),
            ((7, 9.5), "nicht geöffnet"),
            ((12, 9), "Das Ende muss nach dem Beginn liegen"),
        ):
            with pytest.raises(BookingRefused) as refused:
                waiting.join(desk, *house.at(*times))
            assert words in said(refused)
        first = waiting.join(desk, *house.at(9, 12))
        assert waiting.join(desk, *house.at(9, 12)) == first
        with pytest.raises(BookingRefused) as refused:
            waiting.join(desk, *house.at(10, 13))
        assert "warten Sie zu dieser Zeit schon" in said(refused)
    with house.As("mia"), pytest.raises(BookingRefused) as refused:
        waiting.join(desk, *house.at(9, 12))
    assert "selbst" in said(refused)
    with house.As("gesa"), pytest.raises(NotYours):
        waiting.join(desk, *house.at(9, 12))
    with house.As("lena"), pytest.raises(BookingRefused):
        operations.change(desk, first.id, *house.at(13, 14))


def test_a_quota_that_is_used_up_passes_the_offer_on_until_it_is_not(portal, house):
    one, two = (house.add_space(portal, f"Tisch {n}", person_quota=1) for n in (1, 2))
    with house.As("mia"):
        made = operations.book(one, *house.at(9, 12))
    first, second = wait(house, "lena", one), wait(house, "max", one)
    with house.As("lena"):
        other = operations.book(two, *house.at(9, 12, 2))
    with house.As("mia"):
        operations.cancel(one, made.id)
    settle(one)
    if operations.get(two, other.id).start.isocalendar()[:2] != made.start.isocalendar()[:2]:
        return  # the two workdays lie in two weeks: both fit
    assert states(one, first, second) == [bookings.WAITING, bookings.OFFERED]
    with house.As("max"):
        operations.cancel(one, second.id)
    settle(one)
    assert states(one, first) == [bookings.WAITING]
    with house.As("lena"):
        operations.cancel(two, other.id)
    assert Offers().due(formatting.now()) == [IUUID(one)]
    settle(one)
    assert states(one, first) == [bookings.OFFERED]


def test_who_leaves_is_passed_over_and_what_goes_takes_its_waits_along(desk, house, taken):
    first, second = (wait(house, who, desk) for who in ("lena", "max"))
    with house.As("lena"):
        operations.cancel(desk, first.id)
        assert operations.waits_of("lena") == []
    with house.As("mia"):
        operations.cancel(desk, taken.id)
    settle(desk)
    assert states(desk, first, second) == [bookings.CANCELLED, bookings.OFFERED]
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="max")
    assert free.claims_of(desk, taken.span) == []
    wait_on_nothing = promotion.queue_of(IUUID(desk))
    assert wait_on_nothing == []
    with house.As("mia"):
        operations.book(desk, *house.at(9, 12))
    wait(house, "lena", desk)
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(desk)
    assert operations.waits_of("lena") == []


def test_the_hub_management_lets_somebody_wait_who_may_not_book(desk, house, taken):
    waits = wait(house, "hilde", desk, holder="gesa")
    with house.As("mia"):
        operations.cancel(desk, taken.id)
    settle(desk)
    with house.As("gesa"):
        assert waiting.accept(desk, waits.id).holder == "gesa"


def test_until_when():
    day = formatting.now().replace(hour=9, minute=0, second=0, microsecond=0)
    span = rules.Span(day, day + 3 * HOUR)
    assert last_call(span, 0, 30) == day
    assert last_call(span, 15, 30) == day + 45 * rules.MINUTE
    assert last_call(span, 180, 30) == day + 150 * rules.MINUTE
    assert offer_ends(span, day - 24 * HOUR, 6 * HOUR) == day - 18 * HOUR
    assert offer_ends(span, day - 2 * HOUR, 6 * HOUR) == day
    assert offer_ends(span, day - HOUR / 6, 6 * HOUR) == day + HOUR / 3
    assert offer_ends(span, day + 2.9 * HOUR, 6 * HOUR) == span.end
