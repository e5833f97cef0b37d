"""Amounts of money: `Decimal` euros with at most two decimals."""

from decimal import Decimal

import re


CENT = Decimal("0.01")
#: No more digits than this are an amount of money.
LONGEST = 24
_GERMAN = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,2})?|[0-9]+(,([0-9]{1,2}|[-–—]))?")
_ENGLISH = re.compile(r"[0-9]{1,3}(,[0-9]{3})+\.[0-9]{1,2}|[0-9]{1,3}(,[0-9]{3}){2,}")
_PLAIN = re.compile(r"[0-9]+(\.[0-9]{1,2})?")
_NOISE = re.compile(r"€|eur(?:o)?|\s", re.IGNORECASE)


def parse_amount(text: str) -> Decimal:
    """Return the amount in EUR that a person typed, in German, English or plain notation.

    What can be read in two ways is not guessed: a single point before three digits separates
    thousands, as Germans write; a single comma before three digits is refused.
    Raises ValueError for anything that is not a non-negative amount with at most two decimals.

    >>> parse_amount("184.500,00 €"), parse_amount("1.500"), parse_amount("99.5")
    (Decimal('184500.00'), Decimal('1500'), Decimal('99.5'))
    >>> parse_amount("1,234.50"), parse_amount("12,-"), parse_amount("1,234,567")
    (Decimal('1234.50'), Decimal('12'), Decimal('1234567'))
    """
    cleaned = _NOISE.sub("", text)
    if len(cleaned) > LONGEST:
        raise ValueError("too long for an amount")
    if _ENGLISH.fullmatch(cleaned):
        return Decimal(cleaned.replace(",", ""))
    if _GERMAN.fullmatch(cleaned):
        return Decimal(cleaned.rstrip(",-–—").replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(cleaned):
        return Decimal(cleaned)
    raise ValueError(f"not an amount: {text!r}")


def is_amount(value: Decimal) -> bool:
    """Return whether value is a finite, non-negative number with at most two decimals."""
    return value.is_finite() and value >= 0 and value.normalize().as_tuple().exponent >= -2
