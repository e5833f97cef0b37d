"""The pure rules of the clock: terms, pauses, reminders."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.clock import rules
from kommunalhub.approvals.clock.deadlines import BERLIN
from kommunalhub.approvals.clock.rules import AFTER
from kommunalhub.approvals.clock.rules import BEFORE
from kommunalhub.approvals.clock.rules import Clock
from kommunalhub.approvals.clock.rules import ESCALATED
from kommunalhub.approvals.clock.rules import Reminders
from kommunalhub.lib.workdays import is_workday
from kommunalhub.lib.workdays import workdays_between
from moments import hours_from
from moments import MOMENTS

import pytest


DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
SERVICE = st.integers(1, 60)
CLOSED = st.frozensets(st.dates(date(2024, 1, 1), date(2033, 12, 31)), max_size=8)
SPANS = st.lists(st.integers(0, 20), max_size=8)


def clock(entered):
    return Clock(entered=entered, since=entered)


def day_of(moment):
    return moment.astimezone(BERLIN).date()


@given(DAYS, SERVICE, CLOSED)
def test_due_is_the_end_of_a_working_day(entered, days, closed):
    due = rules.due_of(clock(entered), days, closed)
    assert is_workday(day_of(due), closed)
    assert due.astimezone(BERLIN).timetz().replace(tzinfo=None).isoformat() == "23:59:00"
    assert workdays_between(entered, day_of(due), closed) == days


@given(DAYS, SERVICE, CLOSED, SPANS)
def test_pausing_never_loses_days(entered, days, closed, spans):
    """Whatever happens, who resumes has what was left at the pause, or two working days."""
    running, day = clock(entered), entered
    for span in spans:
        day += timedelta(days=span)
        before = rules.left_of(running, days, day, closed)
        stands = rules.paused(running, day, "question")
        assert rules.due_of(stands, days, closed) is None
        day += timedelta(days=span)
        assert rules.left_of(stands, days, day, closed) == before
        running = rules.resumed(stands, days, day, closed)
        after = rules.left_of(running, days, day, closed)
        assert after == max(before, rules.LEAST_AFTER_PAUSE)
        assert workdays_between(day, day_of(rules.due_of(running, days, closed)), closed) == after


@given(DAYS, st.integers(3, 60), CLOSED, st.data())
def test_a_pause_of_no_time_changes_nothing(entered, days, closed, data):
    running = clock(entered)
    due = rules.due_of(running, days, closed)
    day = data.draw(st.dates(entered, day_of(due)))
    if workdays_between(day, day_of(due), closed) < rules.LEAST_AFTER_PAUSE:
        return
    again = rules.resumed(rules.paused(running, day, "x"), days, day, closed)
    assert rules.due_of(again, days, closed) == due


def test_pausing_and_resuming_twice_is_once():
    running = clock(date(2026, 11, 2))
    stands = rules.paused(running, date(2026, 11, 4), "question")
    assert rules.paused(stands, date(2026, 11, 6), "other") == stands
    again = rules.resumed(stands, 5, date(2026, 11, 9))
    assert rules.resumed(again, 5, date(2026, 11, 12)) == again
    # Wednesday to Monday are three working days: the term ends three later.
    assert day_of(rules.due_of(running, 5)) == date(2026, 11, 9)
    assert day_of(rules.due_of(again, 5)) == date(2026, 11, 12)


def test_a_state_without_service_time_can_be_paused_too():
    stands = rules.paused(clock(date(2026, 11, 2)), date(2026, 11, 4), "question")
    again = rules.resumed(stands, None, date(2026, 11, 9))
    assert again.paused is None
    assert rules.due_of(again, None) is None


class TestSentBack:
    """A step that was sent back to the applicant goes on with what was left of it."""

    def enter(self, former, day, state, days, left, left_days, sent_back=False):
        return rules.entering(former, day, state, days, left, left_days, sent_back)

    def test_what_was_left_is_left(self):
        first = self.enter(None, date(2026, 11, 2), "submitted", 5, "draft", None)
        back = self.enter(first, date(2026, 11, 3), "returned", 10, "submitted", 5, sent_back=True)
        assert (back.aside_state, back.aside_left) == ("submitted", 4)
        again = self.enter(back, date(2026, 11, 16), "submitted", 5, "returned", 10)
        assert day_of(rules.due_of(again, 5)) == date(2026, 11, 20)

    @pytest.mark.parametrize("returned", [date(2026, 11, 9), date(2026, 11, 30)])
    def test_at_least_two_days(self, returned):
        first = clock(date(2026, 11, 2))
        back = self.enter(first, returned, "returned", 10, "submitted", 5, sent_back=True)
        again = self.enter(back, date(2026, 12, 7), "submitted", 5, "returned", 10)
        assert day_of(rules.due_of(again, 5)) == date(2026, 12, 9)

    def test_another_step_begins_anew(self):
        first = clock(date(2026, 11, 2))
        back = self.enter(first, date(2026, 11, 4), "returned", 10, "consent", 5, sent_back=True)
        again = self.enter(back, date(2026, 11, 16), "submitted", 5, "returned", 10)
        assert day_of(rules.due_of(again, 5)) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("entered", "days", "due"),
    [
        # Easter 2027: Good Friday is the 26th of March, the clocks go forward on the 28th.
        (date(2027, 3, 25), 1, datetime(2027, 3, 30, 21, 59, tzinfo=UTC)),
        (date(2027, 3, 24), 1, datetime(2027, 3, 25, 22, 59, tzinfo=UTC)),
        # The clocks go back on the 31st of October 2027, Reformation day.
        (date(2027, 10, 28), 1, datetime(2027, 10, 29, 21, 59, tzinfo=UTC)),
        (date(2027, 10, 29), 1, datetime(2027, 11, 1, 22, 59, tzinfo=UTC)),
    ],
)
def test_easter_and_summer_time(entered, days, due):
    assert rules.due_of(clock(entered), days) == due


def moments(entered, days, reminders=None):
    reminders = reminders or Reminders()
    running = clock(entered)
    due = rules.due_of(running, days)
    found = rules.moments(running, due, reminders)
    return {kind: moment.astimezone(BERLIN).isoformat()[:16] for kind, moment in found.items()}


def test_moments_are_on_working_days():
    # Due on Monday after a weekend; the third day overdue is Thursday.
    assert moments(date(2026, 11, 2), 5) == {
        BEFORE: "2026-11-06T00:00",
        AFTER: "2026-11-09T23:59",
        ESCALATED: "2026-11-12T00:00",
    }


def test_who_has_just_got_it_is_not_reminded():
    assert BEFORE not in moments(date(2026, 11, 2), 1)
    assert BEFORE not in moments(date(2026, 11, 2), 3, Reminders(before=3))


def test_zero_switches_off():
    assert set(moments(date(2026, 11, 2), 5, Reminders(before=0, escalate=0))) == {AFTER}


def walk(running, days, reminders, nights, closed):
    """Return all reminders sent when the job runs at these moments, each run twice."""
    due, sent = rules.due_of(running, days, closed), []
    for now in sorted(nights):
        for _ in range(2):
            kinds = rules.reminders_due(running, due, reminders, now, closed)
            running = rules.with_sent(running, due, kinds) if kinds else running
            sent += kinds
    return sent, running, due


@given(
    DAYS,
    SERVICE,
    CLOSED,
    st.lists(st.integers(0, 24 * 150), max_size=30),
    st.integers(0, 5),
    st.integers(0, 5),
)
def test_each_goes_out_once_however_often_it_runs(entered, days, closed, hours, before, escalate):
    reminders = Reminders(before, escalate)
    start = rules.start_of(entered)
    nights = [start + timedelta(hours=n) for n in hours]
    sent, running, due = walk(clock(entered), days, reminders, nights, closed)
    assert len(sent) == len(set(sent))
    last = max(nights, default=start)
    assert (AFTER in sent) == (last > due)
    expected = rules.moments(running, due, reminders, closed).get(ESCALATED)
    assert (ESCALATED in sent) == (expected is not None and last > expected)
    following = rules.next_reminder(running, due, reminders, closed)
    assert following is None or following[0] >= last


@given(DAYS, SERVICE, CLOSED, st.integers(0, 24 * 150))
def test_what_is_not_due_is_not_found(entered, days, closed, hours):
    """The index `remind_at` finds a case exactly when there is something to send."""
    running = clock(entered)
    due = rules.due_of(running, days, closed)
    now = rules.start_of(entered) + timedelta(hours=hours)
    following = rules.next_reminder(running, due, Reminders(), closed)
    assert (following[0] < now) == bool(rules.reminders_due(running, due, Reminders(), now, closed))


def test_a_moved_due_date_is_reminded_of_again_but_not_of_what_stays_true():
    running = clock(date(2026, 11, 2))
    old, now = rules.due_of(running, 5), datetime(2026, 11, 20, 9, tzinfo=UTC)
    told = rules.with_sent(running, old, (AFTER, ESCALATED))
    shorter = rules.moved(told, old, rules.due_of(told, 3), Reminders(), now)
    assert rules.sent_for(shorter, rules.due_of(told, 3)) == (AFTER, ESCALATED)
    longer = rules.moved(told, old, rules.due_of(told, 30), Reminders(), now)
    assert rules.sent_for(longer, rules.due_of(told, 30)) == ()


@given(DAYS, st.integers(0, 9))
def test_a_clock_is_stored_as_plain_values(entered, extra):
    due = datetime(2026, 1, 1, tzinfo=UTC)
    told = rules.with_sent(Clock(entered, entered, extra), due, (AFTER,))
    assert rules.from_stored(rules.as_stored(told)) == told
    assert rules.from_stored({**rules.as_stored(told), "unknown": 1}) == told


at_all_moments = pytest.mark.parametrize("now", MOMENTS.values(), ids=MOMENTS)


@at_all_moments
def test_days_begin_and_end_where_they_do_in_the_town(now):
    day = rules.today(now)
    assert day == now.date()
    assert rules.today(rules.start_of(day)) == day
    assert rules.today(rules.start_of(day) - timedelta(seconds=1)) == day - timedelta(days=1)
    assert rules.start_of(day).astimezone(BERLIN).strftime("%H:%M") == "00:00"


@at_all_moments
@pytest.mark.parametrize("days", [1, 3, 20])
def test_a_term_that_begins_now_has_all_its_days(now, days):
    today = rules.today(now)
    due = rules.due_of(clock(today), days)
    assert due.astimezone(BERLIN).strftime("%H:%M") == "23:59"
    assert workdays_between(today, day_of(due)) == days
    assert rules.left_of(clock(today), days, today) == days
    stands = rules.paused(clock(today), today, "question")
    assert rules.due_of(rules.resumed(stands, days, today), days) == rules.due_of(
        clock(today), max(days, rules.LEAST_AFTER_PAUSE)
    )


@at_all_moments
@pytest.mark.parametrize("days", [1, 3])
def test_a_job_of_every_hour_reminds_once_and_in_order(now, days):
    running = clock(rules.today(now))
    due, sent = rules.due_of(running, days), []
    for moment in hours_from(now, days=21):
        following = rules.next_reminder(running, due, Reminders())
        kinds = rules.reminders_due(running, due, Reminders(), moment)
        assert bool(kinds) == (following is not None and following[0] < moment)
        running = rules.with_sent(running, due, kinds) if kinds else running
        sent += kinds
    assert sent == ([] if days == 1 else [BEFORE]) + [AFTER, ESCALATED]
