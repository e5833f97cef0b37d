"""Numbers as people and machines write them."""

from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core.amounts import Euro
from kommunalhub.core.amounts import is_past_day
from kommunalhub.core.amounts import is_web_address
from kommunalhub.core.amounts import Percent
from kommunalhub.core.amounts import TypedNumberConverter
from kommunalhub.core.money import read_json
from kommunalhub.core.money import read_typed
from kommunalhub.core.validation import FieldError
from zope.i18nmessageid import Message

import pytest


class Widget:
    """Just enough of a widget for a converter."""


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("184.500,00", "184500.00"),
        ("184.500,00 €", "184500.00"),
        ("184500", "184500"),
        ("184500,5", "184500.5"),
        ("184500.50", "184500.50"),
        ("1.500", "1500"),
        ("62,5 %", "62.5"),
        ("-3", "-3"),
    ],
)
def test_typed_numbers_are_read(typed, number):
    assert read_typed(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["viel", "1,2,3", "1.50.0", "12e3", "--3", "ca. 100", "€", "NaN"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(FieldError):
        read_typed(typed)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_what_a_form_shows_it_can_read_again(number):
    for field in (Euro(), Percent()):
        converter = TypedNumberConverter(field, Widget())
        assert converter.toFieldValue(converter.toWidgetValue(number)) == number


def test_an_empty_input_is_no_number():
    converter = TypedNumberConverter(Euro(), Widget())
    assert converter.toFieldValue(" ") is None
    assert converter.toWidgetValue(None) == ""


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (184500, "184500"),
        (184500.1, "184500.1"),
        ("184500.10", "184500.10"),
        ("184.500,10", "184500.10"),
    ],
)
def test_json_numbers_are_read(value, number):
    assert read_json(value) == Decimal(number)


@pytest.mark.parametrize("value", [True, [1], {"a": 1}, "abc", "1_000", "Infinity"])
def test_json_that_is_no_number_is_refused(value):
    with pytest.raises(FieldError):
        read_json(value)


def test_a_point_in_json_is_a_decimal_point():
    with pytest.raises(FieldError):
        Euro().validate(read_json("1.505"))


@pytest.mark.parametrize("value", ["-0.01", "0.001", "NaN", "Infinity", "10000000000"])
def test_amounts_that_cannot_be(value):
    with pytest.raises(FieldError) as caught:
        Euro().validate(Decimal(value))
    assert isinstance(caught.value.doc(), Message)


@pytest.mark.parametrize("value", ["0", "0.01", "9999999999.99", "100.100", "1E+3"])
def test_amounts_that_can_be(value):
    assert Euro().validate(Decimal(value)) is None


@pytest.mark.parametrize(("value", "fits"), [("0", True), ("100", True), ("100.01", False)])
def test_percentages_run_from_0_to_100(value, fits):
    field = Percent()
    if fits:
        assert field.validate(Decimal(value)) is None
    else:
        with pytest.raises(FieldError):
            field.validate(Decimal(value))


@pytest.mark.parametrize("value", ["javascript:alert(1)", "ftp://example.org", "https://", "x"])
def test_only_web_addresses_become_links(value):
    with pytest.raises(FieldError):
        is_web_address(value)


def test_a_web_address():
    assert is_web_address("https://www.foerderdatenbank.example/a?b=c")


def test_days_to_come_are_no_past_days():
    assert is_past_day(date(2020, 1, 1))
    with pytest.raises(FieldError):
        is_past_day(date(2999, 1, 1))
