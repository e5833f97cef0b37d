"""Labels, numbers and warranties of devices."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.support.devices import rules

import pytest


TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, rules.OVER),
        (0, rules.ENDS_SOON),
        (60, rules.ENDS_SOON),
        (61, rules.RUNS),
    ],
)
def test_warranty(days, expected):
    assert rules.warranty(TODAY + timedelta(days), TODAY) == expected


def test_no_warranty():
    assert rules.warranty(None, TODAY) is None


NUMBERS = st.from_regex(rules.NUMBER, fullmatch=True).filter(lambda n: "  " not in n)


@given(st.text("abc Äß(1", min_size=1, max_size=30), NUMBERS)
def test_a_label_names_its_number(title, number):
    found = rules.numbers_in(rules.label_of(title, number))
    assert rules.folded(found[0]) == rules.folded(number)


@given(NUMBERS)
def test_a_number_alone_names_itself(number):
    assert rules.folded(rules.numbers_in(f"  {number} ")[0]) == rules.folded(number)


@pytest.mark.parametrize("text", ["L-D-014", "a", "7", "PC 12/3"])
def test_numbers(text):
    assert rules.NUMBER.fullmatch(text)


@pytest.mark.parametrize("text", ["", " L", "-1", "L-", "L(1)", "x" * 41, "Ü-1", "a\nb"])
def test_no_numbers(text):
    assert not rules.NUMBER.fullmatch(text)
