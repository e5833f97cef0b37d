"""Bookings that have to be approved: they hold the time, and a case of approvals decides."""

from datetime import timedelta
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.operations import acts_for
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.workflows import state_of
from kommunalhub.booking import bookings
from kommunalhub.booking import operations
from kommunalhub.booking import repeating
from kommunalhub.booking import rules
from kommunalhub.booking.asked import operations as asked
from kommunalhub.booking.asked import workflow
from kommunalhub.booking.asked.jobs import Unanswered
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.waiting import operations as waiting
from kommunalhub.booking.waiting import promotion
from kommunalhub.core import formatting
from kommunalhub.notices.box import box_of
from kommunalhub.notices.operations import ensure_store
from plone import api
from plone.uuid.interfaces import IUUID
from zope.i18n import translate

import pytest
import transaction


@pytest.fixture
def room(portal, house):
    """A room that staff asks for; the hub management books it at once."""
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    fields = {"bookable_by": set(), "on_request": {rules.STAFF}, "horizon": 366}
    return house.add_space(portal, "Besprechungsraum", kind="meeting", **fields)


def book(house, room, first=9, last=12, who="mia", **more):
    with house.As(who):
        return operations.book(room, *house.at(first, last), "Klausur", **more)


def now_of(room, booking):
    return operations.get(room, booking.id)


def case_of(room, booking):
    return asked.case_of(now_of(room, booking).source)


def decided(house, room, booking, act, comment="", who="otto"):
    with house.As(who):
        decide(case_of(room, booking), act, comment)
    return now_of(room, booking)


def letters(recipient):
    outbox = ensure_store(api.portal.get()).outbox
    found = sorted(outbox.mails.items(), key=lambda m: m[1].created)
    return [m.letter for _id, m in found if m.letter.recipient == f"{recipient}@example.org"]


def test_it_holds_the_time_and_waits_for_the_house(room, house):  # Indico #4129
    made = book(house, room)
    assert (made.state, made.until) == (bookings.ASKED, made.start - timedelta(hours=1))
    case = case_of(room, made)
    assert (state_of(case), case.partner, case.Creator()) == ("submitted", room.partner, "mia")
    with house.As("lena"), pytest.raises(SlotTaken):
        operations.book(room, *house.at(11, 13))
    query = {"portal_type": workflow.TYPE, "awaiting": f"{room.partner}-reviewers"}
    assert len(api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)) == 1
    assert case.due
    [told] = letters("mia")
    assert "vorgemerkt" in told.text
    assert "STATUS:TENTATIVE" in told.calendar


def test_granting_confirms_and_tells_once(room, house):
    made = book(house, room)
    granted = decided(house, room, made, "approve")
    assert (granted.state, granted.until, granted.span) == (bookings.CONFIRMED, None, made.span)
    first, second = letters("mia")
    assert (second.method, "STATUS:CONFIRMED" in second.calendar) == ("REQUEST", True)
    assert granted.sequence > made.sequence
    assert len(list(box_of(api.portal.get(), "mia").newest())) == 1
    with house.As("mia"):
        operations.cancel(room, made.id)
    assert state_of(case_of(room, made)) == "approved"


def test_refusing_frees_with_the_reason_and_the_next_in_line_gets_it(room, house):  # Indico #5786
    made = book(house, room)
    with house.As("lena"):
        waits = waiting.join(room, *house.at(9, 12))
    refused = decided(house, room, made, "reject", "Der Raum wird gestrichen.")
    assert refused.state == bookings.REFUSED
    letter = letters("mia")[-1]
    assert "Der Raum wird gestrichen." in letter.text
    assert letter.method == "CANCEL"
    promotion.settle(IUUID(room))
    assert now_of(room, waits).state == bookings.OFFERED
    with house.As("lena"):
        taken = waiting.accept(room, waits.id)
    assert taken.state == bookings.ASKED
    assert decided(house, room, taken, "approve").state == bookings.CONFIRMED


def test_nobody_decides_on_their_own(room, house):
    made = book(house, room, who="otto")
    with house.As("otto"), pytest.raises(NotAllowed):
        decide(case_of(room, made), "approve")
    assert decided(house, room, made, "approve", who="oskar").state == bookings.CONFIRMED
    other = book(house, room, 13, 14, who="oskar", holder="otto")
    with house.As("otto"), pytest.raises(NotAllowed):
        decide(case_of(room, other), "approve")
    with house.As("mia"), pytest.raises(NotAllowed):
        decide(case_of(room, other), "approve")


