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


@pytest.mark.parametrize("text", ["", "viel", "1,2,3", "-5", "1.23.4", "12,345", "1e9", "NaN"])
def test_what_is_no_amount(text):
    with pytest.raises(ValueError):
        money.parse_amount(text)


@pytest.mark.parametrize(
    ("value", "good"),
    [("0", True), ("1.25", True), ("1.255", False), ("-1", False), ("NaN", False)],
)
def test_is_amount(value, good):
    assert money.is_amount(Decimal(value)) is good
