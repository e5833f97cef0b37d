"""What an approved application holds: a right to book, or a place of its own."""

from datetime import timedelta
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.operations import decide
from kommunalhub.booking import free
from kommunalhub.booking import operations as booking
from kommunalhub.booking import rules as booking_rules
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.validation import FieldError
from kommunalhub.coworking import rules
from kommunalhub.coworking.jobs import Periods
from plone import api
from zope.i18n import translate

import pytest


EVERY_DAY = set(rules.WEEKDAYS)


@pytest.fixture
def desk(portal, hub):
    return hub.add_space(portal, title="Schreibtisch 1")


@pytest.fixture
def other(portal, hub):
    return hub.add_space(portal, title="Schreibtisch 2")


def whole(application):
    return booking_rules.Span(
        booking_rules.local_moment(application.start, 0),
        booking_rules.local_moment(application.end, 1440),
    )


def weekday_in(application):
    """Return the first chosen day of an application that is no public holiday."""
    day = application.start
    weekdays = application.weekdays
    while not rules.covers_day(day, application.start, application.end, weekdays) or (
        booking_rules.is_holiday(day)
    ):
        day += timedelta(days=1)
    return day


def book(space, day, first=9, last=11):
    span = booking_rules.span_of(day, first * 60, last * 60)
    return booking.book(space, span.start, span.end)


def test_approved_means_bookable_in_its_period_on_its_days(portal, hub, desk):
    case = hub.add_application(portal)
    day = weekday_in(case)
    with hub.As("gesa"), pytest.raises(NotYours):
        book(desk, day)
    hub.bring_to(case, "approved")
    with hub.As("gesa"):
        book(desk, day)
        wrong = [case.start - timedelta(days=7), case.end + timedelta(days=7), day]
        for number, elsewhere in enumerate(wrong):
            while number < 2 and booking_rules.why_closed(elsewhere, free.terms_of(desk)):
                elsewhere += timedelta(days=1 if number else -1)
            if number == 2:
                while elsewhere.weekday() != 2 or booking_rules.is_holiday(elsewhere):
                    elsewhere += timedelta(days=1)
            with pytest.raises(NotYours):
                book(desk, elsewhere)
    room = hub.add_space(portal, title="Raum", kind="meeting", seats=8)
    with hub.As("gesa"), pytest.raises(NotYours):
        book(room, day)


def test_withdrawing_frees_what_was_booked_by_the_right(portal, hub, desk):
    case = hub.bring_to(hub.add_application(portal), "approved")
    with hub.As("gesa"):
        made = book(desk, weekday_in(case))
    hub.step(case, "gesa", "withdraw", "Wir kommen doch nicht.")
    assert not booking.get(desk, made.id).is_firm
    with hub.As("mia"):
        book(desk, weekday_in(case))


def test_a_fixed_place_is_kept_at_approval_and_freed_at_the_end(portal, hub, desk):
    case = hub.add_application(portal, weekdays=EVERY_DAY, fixed_space=desk.UID())
    hub.bring_to(case, "consent")
    assert free.claims_of(desk, whole(case)) == []
    for who in ("otto", "dora"):
        hub.vote(case, who, "approve")
    assert hub.state(case) == "approved"
    [claim] = free.claims_of(desk, whole(case))
    with hub.As("gesa"):
        [kept] = booking.of_person("gesa")
    assert (kept.id, kept.span, kept.source) == (claim.id, whole(case), case.UID())
    with hub.As("mia"), pytest.raises(SlotTaken):
        book(desk, weekday_in(case))
    hub.step(case, "otto", "activate")
    hub.step(case, "otto", "end")
    assert free.claims_of(desk, whole(case)) == []


def test_on_some_days_it_is_kept_on_those_alone(portal, hub, desk):
    case = hub.add_application(portal, weekdays={"mon", "tue"}, fixed_space=desk.UID())
    hub.bring_to(case, "approved")
    held = {
        booking_rules.to_local(free.moment_of(claim.start)).weekday()
        for claim in free.claims_of(desk, whole(case))
    }
    assert held <= {0, 1}
    day = case.start
    while day.weekday() != 3 or booking_rules.is_holiday(day):
        day += timedelta(days=1)
    with hub.As("mia"):
        book(desk, day)


def test_a_conflict_refuses_the_vote_and_leaves_nothing_half_done(portal, hub, desk, other):
    case = hub.add_application(portal, weekdays=EVERY_DAY, fixed_space=desk.UID())
    hub.bring_to(case, "consent")
    hub.vote(case, "otto", "approve")
    day = weekday_in(case)
    with hub.As("mia"):
        made = book(desk, day)
    with pytest.raises(NotAllowed) as refused:
        hub.vote(case, "dora", "approve")
    said = translate(refused.value.args[0], target_language="de")
    assert "Schreibtisch 1 ist anderweitig vergeben" in said
    assert formatting.day(day) in said
    assert said.endswith("Für den ganzen Zeitraum frei: Schreibtisch 2.")
    assert hub.state(case) == "consent"
    assert [c.id for c in free.claims_of(desk, whole(case))] == [made.id]
    with hub.As("mia"):
        booking.cancel(desk, made.id)
    hub.vote(case, "dora", "approve")
    assert hub.state(case) == "approved"


def test_the_host_hears_of_a_conflict_before_it_decides(portal, hub, desk):
    fields = {**hub.INTERNAL, "weekdays": EVERY_DAY, "fixed_space": desk.UID()}
    first = hub.add_application(portal, "mia", **fields)
    second = hub.add_application(portal, "dirk", **fields)
    for case, who in ((first, "mia"), (second, "dirk")):
        hub.step(case, who, "submit")
    with hub.As("otto"):
        decide(first, "approve")
        with pytest.raises(NotAllowed) as refused:
            decide(second, "approve")
    said = translate(refused.value.args[0], target_language="de")
    assert "Kein anderer Platz dieser Art" in said
    assert hub.state(second) == "submitted"


def test_a_fixed_place_is_of_the_kind_that_is_asked_for(portal, hub, desk):
    schema = api.portal.get_tool("portal_types")["CoworkingApplication"].lookupSchema()
    hub.add_space(portal, title="Raum", kind="meeting", seats=8)
    case = hub.add_application(portal, fixed_space=desk.UID(), persons=1)
    schema.validateInvariants(case)
    case.space_kind = "meeting"
    with pytest.raises(FieldError) as refused:
        schema.validateInvariants(case)
    assert refused.value.at == "fixed_space"


def test_use_begins_and_ends_on_its_day(portal, hub, desk, monkeypatch):
    case = hub.add_application(portal, weekdays=EVERY_DAY, fixed_space=desk.UID())
    hub.bring_to(case, "approved")

    def tick(day):
        moment = booking_rules.local_moment(day, 60)
        monkeypatch.setattr(formatting, "now", lambda: moment)
        with as_system(portal):
            for key in Periods().due(moment):
                Periods().do(key, moment)

    tick(case.start - timedelta(days=1))
    assert hub.state(case) == "approved"
    tick(case.start)
    assert hub.state(case) == "active"
    tick(case.end)
    assert hub.state(case) == "active"
    tick(case.end + timedelta(days=1))
    assert hub.state(case) == "ended"
    tick(case.end + timedelta(days=2))
    assert hub.state(case) == "ended"
