"""Amounts that people type and clients send; what is none gets the sentence for its field."""

from decimal import Decimal
from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.lib.money import parse_amount

import re


_MACHINE = re.compile(r"^-?[0-9]+(\.[0-9]+)?$")


NOT_A_NUMBER = _(
    "error_not_a_number", default="Please enter a number, for example 184.500,00 or 62,5."
)


def read_typed(text: str) -> Decimal:
    """Return the number a person typed, in German or plain notation, with sign, € or % or without.

    Raises FieldError for anything else. A point before three digits separates thousands.
    """
    cleaned = text.strip().removesuffix("%").strip()
    negative = cleaned[:1] in ("-", "−")
    try:
        number = parse_amount(cleaned[1:] if negative else cleaned)
    except ValueError as error:
        raise FieldError(NOT_A_NUMBER) from error
    return -number if negative else number


def as_json(amount: Decimal | None) -> str | None:
    """Return an amount as it is sent: to the cent with a decimal point, "90000.00"."""
    return None if amount is None else f"{amount:.2f}"


def read_json(value) -> Decimal:
    """Return the number in a JSON value: a number, or a string in plain or German notation.

    Without a comma the point is a decimal point: "1.500" has three decimals, not a thousand.
    Raises FieldError for anything else.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise FieldError(NOT_A_NUMBER)
    if not isinstance(value, str):
        return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    text = value.strip()
    if "," in text:
        return read_typed(text)
    if not _MACHINE.match(text):
        raise FieldError(NOT_A_NUMBER)
    return Decimal(text)
