"""The rules of time, without a site."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.booking import quotas
from kommunalhub.booking import rules
from kommunalhub.booking.quotas import Quota
from kommunalhub.booking.rules import Span
from kommunalhub.booking.rules import Terms
from kommunalhub.lib import typedhours
from moments import BERLIN

import doctest
import pytest


NOW = datetime(2026, 11, 18, 9, 12, tzinfo=BERLIN)
WORKDAYS = typedhours.parse_hours("Mo–Fr 8:00–18:00")
TERMS = Terms(hours=WORKDAYS, horizon=14, notice=0, shortest=30, longest=720)
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)


def at(day, first, last):
    """Return the Span of local times such as "8:00", "18:00"."""
    return rules.span_of(
        day, *(int(t.split(":")[0]) * 60 + int(t.split(":")[1]) for t in (first, last))
    )


def codes(span, terms=TERMS, now=NOW):
    return [refusal.code for refusal in rules.refusals(span, terms, now)]


THURSDAY = date(2026, 11, 19)


def test_doctests():
    for module in (rules, typedhours, quotas):
        assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("span", "terms", "expected"),
    [
        (at(THURSDAY, "8:00", "18:00"), {}, []),
        (at(THURSDAY, "9:00", "9:00"), {}, ["order"]),
        (at(THURSDAY, "7:59", "9:00"), {}, ["hours"]),
        (at(THURSDAY, "17:00", "18:01"), {}, ["hours"]),
        (at(THURSDAY, "9:00", "9:29"), {}, ["shortest"]),
        (at(THURSDAY, "9:00", "9:30"), {}, []),
        (at(THURSDAY, "8:00", "12:01"), {"longest": 240}, ["longest"]),
        (at(date(2026, 11, 18), "9:00", "10:00"), {}, []),  # the quarter that runs
        (at(date(2026, 11, 18), "8:45", "10:00"), {}, ["past"]),
        (at(date(2026, 11, 18), "11:00", "12:00"), {"notice": 2}, ["notice"]),
        (at(date(2026, 11, 18), "11:30", "12:00"), {"notice": 2}, []),
        (at(date(2026, 12, 2), "9:00", "10:00"), {}, []),  # the last day of the horizon counts
        (at(date(2026, 12, 3), "9:00", "10:00"), {}, ["horizon"]),
        (at(date(2026, 11, 21), "9:00", "10:00"), {}, ["weekday"]),
        (at(date(2026, 12, 25), "9:00", "10:00"), {"horizon": 60}, ["holiday"]),
        (at(THURSDAY, "9:00", "10:00"), {"closed": frozenset({THURSDAY})}, ["closed"]),
    ],
)
def test_each_rule_has_a_name_and_an_edge(span, terms, expected):  # commonsbooking #716
    assert codes(span, Terms(**{**TERMS.__dict__, **terms})) == expected


def test_the_horizon_says_from_when_on_it_can_be_booked():
    [refusal] = rules.refusals(at(date(2026, 12, 18), "9:00", "10:00"), TERMS, NOW)
    assert refusal.mapping == {"days": 14, "from": date(2026, 12, 4)}


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 9), (AUTUMN, 11), (date(2027, 4, 1), 10)])
def test_wall_clock_holds_when_the_clocks_are_changed(day, hours):
    span = rules.span_of(day, 0, 600)
    assert (rules.to_local(span.start).hour, rules.to_local(span.end).hour) == (0, 10)
    assert span.length == timedelta(hours=hours)
    assert span.days() == [day]


def test_open_round_the_clock_joins_days():
    terms = Terms(hours=typedhours.parse_hours("täglich 0–24"))
    night = Span(rules.local_moment(SPRING, 22 * 60), rules.local_moment(SPRING, 30 * 60))
    assert not rules.is_open(night, terms)  # the next day is Easter Monday
    night = Span(rules.local_moment(AUTUMN, 22 * 60), rules.local_moment(AUTUMN, 30 * 60))
    assert not rules.is_open(night, terms)  # begins on Reformation Day
    week = Span(rules.local_moment(THURSDAY, 22 * 60), rules.local_moment(THURSDAY, 70 * 60))
    assert rules.is_open(week, terms)


@pytest.mark.parametrize(
    "text", ["Montag", "Mo 18-8", "Xx 8-18", "Mo 8-25", "8-18", "Fr–Mo 8-18", "Mo 8-12, 11-13"]
)
def test_hours_that_are_not_understood(text):
    with pytest.raises(ValueError):
        typedhours.parse_hours(text)


def test_hours_as_people_write_them():
    nine = ((540, 1020),)
    assert typedhours.parse_hours("Montag bis Freitag 9 Uhr bis 17 Uhr")[:5] == (nine,) * 5
    assert typedhours.parse_hours("Mo, Mi und Fr 9.00-17.00") == (nine, (), nine, (), nine, (), ())
    assert typedhours.parse_hours("Di 8–12 und 13:30–18")[1] == ((480, 720), (810, 1080))
    assert typedhours.parse_hours("") == rules.NO_HOURS


@pytest.mark.parametrize(
    "text", ["31.2.2026", "morgen", "1.1.2026–31.12.2027", "2.1.2026–1.1.2026"]
)
def test_days_that_are_not_understood(text):
    with pytest.raises(ValueError):
        typedhours.parse_days(text)


WEEKLY = Quota(rules.PERSON, 2, rules.DAYS, rules.WEEK)


def test_a_day_counts_once_and_a_week_begins_on_monday():
    others = [at(THURSDAY, "8:00", "9:00"), at(THURSDAY, "12:00", "13:00")]
    friday, saturday, monday = (THURSDAY + timedelta(n) for n in (1, 2, 4))
    assert quotas.over_quota(at(THURSDAY, "14:00", "15:00"), others, WEEKLY) is None
    assert quotas.over_quota(at(friday, "8:00", "9:00"), others, WEEKLY) is None
    full = [*others, at(friday, "8:00", "9:00")]
    refusal = quotas.over_quota(at(saturday, "8:00", "9:00"), full, WEEKLY)
    assert refusal.mapping["used"] == 2
    assert quotas.over_quota(at(monday, "8:00", "9:00"), full, WEEKLY) is None


def test_hours_of_a_month_end_at_its_border():
    quota = Quota(rules.PERSON, 10, rules.HOURS, rules.MONTH)
    others = [at(date(2026, 11, 30), "8:00", "18:00")]
    assert quotas.over_quota(at(date(2026, 11, 27), "8:00", "8:30"), others, quota) is not None
    assert quotas.over_quota(at(date(2026, 12, 1), "8:00", "18:00"), others, quota) is None


def test_gaps_leave_room_for_both_sides():
    terms = Terms(hours=WORKDAYS, shortest=30, before=15, after=30)
    taken = at(THURSDAY, "10:00", "12:00").padded(15, 30)
    found = rules.gaps(rules.open_spans(THURSDAY, terms), [taken], terms)
    assert found == [at(THURSDAY, "8:00", "9:15"), at(THURSDAY, "12:45", "18:00")]


minutes = st.integers(0, 95).map(lambda n: 15 * n)


@given(
    st.lists(st.tuples(minutes, st.integers(1, 20)), max_size=8),
    st.integers(0, 4),
    st.integers(0, 4),
)
def test_what_is_free_can_be_booked_and_the_rest_cannot(taken, before, after):
    terms = Terms(hours=typedhours.parse_hours("Do 6–22"), before=15 * before, after=15 * after)
    claims = [rules.span_of(THURSDAY, first, first + 15 * n) for first, n in taken]
    free = rules.gaps(rules.open_spans(THURSDAY, terms), claims, terms)
    for number in range(4 * 6, 4 * 22):
        quarter = rules.span_of(THURSDAY, 15 * number, 15 * number + 15)
        fits = not any(quarter.padded(terms.before, terms.after).overlaps(c) for c in claims)
        assert any(gap.covers(quarter) for gap in free) == fits
