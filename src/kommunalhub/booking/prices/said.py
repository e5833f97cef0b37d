"""Prices as people read them."""

from kommunalhub import _
from kommunalhub.booking.prices import rules
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled


TITLES = {
    rules.HOUR: _("price_col_hour", default="Hour"),
    rules.HALF_DAY: _("price_col_half_day", default="Half a day (5 hours)"),
    rules.DAY: _("price_col_day", default="Day"),
    rules.DEPOSIT: _("price_col_deposit", default="Deposit for a fixed place"),
}
ONE = {
    rules.HOUR: _("price_hour_one", default="1 hour"),
    rules.HALF_DAY: _("price_half_day_one", default="half a day"),
    rules.DAY: _("price_day_one", default="1 day"),
}
MANY = {
    rules.HOUR: _("price_hour_many", default="${n} hours"),
    rules.HALF_DAY: _("price_half_day_many", default="${n} half days"),
    rules.DAY: _("price_day_many", default="${n} days"),
}
FREE = _("price_free", default="free of charge")
CANCEL_ALWAYS = _(
    "price_cancel_free", default="Giving back is free of charge until the time begins."
)
CANCEL = _(
    "price_cancel",
    default="Giving back is free of charge until ${hours} hours before the time begins. Later "
    "${share} % of the price are owed, once it has begun all of it.",
)


def amount(value):
    """Return `12,50 €`, or that it is free of charge, translatable."""
    return formatting.money(value) if value else FREE


def units(price):
    """Return [translatable text] of what a Price was reckoned by, the largest first."""
    found = []
    for unit in reversed(rules.UNITS):
        count = price.units.get(unit, 0)
        if count:
            message = ONE[unit] if count == 1 else MANY[unit]
            found.append(filled(message, n=count))
    return found


def cancelling(prices):
    """Return the sentence of the rule of a PriceList for giving back."""
    if not prices.cancel_share or not prices.cancel_hours:
        return CANCEL_ALWAYS
    mapping = {"hours": prices.cancel_hours, "share": prices.cancel_share}
    return filled(CANCEL, mapping)
