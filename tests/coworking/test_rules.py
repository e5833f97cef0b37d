"""The rules for co-working, without a site."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.coworking import rules

import pytest


DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("kind", rules.APPLICANT_KINDS)
@pytest.mark.parametrize("staff", [True, False])
def test_only_staff_of_an_administration_are_internal(kind, staff):
    assert rules.is_external(kind, staff) is not (kind == "administration" and staff)


def test_only_a_person_needs_no_organisation():
    assert [k for k in rules.APPLICANT_KINDS if not rules.needs_organisation(k)] == ["person"]


@given(DAYS, st.integers(-1000, 1000))
def test_a_period_does_not_end_before_it_starts(start, days):
    assert rules.period_is_ordered(start, start + timedelta(days=days)) is (days >= 0)


@given(DAYS, st.integers(0, 800), st.integers(1, 800))
def test_both_ends_of_a_period_count(start, days, longest):
    end = start + timedelta(days=days)
    assert rules.period_is_short_enough(start, end, longest) is (days + 1 <= longest)


@pytest.mark.parametrize(("start", "end"), [(None, date(2027, 1, 1)), (date(2027, 1, 1), None)])
def test_an_open_period_breaks_no_rule(start, end):
    assert rules.period_is_ordered(start, end)
    assert rules.period_is_short_enough(start, end, 1)


@given(DAYS, st.integers(-400, 400))
def test_today_is_in_time_yesterday_is_not(today, days):
    assert rules.starts_in_time(today + timedelta(days=days), today) is (days >= 0)


@given(st.lists(st.integers(1, 50)))
def test_desks_add_up_and_rooms_do_not(seats):
    assert rules.capacity("desk", seats) == sum(seats)
    for room in ("office", "meeting"):
        found = rules.capacity(room, seats)
        assert all(found >= single for single in seats)
        assert found in (seats or [0])


@given(st.integers(1, 100), st.integers(0, 100))
def test_persons_fit_up_to_the_last_seat(persons, room):
    assert rules.fits(persons, room) is (persons <= room)


NEW_YEAR = date(2027, 1, 1)


def period(first, length, seats):
    return NEW_YEAR + timedelta(first), NEW_YEAR + timedelta(first + length), seats


PERIODS = st.lists(
    st.builds(period, st.integers(0, 40), st.integers(0, 20), st.integers(1, 6)), max_size=8
)


@given(PERIODS, st.integers(0, 40), st.integers(0, 30))
def test_the_fullest_day_is_found(periods, begin, length):
    days = [NEW_YEAR + timedelta(begin + n) for n in range(length + 1)]
    counted = max(sum(s for first, last, s in periods if first <= day <= last) for day in days)
    assert rules.most_at_once(periods, days[0], days[-1]) == counted


@given(DAYS, st.integers(0, 20), st.sets(st.sampled_from(rules.WEEKDAYS), min_size=1))
def test_some_chosen_weekday_lies_in_the_period(start, length, weekdays):
    days = [start + timedelta(n) for n in range(length + 1)]
    named = {rules.WEEKDAYS[day.weekday()] for day in days if day.weekday() < 5}
    assert rules.has_day_in_period(weekdays, days[0], days[-1]) is bool(named & weekdays)


@given(DAYS, st.sets(st.sampled_from(rules.WEEKDAYS), min_size=1))
def test_a_whole_week_has_every_weekday(start, weekdays):
    assert rules.has_day_in_period(weekdays, start, start + timedelta(6))
