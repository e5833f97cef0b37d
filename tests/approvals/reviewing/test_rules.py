"""When pages are reviewed and who is responsible."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.reviewing import rules

import pytest


DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2100, 1, 1))
MONTHS = st.integers(rules.LEAST, rules.MOST)


@given(DAYS, MONTHS)
def test_a_review_comes_so_many_months_later_and_never_in_the_next(checked, months):
    found = rules.next_review(checked, months)
    assert (found.year - checked.year) * 12 + found.month - checked.month == months
    assert found.day <= checked.day


def test_what_nobody_released_is_not_reviewed():
    assert rules.next_review(None, 12) is None


@pytest.mark.parametrize(
    ("groups", "roles", "expected"),
    [
        ({"malente-editors"}, (), True),
        ({"lensahn-editors"}, ("Staff",), False),
        ((), ("HubManager",), True),
    ],
)
def test_members_of_the_function_and_the_management_answer(groups, roles, expected):
    assert rules.may_answer(groups, roles, "malente-editors") is expected
