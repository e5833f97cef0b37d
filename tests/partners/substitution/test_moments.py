"""Days and times as people type them."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from kommunalhub.partners.substitution.browser import moments

import pytest


@pytest.mark.parametrize("text", ["2026-08-03", "3.8.2026", "03.08.2026", "3. 8. 2026", "03.08.26"])
def test_days(text):
    assert moments.day_of(text) == date(2026, 8, 3)


@pytest.mark.parametrize("text", ["", "bald", "31.2.2026", "8/3/2026", "3.8.", "2026-13-01"])
def test_what_is_no_day(text):
    with pytest.raises(ValueError):
        moments.day_of(text)


@pytest.mark.parametrize("text", ["8:30", "08:30", "8.30", "8.30 Uhr", "08:30:00"])
def test_times(text):
    assert moments.time_of(text) == time(8, 30)


@pytest.mark.parametrize("text", ["", "24:00", "8:70", "halb neun", "8:3"])
def test_what_is_no_time(text):
    with pytest.raises(ValueError):
        moments.time_of(text)


def test_times_are_local_in_summer_and_winter():
    assert moments.moment_of(date(2026, 8, 3), time(8)) == datetime(2026, 8, 3, 6, tzinfo=UTC)
    assert moments.moment_of(date(2026, 12, 3), time(8)) == datetime(2026, 12, 3, 7, tzinfo=UTC)


def test_the_hour_that_is_left_out_in_march():
    with pytest.raises(ValueError):
        moments.moment_of(date(2027, 3, 28), time(2, 30))


def test_a_last_day_counts_to_its_end_also_when_the_clock_changes():
    end = moments.end_of(date(2026, 10, 25), None)
    assert end == datetime(2026, 10, 25, 23, tzinfo=UTC)
    assert moments.last_day_of(end) == (date(2026, 10, 25), None)
    assert moments.last_day_of(moments.end_of(date(2026, 8, 3), time(12))) == (
        date(2026, 8, 3),
        time(12),
    )
