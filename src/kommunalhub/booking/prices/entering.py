"""What is typed or sent of a new price list, as values, or with a sentence for each field."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from kommunalhub import _
from kommunalhub.booking.prices import rules
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.core.messages import filled
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import not_between
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.lib.money import is_amount


FIELDS = (*rules.UNITS, rules.DEPOSIT)
MOST_HOURS, LONGEST_AHEAD = 24 * 30, timedelta(days=5 * 366)
PRICE_WRONG = _(
    "error_price",
    default="Please write an amount from 0 to ${most} € with at most two decimals, like 12,50.",
)
VALID_FROM = _(
    "error_price_valid_from", default="A price list is in force from today on, or from a later day."
)
UNKNOWN_KIND = _("error_price_kind", default="There is no such kind of space or of applicant.")


def space_kinds():
    """Return {token: title} of what there are prices for."""
    return titles_of("kommunalhub.space_kinds")


def applicant_kinds():
    return titles_of("kommunalhub.coworking_applicant_kinds")


def key_of(space_kind, applicant_kind, unit):
    """Return how a price is called in forms and errors."""
    return f"{space_kind}.{applicant_kind}.{unit}"


def rates_in(values, read):
    """Return ({(kind of space, kind of applicant): Rate}, {key: message}).

    values: {key: what was typed or sent}, empty values are not offered. read: makes a Decimal of
    one, or raises FieldError.
    """
    amounts, errors = {}, {}
    known = {
        key_of(space, applicant, unit): (space, applicant, unit)
        for space in space_kinds()
        for applicant in applicant_kinds()
        for unit in FIELDS
    }
    for key, value in values.items():
        if key not in known:
            errors[key] = UNKNOWN_KIND
        elif value not in (None, ""):
            try:
                amount = read(value)
            except FieldError:
                amount = Decimal("NaN")
            if not is_amount(amount) or amount > rules.MOST:
                mapping = {"most": f"{rules.MOST:,}".replace(",", ".")}
                errors[key] = filled(PRICE_WRONG, mapping)
            else:
                space, applicant, unit = known[key]
                amounts.setdefault((space, applicant), {})[unit] = amount.quantize(rules.CENT)
    return {key: Rate(**found) for key, found in amounts.items()}, errors


def valid_from_in(day, today):
    """Return the sentence against a first day of a list, or None."""
    within = isinstance(day, date) and today <= day <= today + LONGEST_AHEAD
    return None if within else VALID_FROM


def number_in(value, most):
    """Return (whole number from 0 to most, None), or (None, the sentence)."""
    text = str(value).strip() if not isinstance(value, bool) else ""
    if text.isascii() and text.isdigit() and int(text[:9]) <= most:
        return int(text), None
    return None, not_between(0, most)
