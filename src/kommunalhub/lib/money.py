"""Amounts of money: `Decimal` euros with at most two decimals."""

from decimal import Decimal
from decimal import InvalidOperation

import re


CENT = Decimal("0.01")
_GERMAN = re.compile(r"^\d{1,3}(\.\d{3})+(,\d{1,2})?$|^\d+(,\d{1,2})?$")
_PLAIN = re.compile(r"^\d+(\.\d{1,2})?$")


def parse_amount(text: str) -> Decimal:
    """Return the amount in EUR that a person typed, in German or plain notation.

    A single point followed by three digits is a German thousands separator.
    Raises ValueError for anything that is not a non-negative amount with at most two decimals.

    >>> parse_amount("184.500,00 €"), parse_amount("1.500"), parse_amount("99.5")
    (Decimal('184500.00'), Decimal('1500'), Decimal('99.5'))
    """
    cleaned = re.sub(r"(?i)(€|eur|\s|\u00a0)", "", text)
    if _GERMAN.match(cleaned):
        cleaned = cleaned.replace(".", "").replace(",", ".")
    elif not _PLAIN.match(cleaned):
        raise ValueError(f"not an amount: {text!r}")
    try:
        return Decimal(cleaned)
    except InvalidOperation as error:
        raise ValueError(f"not an amount: {text!r}") from error


def is_amount(value: Decimal) -> bool:
    """Return whether value is a finite, non-negative number with at most two decimals."""
    return value.is_finite() and value >= 0 and value == value.quantize(CENT)
