"""When a step is due, without any site."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.clock.deadlines import BERLIN
from kommunalhub.approvals.clock.deadlines import due_after
from kommunalhub.lib.workdays import is_workday
from kommunalhub.lib.workdays import workdays_between


def test_due_is_the_end_of_a_working_day_in_schleswig_holstein():
    friday_evening = datetime(2026, 10, 30, 21, 30, tzinfo=UTC)  # Reformationstag follows
    due = due_after(friday_evening, 1).astimezone(BERLIN)
    assert (due.date().isoformat(), due.hour, due.minute) == ("2026-11-02", 23, 59)


def test_the_day_begins_at_midnight_in_berlin():
    before_midnight = datetime(2026, 7, 1, 21, 59, tzinfo=UTC)
    after_midnight = datetime(2026, 7, 1, 22, 1, tzinfo=UTC)
    days = [
        due_after(moment, 1).astimezone(BERLIN).day for moment in (before_midnight, after_midnight)
    ]
    assert days == [2, 3]


def test_no_service_time_no_due_date():
    assert due_after(datetime(2026, 7, 1, tzinfo=UTC), None) is None


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2039, 12, 1), timezones=st.just(UTC)),
    st.integers(1, 40),
)
def test_as_many_working_days_as_promised_lie_between(moment, days):
    due = due_after(moment, days)
    start, end = (time.astimezone(BERLIN).date() for time in (moment, due))
    assert is_workday(end)
    assert workdays_between(start, end) == days
    assert due > moment + timedelta(hours=12)
