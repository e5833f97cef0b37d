"""How long still, as people say it."""

from datetime import date
from datetime import datetime
from datetime import UTC
from kommunalhub.core import formatting

import pytest


FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "msgid", "n", "tag"),
    [
        (datetime(2026, 11, 18, 22, 59, tzinfo=UTC), "due_days_late", 2, "late"),
        (datetime(2026, 11, 19, 22, 59, tzinfo=UTC), "due_one_day_late", None, "late"),
        (datetime(2026, 11, 20, 8, 0, tzinfo=UTC), "due_just_passed", None, "late"),
        (datetime(2026, 11, 20, 22, 59, tzinfo=UTC), "due_today", None, "soon"),
        (datetime(2026, 11, 21, 22, 59, tzinfo=UTC), "due_tomorrow", None, "soon"),
        (datetime(2026, 11, 23, 22, 59, tzinfo=UTC), "due_one_day_left", None, "soon"),
        (datetime(2026, 11, 26, 22, 59, tzinfo=UTC), "due_days_left", 4, ""),
    ],
)
def test_due_text(due, msgid, n, tag):
    message, look = formatting.due_text(due, FRIDAY)
    assert (str(message), look) == (msgid, tag)
    if n is not None:
        assert message.mapping == {"n": n}


def test_no_due_date_says_nothing():
    assert formatting.due_text(None, FRIDAY) == (None, "")


def test_moments_are_shown_in_berlin():
    assert formatting.moment(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "2. Juli 2026, 00:30"


def test_days():
    assert formatting.day(date(2026, 11, 12)) == "12. November 2026"
