"""Booking, changing, cancelling: what holds whatever was done before."""

from datetime import timedelta
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from itertools import combinations
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.booking import tree
from kommunalhub.booking import writing
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import IBookingChanged
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.storage import book_of
from kommunalhub.core import formatting
from pathlib import Path
from plone import api
from plone.uuid.interfaces import IUUID
from zope.component import getGlobalSiteManager
from zope.i18n import translate

import ast
import kommunalhub
import pytest
import transaction


SOURCE = Path(kommunalhub.__file__).parent


@pytest.fixture
def desk(portal, house):
    return house.add_space(portal)


def said(refusal, field="start"):
    return translate(refusal.value.errors[field], target_language="de")


def test_a_booking_is_kept_as_it_was_asked_for(desk, house):
    start, end = house.at(9, 12)
    with house.As("mia"):
        made = operations.book(desk, start + timedelta(seconds=30), end, " Klausur ")
        assert operations.of_person("mia") == [made]
        assert operations.get(desk, made.id) == made
    assert (made.start, made.end, made.purpose, made.partner) == (start, end, "Klausur", "malente")


def test_touching_is_free_overlapping_is_taken(desk, house):
    with house.As("mia"):
        operations.book(desk, *house.at(10, 12))
    with house.As("lena"):
        operations.book(desk, *house.at(8, 10))
        operations.book(desk, *house.at(12, 13))
        for times in ((9.75, 10.25), (11.5, 14), (8, 18), (10.5, 11)):
            with pytest.raises(SlotTaken):
                operations.book(desk, *house.at(*times))


def test_buffers_keep_others_off_on_both_sides(portal, house):
    room = house.add_space(portal, "Raum", kind="meeting", buffer_before=15, buffer_after=30)
    with house.As("mia"):
        operations.book(room, *house.at(10, 12))
    with house.As("lena"):
        for times in ((8, 9.5), (12.5, 14)):
            with pytest.raises(SlotTaken):
                operations.book(room, *house.at(*times))
        operations.book(room, *house.at(8, 9.25))
        operations.book(room, *house.at(12.75, 14))


@pytest.fixture
def hall(portal, house):
    """A hall with two parts."""
    whole = house.add_space(portal, "Halle", kind="hall", seats=20)
    parts = [
        house.add_space(portal, f"Teil {n}", kind="hall", seats=8, part_of=IUUID(whole))
        for n in (1, 2)
    ]
    return whole, *parts


def test_the_whole_closes_its_parts_and_the_other_way_round(hall, house):
    whole, left, right = hall
    with house.As("mia"):
        operations.book(whole, *house.at(8, 10))
        operations.book(left, *house.at(12, 14))
    with house.As("lena"):
        for space, times in ((left, (9, 11)), (right, (8, 9)), (whole, (13, 15))):
            with pytest.raises(SlotTaken):
                operations.book(space, *house.at(*times))
        operations.book(right, *house.at(12, 14))  # parts do not close each other
        operations.book(whole, *house.at(15, 16))


def test_what_becomes_a_part_brings_its_bookings_along(portal, house, desk):
    whole = house.add_space(portal, "Saal", kind="hall", seats=20)
    with house.As("mia"):
        operations.book(desk, *house.at(9, 12))
    tree.arrange(portal, IUUID(desk), IUUID(whole))
    with house.As("lena"), pytest.raises(SlotTaken):
        operations.book(whole, *house.at(11, 13))
    tree.arrange(portal, IUUID(desk), None)
    with house.As("lena"):
        operations.book(whole, *house.at(11, 13))
    assert tree.why_not(portal, IUUID(desk), IUUID(whole)) == tree.TAKEN
    with pytest.raises(ValueError):
        tree.arrange(portal, IUUID(desk), IUUID(whole))


def test_nothing_is_part_of_itself(portal, hall):
    whole, left, _right = map(IUUID, hall)
    assert tree.why_not(portal, whole, whole) == tree.CIRCLE
    assert tree.why_not(portal, whole, left) == tree.CIRCLE


def test_a_cancelled_time_is_free_at_once(desk, house):
    with house.As("mia"):
        made = operations.book(desk, *house.at(9, 12))
        operations.cancel(desk, made.id)
        assert operations.of_person("mia") == []
        with pytest.raises(BookingRefused):
            operations.cancel(desk, made.id)
    with house.As("lena"):
        operations.book(desk, *house.at(9, 12))


