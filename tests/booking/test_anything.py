"""Whatever people do, in any order: waiting lists, closed times and approvals among it."""

from booking.test_operations import check
from contextlib import suppress
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from itertools import count
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.workflows import state_of
from kommunalhub.booking import bookings
from kommunalhub.booking import closing
from kommunalhub.booking import operations
from kommunalhub.booking import quotas
from kommunalhub.booking import rules
from kommunalhub.booking.asked import operations as asked
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.settings import terms_of
from kommunalhub.booking.storage import book_of
from kommunalhub.booking.waiting import operations as waiting
from kommunalhub.booking.waiting import promotion
from kommunalhub.core import formatting
from plone import api
from plone.uuid.interfaces import IUUID

import pytest


PEOPLE = ("mia", "max", "lena")
REFUSALS = (SlotTaken, BookingRefused, NotYours, ApprovalError)
#: What is done: verb, who, which space, first half hour, half hours, which of what there is.
acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["book", "book", "wait", "wait", "change", "cancel", "accept", "close", "decide"]
        ),
        st.sampled_from(PEOPLE),
        st.integers(0, 2),
        st.integers(16, 24),
        st.integers(1, 8),
        st.integers(0, 30),
    ),
    max_size=14,
)


@pytest.fixture
def spaces(portal, house):
    """A hall with a part that has to be asked for, and the part; a desk with a quota."""
    far = {"horizon": 366}
    asking = {"bookable_by": set(), "on_request": {rules.STAFF}}
    hall = house.add_space(portal, "Halle", kind="hall", **asking, **far)
    of_hall = {"part_of": IUUID(hall), "buffer_after": 30}
    part = house.add_space(portal, "Teil", kind="hall", **of_hall, **far)
    quota = {"person_quota": 4, "quota_unit": rules.HOURS}
    return hall, part, house.add_space(portal, "Schreibtisch", **quota, **far)


@pytest.fixture
def days():
    return count(1)


def act_out(house, spaces, made, day, verb, who, which, first, length, pick):
    space, times = spaces[which], house.at(first / 2, (first + length) / 2, day)
    if verb == "close":
        with house.As("hilde"):
            closed = closing.close(space, *times, "Probe")
        return made.append((space, closed.id, "hilde")) if closed is not None else None
    if verb in ("book", "wait"):
        with house.As(who):
            act = operations.book if verb == "book" else waiting.join
            return made.append((space, act(space, *times).id, who))
    if not made:
        return None
    space, number, holder = made[pick % len(made)]
    if verb == "decide":
        case = asked.case_of(operations.get(space, number).source)
        if case is not None:
            with house.As("otto"):
                decide(case, ("approve", "reject")[pick % 2], "Darum.")
        return None
    with house.As(holder):
        if verb == "change":
            operations.change(space, number, *times)
        elif verb == "accept":
            waiting.accept(space, number)
        else:
            operations.cancel(space, number)
    return None


def all_bookings(book):
    return [ledger.get(n) for ledger in book.ledgers.values() for n in ledger.bookings]


def check_queues(book, spaces):
    """Nobody is forgotten, nobody waits for what is free for them."""
    found = all_bookings(book)
    queued = {one.id for one in found if one.is_queued}
    assert {n for ledger in book.ledgers.values() for n in ledger.queue or ()} == queued
    waits = {(one.holder, one.id) for one in found if one.state == bookings.WAITING}
    kept = {(who, n) for who, a in book.accounts.items() for _uid, n in a.waiting or ()}
    assert kept == waits
    now = formatting.now()
    for one in found:
        if one.state == bookings.WAITING:
            assert promotion.offer_of(one, now) is None, one
    for space in spaces:
        assert not promotion.is_due(IUUID(space), now)


def check_requests(book):
    """What is asked for waits for somebody, and nobody is asked about what is not."""
    for one in all_bookings(book):
        if one.state == bookings.ASKED:
            case = asked.case_of(one.source)
            assert state_of(case) == "submitted"
            assert [b.id for _space, b in asked.open_of(case)] == [one.id]
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="BookingRequest", review_state="submitted"
    )
    for brain in brains:
        assert asked.open_of(brain._unrestrictedGetObject())


def check_quotas(book, desk):
    [quota] = terms_of(desk).quotas
    for who in PEOPLE:
        mine = [
            one.span
            for one in all_bookings(book)
            if one.holder == who and one.is_firm and one.space == IUUID(desk)
        ]
        for span in mine:
            first, after = rules.period_of(span.days()[0], quota.period)
            assert quotas.used(mine, quota, first, after) <= quota.amount


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts)
def test_any_order_of_acts_leaves_everything_in_order(spaces, house, days, acts):
    day, made = next(days), []  # each course of events has a day of its own
    for act in acts:
        with suppress(*REFUSALS):
            act_out(house, spaces, made, day, *act)
        for space in spaces:  # what the end of a transaction does
            promotion.settle(IUUID(space))
        book = book_of(api.portal.get())
        if book is not None:
            check(book)
            check_queues(book, spaces)
            check_requests(book)
            check_quotas(book, spaces[2])