def test_what_nobody_answers_lapses_before_it_begins(room, house, monkeypatch):
    made = book(house, room)
    assert Unanswered().due(made.until - rules.MINUTE) == []
    monkeypatch.setattr(formatting, "now", lambda: made.until)
    uid = now_of(room, made).source
    assert Unanswered().due(made.until) == [uid]
    for _twice in range(2):
        Unanswered().do(uid, made.until)
    assert now_of(room, made).state == bookings.LAPSED
    assert state_of(case_of(room, made)) == "lapsed"
    assert Unanswered().due(made.until) == []
    told = [one for one in letters("mia") if "nicht rechtzeitig entschieden" in one.text]
    assert [one.method for one in told] == ["CANCEL"]


def test_who_cancels_takes_the_request_along(room, house):
    made = book(house, room)
    with house.As("mia"):
        operations.cancel(room, made.id)
    case = case_of(room, made)
    assert state_of(case) == "withdrawn"
    with house.As("otto"):
        assert not any(act["allowed"] for act in acts_for(case))


def test_withdrawing_the_request_cancels(room, house):
    made = book(house, room)
    assert decided(house, room, made, "withdraw", who="mia").state == bookings.CANCELLED


def test_a_series_is_asked_for_once_and_each_date_stands_by_itself(room, house):
    start, end = house.at(9, 12)
    week = timedelta(days=7)
    spans = [rules.Span(start + n * week, end + n * week) for n in range(3)]
    with house.As("mia"):
        made = repeating.book_all([(room, span) for span in spans if fits(room, span)])
    [case] = {case_of(room, one).getId(): case_of(room, one) for one in made}.values()
    with house.As("mia"):
        operations.cancel(room, made[0].id)
    assert state_of(case) == "submitted"
    with house.As("otto"):
        decide(case, "approve")
    states = [now_of(room, one).state for one in made]
    assert states == [bookings.CANCELLED, *[bookings.CONFIRMED] * (len(made) - 1)]


def fits(room, span):
    return not any(rules.is_holiday(day) for day in span.days())


def test_more_time_has_to_be_approved_again_less_does_not(room, house):
    made = book(house, room)
    decided(house, room, made, "approve")
    with house.As("mia"):
        less = operations.change(room, made.id, *house.at(10, 12))
        assert less.state == bookings.CONFIRMED
        more = operations.change(room, made.id, *house.at(10, 14))
    assert more.state == bookings.ASKED
    assert len({case.getId() for case in cases()}) == 2
    assert decided(house, room, made, "approve").span == more.span


def cases():
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type=workflow.TYPE
    )
    return [brain._unrestrictedGetObject() for brain in brains]


def test_who_books_without_asking_does_and_who_may_not_is_told(room, house):
    assert book(house, room, who="hilde").state == bookings.CONFIRMED
    with house.As("gesa"), pytest.raises(NotYours):
        operations.book(room, *house.at(13, 14))
    room.bookable_by = {rules.STAFF}
    assert book(house, room, 13, 14).state == bookings.CONFIRMED
    assert cases() == []


def test_there_is_no_time_to_ask_for_what_begins_now(room, house, monkeypatch):
    start, end = house.at(9, 12)
    monkeypatch.setattr(formatting, "now", lambda: start)
    with house.As("mia"), pytest.raises(BookingRefused) as refused:
        operations.book(room, start, end)
    [message] = refused.value.errors.values()
    assert "müssen bestätigt werden" in translate(message, target_language="de")


def test_a_request_stands_in_the_catalog_once(web, house):
    """What the catalog asks while it indexes must not let it index anew: inboxes told it twice."""
    fields = {"bookable_by": set(), "on_request": {rules.STAFF}}
    room = house.add_space(web, "Besprechungsraum", kind="meeting", **fields)
    transaction.commit()
    made = book(house, room)
    transaction.commit()
    decided(house, room, made, "approve")
    transaction.commit()
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type=workflow.TYPE
    )
    assert [brain.review_state for brain in brains] == ["approved"]