def test_a_booking_moves_over_its_own_time(desk, house):
    with house.As("mia"):
        made = operations.book(desk, *house.at(9, 12))
        moved = operations.change(desk, made.id, *house.at(10, 13))
        assert (moved.sequence, moved.id) == (1, made.id)
        assert operations.of_person("mia") == [moved]
        assert operations.change(desk, made.id) == moved
    with house.As("lena"):
        other = operations.book(desk, *house.at(9, 10))
        with pytest.raises(SlotTaken):
            operations.change(desk, other.id, end=house.at(9, 11)[1])
        assert operations.get(desk, other.id) == other
        with pytest.raises(NotYours):
            operations.change(desk, made.id, purpose="meins")


def test_what_has_begun_keeps_its_beginning_and_ends_now(desk, house, monkeypatch):
    with house.As("mia"):
        made = operations.book(desk, *house.at(9, 12))
        noon = made.start + timedelta(hours=1, minutes=5)
        monkeypatch.setattr(formatting, "now", lambda: noon)
        with pytest.raises(BookingRefused):
            operations.change(desk, made.id, start=made.start + timedelta(hours=1))
        operations.cancel(desk, made.id)
        assert operations.get(desk, made.id).end == noon
        assert operations.get(desk, made.id).is_firm


def test_who_may_book(desk, house):
    with house.As("gesa"), pytest.raises(NotYours) as refused:
        operations.book(desk, *house.at(9, 12))
    assert "Schreibtisch 1" in translate(refused.value.args[0], target_language="de")
    desk.bookable_by = {rules.EVERYBODY}
    with house.As("gesa"):
        operations.book(desk, *house.at(9, 12))
    desk.bookable_by = set()
    with house.As("mia"), pytest.raises(NotYours):
        operations.book(desk, *house.at(13, 14))
    with house.As("hilde"):
        operations.book(desk, *house.at(13, 14))


def test_for_somebody_else(desk, house):
    with house.As("mia"):
        made = operations.book(desk, *house.at(9, 12), holder="max")
        for other in ("lena", "nobody"):
            with pytest.raises(NotYours):
                operations.book(desk, *house.at(13, 14), holder=other)
    assert (made.holder, made.made_by) == ("max", "mia")
    with house.As("max"):
        operations.cancel(desk, made.id)
    with house.As("hilde"):
        assert operations.book(desk, *house.at(9, 12), holder="gesa").holder == "gesa"


def test_each_refusal_names_space_and_rule(portal, house):
    desk = house.add_space(portal, "Schreibtisch 2", horizon=14, notice=200, person_quota=1)
    with house.As("mia"):
        with pytest.raises(BookingRefused) as refused:
            operations.book(desk, *house.at(9, 12))
        assert said(refused) == "Schreibtisch 2 wird mindestens 200 Stunden vorher gebucht."
        desk.notice = 0
        start, end = (moment + timedelta(days=70) for moment in house.at(9, 12))
        with pytest.raises(BookingRefused) as refused:
            operations.book(desk, start, end)
        assert said(refused).startswith("Schreibtisch 2 ist höchstens 14 Tage im Voraus buchbar.")
        operations.book(desk, *house.at(9, 10))
        other = house.add_space(portal, "Schreibtisch 3", person_quota=1, quota_unit="hours")
        with pytest.raises(BookingRefused) as refused:
            operations.book(other, *house.at(10, 11))
        assert said(refused).startswith("Schreibtisch 3: Stunden, die eine Person in der Woche")


def test_a_quota_counts_the_person_and_the_administration(portal, house):
    terms = {"quota_unit": "hours", "quota_period": "month"}
    one = house.add_space(portal, "Raum 1", kind="meeting", person_quota=3, **terms)
    two = house.add_space(portal, "Raum 2", kind="meeting", partner_quota=4, **terms)
    with house.As("mia"):
        made = operations.book(one, *house.at(9, 11))
        with pytest.raises(BookingRefused):
            operations.book(one, *house.at(12, 14))
        operations.change(one, made.id, *house.at(9, 12))  # its own time does not count twice
        operations.cancel(one, made.id)
        operations.book(one, *house.at(12, 14))
    with house.As("max"):
        operations.book(two, *house.at(8, 10))
        with pytest.raises(BookingRefused):
            operations.book(two, *house.at(10, 11))
    with house.As("lena"):
        operations.book(two, *house.at(10, 11))


