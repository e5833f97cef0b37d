"""What spaces cost in the demo: administrations nothing, start-ups less than companies."""

from decimal import Decimal
from kommunalhub.booking.prices import operations
from kommunalhub.booking.prices import storage
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.core import formatting
from kommunalhub.lib.money import CENT


#: {kind of space: {kind of applicant: EUR an hour, half a day, a day, deposit}}
PRICES = {
    "desk": {"startup": (None, "6", "10", "50"), "company": (None, "12", "20", "100")},
    "office": {"startup": (None, "12", "20", "100"), "company": (None, "24", "40", "200")},
    "meeting": {"startup": ("6", "20", "35", None), "company": ("12", "45", "80", None)},
    "hall": {"startup": ("15", "60", "100", None), "company": ("30", "120", "200", None)},
}
#: A single person pays as a start-up does.
PRICES = {kind: {**rates, "person": rates["startup"]} for kind, rates in PRICES.items()}


def build_prices(stage):
    """Enter the price list if there is none; return how many there are."""
    section, calendar = stage.section("co-working"), stage.calendar
    if not storage.lists_of(section):
        rates = {
            (kind, applicant): Rate(*map(euros, amounts))
            for kind, applicants in PRICES.items()
            for applicant, amounts in applicants.items()
        }
        moment = calendar.moment(calendar.workday(190))
        with stage.as_person("hubleitung", moment):
            first = formatting.to_local(moment).date()
            operations.enter_list(section, first, rates, cancel_hours=24, cancel_share=50)
    return len(storage.lists_of(section))


def euros(amount):
    return Decimal(amount).quantize(CENT) if amount is not None else None
