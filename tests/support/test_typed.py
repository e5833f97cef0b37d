"""Service hours and promises as they are typed."""

from datetime import date
from kommunalhub.support.clock import typed

import pytest


def test_a_week_and_another_from_a_day_on():
    weeks = typed.parse_weeks("Mo–Do 8:00–16:00\nFr 8–12\n\nab 1.1.2027:\nMo–Fr 9–17")
    assert [day for day, _week in weeks] == [typed.ALWAYS, date(2027, 1, 1)]
    assert weeks[0][1][4] == ((480, 720),)
    assert weeks[1][1][4] == ((540, 1020),)


@pytest.mark.parametrize(
    "text", ["", "Mo–Fr", "morgens", "ab 1.1.2027:\nMo 8–9\nab 1.1.2026:\nMo 8–9", "ab morgen"]
)
def test_hours_that_nobody_understands(text):
    with pytest.raises(ValueError):
        typed.parse_weeks(text)


@pytest.mark.parametrize("text", ["", "60", "60 120", "60 120 -1", "60 120 999999", "a b c"])
def test_promises_that_nobody_understands(text):
    with pytest.raises(ValueError):
        typed.parse_minutes(text)