def test_what_is_deleted_gives_its_bookings_back(portal, house, desk):
    heard = []

    def listen(event):
        heard.append((event.old, event.new.state, event.space.Title()))

    with house.As("mia"):
        made = operations.book(desk, *house.at(9, 12))
    sites = getGlobalSiteManager()
    sites.registerHandler(listen, (IBookingChanged,))
    try:
        with api.env.adopt_roles(["Manager"]):
            api.content.delete(desk)
    finally:
        sites.unregisterHandler(listen, (IBookingChanged,))
    assert heard == [(made, "cancelled", "Schreibtisch 1")]
    with house.As("mia"):
        assert operations.of_person("mia") == []


def firm(book):
    return [
        booking
        for ledger in book.ledgers.values()
        for booking in map(ledger.get, ledger.bookings)
        if booking.is_firm
    ]


def check(book):
    """What holds after whatever was done: no overlap, no ghost, nothing forgotten."""
    bookings = firm(book)
    for one, other in combinations(bookings, 2):
        if other.space in book.related(one.space):
            assert not one.claimed.overlaps(other.claimed), (one, other)
    expected = {uid: set() for uid in book.ledgers}
    for booking in bookings:
        for uid in book.related(booking.space):
            expected[uid].add(tuple(booking.claim))
    for uid, ledger in book.ledgers.items():
        assert {claim for claims in ledger.days.values() for claim in claims} == expected[uid]
    entries = {(holder, e[4]) for holder, a in book.accounts.items() for e in a.entries}
    assert entries == {(h, b.id) for b in bookings for h in writing.holders_of(b)}


hours = st.integers(16, 35)
acts = st.lists(
    st.tuples(
        st.sampled_from(["book", "change", "cancel"]),
        st.integers(0, 3),
        hours,
        st.integers(1, 8),
        st.integers(1, 2),
        st.integers(0, 30),
    ),
    max_size=25,
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(acts)
def test_any_order_of_acts_leaves_no_overlap_and_no_ghost(hall, house, desk, acts):
    spaces, made = [*hall, desk], []
    spaces[1].buffer_after = 30
    point = transaction.savepoint()
    with house.As("hilde"):
        for verb, which, first, length, day, pick in acts:
            times = house.at(first / 2, min(first + length, 36) / 2, day)
            try:
                if verb == "book":
                    made.append((spaces[which], operations.book(spaces[which], *times)))
                elif made:
                    space, booking = made[pick % len(made)]
                    if verb == "change":
                        operations.change(space, booking.id, *times)
                    else:
                        operations.cancel(space, booking.id)
            except (SlotTaken, BookingRefused):
                pass
            book = book_of(api.portal.get())
            if book is not None:
                check(book)
    point.rollback()


def calls(name):
    """Yield module.function of ours from which a function or method of this name is called."""
    for path in SOURCE.rglob("*.py"):
        module = path.relative_to(SOURCE).with_suffix("").as_posix()
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    called = getattr(node, "func", None)
                    if getattr(called, "attr", getattr(called, "id", None)) == name:
                        yield f"{module}.{function.name}"


def test_every_way_of_writing_goes_through_one_operation():
    booking = {place for name in ("enter", "leave") for place in calls(name)}
    assert {p for p in booking if p.startswith("booking/")} == {
        "booking/writing.write",
        "booking/tree.arrange",
    }
    writers = {place for place in calls("write") if place.startswith("booking/")}
    assert writers == {
        "booking/closing._write_closed",
        "booking/closing.make_room",
        "booking/holders.hand_over",
        "booking/operations.assign",
        "booking/operations.book",
        "booking/operations.change",
        "booking/operations.give_back",
        "booking/presence.check_in",
        "booking/reminding.remind",
        "booking/asked/operations.ask",
        "booking/asked/operations.put",
        "booking/waiting/operations.accept",
        "booking/waiting/operations.join",
        "booking/waiting/promotion.put",
    }
