"""Amounts as people type them."""

from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core import formatting
from kommunalhub.lib import money

import pytest


@given(st.decimals(0, 10**9, places=2))
def test_what_is_shown_can_be_typed(amount):
    assert money.parse_amount(formatting.money(amount)) == amount


@given(st.decimals(0, 10**9, places=2))
def test_english_notation_is_read_or_refused_never_misread(amount):
    typed = f"{amount:,.2f}"
    assert money.parse_amount(typed) == amount
    whole = f"{int(amount):,}"
    if whole.count(",") == 1:  # 1,500 could be one and a half
        with pytest.raises(ValueError):
            money.parse_amount(whole)
    else:
        assert money.parse_amount(whole) == int(amount)


@given(st.text(alphabet="0123456789.,-€ ", max_size=14))
def test_an_amount_has_the_digits_that_were_typed(text):
    try:
        amount = money.parse_amount(text)
    except ValueError:
        return
    assert money.is_amount(amount)
    typed = "".join(filter(str.isdigit, text))
    assert typed.lstrip("0").startswith(str(int(amount)).lstrip("0"))


@pytest.mark.parametrize(
    ("text", "amount"),
    [("12,-", "12"), ("12,– €", "12"), ("EUR 7,5", "7.5"), ("1,234.5", "1234.5"), ("0", "0")],
)
def test_ways_to_write_an_amount(text, amount):
    assert money.parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    ["", "viel", "1,2,3", "-5", "1.23.4", "12,345", "1e9", "NaN", "1.234.5", "1,23.4", "12-"]
    + ["٣", "1" * 30, "1.2345,6", "5,-5"],
)
def test_what_is_no_amount(text):
    with pytest.raises(ValueError):
        money.parse_amount(text)


@pytest.mark.parametrize(
    ("value", "good"),
    [("0", True), ("1.25", True), ("1.255", False), ("-1", False), ("NaN", False), ("1e30", True)],
)
def test_is_amount(value, good):
    assert money.is_amount(Decimal(value)) is good
