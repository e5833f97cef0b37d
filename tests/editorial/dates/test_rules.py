"""What becomes of the dates of an event when its plan changes, and by hand; the filters."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.formatting import to_local
from kommunalhub.editorial.dates import rules
from kommunalhub.editorial.dates.filters import Asked
from kommunalhub.editorial.dates.filters import Period
from kommunalhub.editorial.dates.filters import period_in
from kommunalhub.editorial.dates.plans import Plan
from kommunalhub.editorial.dates.plans import spans_of
from kommunalhub.editorial.dates.restapi.calendar import span_in
from kommunalhub.editorial.dates.rules import NotChangeable
from kommunalhub.editorial.dates.rules import renewed

import pytest


FIRST = datetime(2026, 11, 2, 9)  # a Monday
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=6"


def plan(first=FIRST, rule=WEEKLY, place="Rathaus", title="Sprechstunde", hours=1, **more):
    spans = spans_of(first, first + timedelta(hours=hours), rule, **more)
    return Plan(title, place, spans)


def told(plan, now=NOW, dates=(), title=None):
    return renewed(dates, plan, now, True, title)


def walls(spans):
    return [f"{to_local(one.start):%d.%m. %H:%M}" for one in spans]


# What a plan says


def test_the_hour_on_the_wall_is_kept_when_the_clocks_change():
    spans = spans_of(datetime(2026, 10, 19, 18), datetime(2026, 10, 19, 20), WEEKLY)
    assert {f"{to_local(one.start):%H:%M}-{to_local(one.end):%H:%M}" for one in spans} == {
        "18:00-20:00"
    }
    assert spans[1].start.hour == 17 == spans[0].start.hour + 1


def test_a_time_that_the_clocks_leave_out_is_later_and_never_ends_before_it_begins():
    [span] = spans_of(datetime(2027, 3, 28, 2, 30), datetime(2027, 3, 28, 3))
    assert span.start <= span.end


def test_a_whole_day_is_one_day():
    [span] = spans_of(datetime(2026, 12, 24), datetime(2026, 12, 24, 23, 59, 59), "", True)
    assert span.end - span.start == timedelta(days=1)
    assert to_local(span.start).isoformat() == "2026-12-24T00:00:00+01:00"
    [long] = spans_of(datetime(2026, 10, 24, 9), datetime(2026, 10, 25, 9), "", True)
    assert long.end - long.start == timedelta(days=2, hours=1)  # a night is an hour longer


def test_an_open_end_lasts_until_the_day_is_over():
    [span] = spans_of(datetime(2026, 12, 24, 18), datetime(2026, 12, 24, 18), is_open_end=True)
    assert to_local(span.end).isoformat() == "2026-12-25T00:00:00+01:00"


def test_single_days_have_the_hour_and_exceptions_are_left_out():
    rule = "RRULE:FREQ=WEEKLY;COUNT=3\nRDATE:20261224T000000\nEXDATE:20261109T000000"
    assert walls(spans_of(FIRST, FIRST, rule)) == ["02.11. 09:00", "16.11. 09:00", "24.12. 09:00"]


def test_the_last_day_of_a_rule_counts():
    assert len(spans_of(FIRST, FIRST, "RRULE:FREQ=DAILY;UNTIL=20261104T000000Z")) == 3


# What becomes of the list


def test_a_changed_rule_does_not_rewrite_the_past():
    before = told(plan())
    other = plan(FIRST + timedelta(hours=5), "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=6")
    after = told(other, dates=before)
    assert after[:3] == before[:3]  # 2, 9 and 16 November
    assert walls(after[:3]) == ["02.11. 09:00", "09.11. 09:00", "16.11. 09:00"]


def test_a_changed_hour_moves_what_lies_ahead_and_keeps_the_numbers():
    before = told(plan())
    after = told(plan(FIRST + timedelta(hours=1)), dates=before)
    assert [one.number for one in after] == [one.number for one in before]
    assert [one.sequence for one in after] == [0, 0, 0, 1, 1, 1]
    assert after[3].before == before[3].when_and_where
    assert after[3].state == rules.MOVED


def test_what_goes_back_to_where_it_was_is_as_planned():
    before = told(plan())
    moved = told(plan(FIRST + timedelta(hours=1)), dates=before)
    back = told(plan(), dates=moved)
    assert (back[3].state, back[3].before, back[3].sequence) == (rules.PLANNED, None, 2)


def test_what_a_rule_leaves_out_is_called_off_and_comes_back_under_its_number():
    before = told(plan())
    shorter = told(plan(rule="RRULE:FREQ=WEEKLY;COUNT=5"), dates=before)
    assert [one.state for one in shorter] == [rules.PLANNED] * 5 + [rules.CANCELLED]
    assert (shorter[5].number, shorter[5].sequence) == (6, 1)
    again = told(plan(), dates=shorter)
    assert (again[5].state, again[5].sequence) == (rules.PLANNED, 2)


def test_a_new_title_and_a_new_place_grow_the_sequence_once():
    before = told(plan())
    after = told(plan(place="Halle", title="Beratung"), dates=before, title="Sprechstunde")
    assert [one.sequence for one in after] == [0, 0, 0, 1, 1, 1]
    assert [one.place for one in after] == ["Rathaus"] * 3 + ["Halle"] * 3


def test_a_single_date_that_is_moved_far_keeps_its_number():
    before = told(plan(datetime(2026, 12, 1, 9), ""))
    [after] = told(plan(datetime(2027, 3, 1, 9), ""), dates=before)
    assert (after.number, after.state, after.sequence) == (1, rules.MOVED, 1)


def test_a_draft_has_no_past():
    before = renewed((), plan(), NOW, False)
    after = renewed(before, plan(datetime(2026, 11, 3, 9), "RRULE:FREQ=WEEKLY;COUNT=2"), NOW, False)
    assert walls(after) == ["03.11. 09:00", "10.11. 09:00"]
    assert {(one.state, one.sequence) for one in after} == {(rules.PLANNED, 0)}


def test_what_was_done_by_hand_stays_when_the_event_is_saved():
    dates = told(plan())
    off = rules.cancelled(dates[3], "Krank", NOW)
    later = dates[4].start + timedelta(days=1)
    moved = rules.moved(dates[4], later, later + timedelta(hours=2), "", "Feiertag", NOW)
    changed = (*dates[:3], off, moved, dates[5])
    again = told(plan(), dates=changed)
    assert again == changed
    other = told(plan(FIRST + timedelta(hours=3)), dates=changed)
    assert (other[3], other[4].start) == (off, later)


def test_by_hand_the_number_stays_and_the_sequence_grows_by_one():
    [one] = told(plan(datetime(2026, 12, 1, 9), ""))
    later = one.start + timedelta(days=7)
    moved = rules.moved(one, later, later + timedelta(hours=1), "Halle", "Sturm", NOW)
    assert (moved.number, moved.sequence, moved.state) == (1, 1, rules.MOVED)
    assert moved.before == one.when_and_where
    off = rules.cancelled(moved, "Sturm", NOW)
    assert (off.sequence, off.is_cancelled) == (2, True)
    back = rules.restored(off, plan(datetime(2026, 12, 1, 9), ""), NOW)
    assert (back.sequence, back.state, back.start) == (3, rules.PLANNED, one.start)


def test_a_date_and_all_later_ones_are_called_off_at_once():
    dates = told(plan())
    off = rules.cancelled(dates[4], "Feiertag", NOW)
    after = rules.cancelled_from((*dates[:4], off, dates[5]), dates[3], "Krank", NOW)
    assert after[:3] == dates[:3]
    assert [(one.state, one.reason, one.sequence) for one in after[3:]] == [
        (rules.CANCELLED, "Krank", 1),
        (rules.CANCELLED, "Feiertag", 1),
        (rules.CANCELLED, "Krank", 1),
    ]
    with pytest.raises(NotChangeable):
        rules.cancelled_from(after, after[3], "Krank", NOW)


def test_what_is_over_cannot_be_called_off_or_moved():
    dates = told(plan())
    with pytest.raises(NotChangeable) as refused:
        rules.cancelled(dates[0], "", NOW)
    assert refused.value.why == "over"
    later = NOW + timedelta(days=3)
    with pytest.raises(NotChangeable) as refused:
        rules.moved(dates[0], later, later, "", "", NOW)
    assert refused.value.why == "over"


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        (NOW - timedelta(days=1), NOW, "over"),
        (NOW + timedelta(days=2), NOW + timedelta(days=1), "order"),
        (NOW + timedelta(days=9999), NOW + timedelta(days=9999), "far"),
        (NOW + timedelta(days=2), NOW + timedelta(days=600), "far"),
    ],
)
def test_a_date_is_moved_to_a_time_ahead_within_bounds(start, end, why):
    with pytest.raises(NotChangeable) as refused:
        rules.moved(told(plan())[5], start, end, "", "", NOW)
    assert refused.value.why == why


PLANS = st.builds(
    lambda day, hour, count, weekly, place: plan(
        datetime(2026, 10, 1, hour) + timedelta(days=day),
        f"RRULE:FREQ={'WEEKLY' if weekly else 'DAILY'};COUNT={count}",
        place,
    ),
    st.integers(0, 90),
    st.integers(0, 23),
    st.integers(1, 12),
    st.booleans(),
    st.sampled_from(["Rathaus", "Halle"]),
)
STEPS = st.lists(
    st.tuples(st.integers(0, 20), PLANS, st.sampled_from(["save", "cancel", "move"])), max_size=6
)


@given(STEPS)
def test_whatever_happens_the_past_stays_and_numbers_and_sequences_hold(steps):
    now, dates = datetime(2026, 10, 10, tzinfo=UTC), ()
    for days, wanted, step in steps:
        now += timedelta(days=days, hours=1)
        before = dates
        dates = renewed(before, wanted, now, True)
        ahead = [one for one in dates if not one.has_begun(now) and not one.is_cancelled]
        if step == "cancel" and ahead:
            changed = rules.cancelled(ahead[0], "Krank", now)
        elif step == "move" and ahead:
            start = now + timedelta(days=3, minutes=7)
            changed = rules.moved(ahead[0], start, start, "", "", now)
        else:
            changed = None
        if changed is not None:
            assert changed.sequence == ahead[0].sequence + 1
            dates = tuple(changed if one.number == changed.number else one for one in dates)
        assert len({one.number for one in dates}) == len(dates)
        by_number = {one.number: one for one in dates}
        for old in before:
            new = by_number[old.number]  # nobody loses a date
            if old.has_begun(now):
                assert new == old
            plain = replace(new, sequence=old.sequence, slot=old.slot)
            if changed is None or changed.number != old.number:
                assert new.sequence - old.sequence == (plain != old)
        assert renewed(dates, wanted, now, True) == dates  # saved again, nothing changes


# What a calendar is asked for


def occurrence(**more):
    return Occurrence("x", "X", NOW, NOW + timedelta(hours=1), **more)


def test_facts_on_access_must_all_be_there():
    one = occurrence(access=("entrance", "online"), partner="malente", topics=("ki",))
    assert Asked(access=("entrance", "online"), partner="malente", topic="ki").fits(one)
    assert not Asked(access=("entrance", "toilet")).fits(one)
    assert not Asked(partner="lensahn").fits(one)
    assert not Asked(topic="haushalt").fits(one)


@pytest.mark.parametrize("text", ["", None, "9999-12-31", "2026-02-30", "x", ["2026-01-01"]])
def test_a_day_that_is_none_is_today(text):
    assert period_in(text, date(2026, 3, 5)) == Period(date(2026, 3, 5))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_periods_follow_each_other(day):
    period = Period(day)
    assert period.after.before == period
    assert period.span()[1] == period.after.span()[0]


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"from": "gestern"}, "from"),
        ({"from": ["2026-01-01"]}, "from"),
        ({"from": "0001-01-01"}, "from"),
        ({"to": "9999-12-31"}, "from"),
        ({"from": "9999-12-31"}, "from"),
        ({"from": "2026-12-02", "to": "2026-12-01"}, "to"),
        ({"from": "2026-01-01", "to": "2028-01-01"}, "to"),
    ],
)
def test_what_is_no_time_is_told_at_its_name(form, field):
    errors = {}
    span_in(form, NOW, errors)
    assert list(errors) == [field]


@given(st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)), st.integers(0, 400))
def test_a_date_stands_in_each_month_it_lies_in(start, days):
    start = start.replace(tzinfo=UTC)
    one = rules.Date(1, "", start, start + timedelta(days=days))
    months = rules.months_of([one])
    assert f"{to_local(start):%Y-%m}" == months[0]
    assert months == sorted(set(months))
    assert months == rules.months_between(one.start, one.end)
