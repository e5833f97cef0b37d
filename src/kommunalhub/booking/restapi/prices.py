"""@price of a space: what a time would cost; @prices of a folder: its lists, and a new one."""

from datetime import date
from kommunalhub import _
from kommunalhub.booking import rights
from kommunalhub.booking.prices import entering
from kommunalhub.booking.prices import operations
from kommunalhub.booking.prices import storage
from kommunalhub.booking.restapi.service import asked_span
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.money import read_json
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


FIELDS = ("valid_from", "rates", "cancel_hours", "cancel_share")
EXPECTED = _("error_prices_expected", default="This must be an object with objects of prices.")
UNKNOWN = _("error_partner_unknown_field", default="There is no such field.")


class PriceGet(Service):
    """GET @price?from=&to=&holder=: what booking it would cost, null without a price list."""

    def reply(self):
        span, errors = asked_span(self.request)
        if errors:
            return refused(errors, self.request)
        holder = self.request.form.get("holder") or asking.userid()
        if holder != asking.userid() and not rights.may_book_for(holder):
            self.request.response.setStatus(403)
            message = translate(rights.NOT_FOR_OTHERS, context=self.request)
            return {"type": "Forbidden", "message": message}
        url = f"{self.context.absolute_url()}/@price"
        price = operations.asked_price(self.context, holder, span)
        if price is None:
            return {"@id": url, "price": None, "units": {}, "deposit": None}
        deposit = str(price.deposit) if price.deposit else None
        return {"@id": url, "price": str(price.amount), "units": price.units, "deposit": deposit}


class PricesGet(Service):
    """GET @prices: all price lists in the order in which they were entered."""

    def reply(self):
        items = [shown(prices) for prices in storage.lists_of(self.context)]
        url = f"{self.context.absolute_url()}/@prices"
        return {"@id": url, "items": items, "items_total": len(items)}


class PricesPost(Service):
    """POST @prices {valid_from, rates, cancel_hours, cancel_share}: 201, or 400 with fields."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        data = body_of(self.request)
        values, errors = flat(data.get("rates"))
        rates, wrong = entering.rates_in(values, read_json)
        errors |= {f"rates.{key}": message for key, message in wrong.items()}
        errors |= dict.fromkeys(set(data) - set(FIELDS), UNKNOWN)
        first = day_of(data.get("valid_from"))
        today = formatting.to_local(formatting.now()).date()
        numbers = {}
        for name, most, otherwise in (
            ("cancel_hours", entering.MOST_HOURS, 0),
            ("cancel_share", 100, 100),
        ):
            numbers[name], problem = entering.number_in(data.get(name, otherwise), most)
            if problem:
                errors[name] = problem
        if problem := entering.valid_from_in(first, today):
            errors["valid_from"] = problem
        if errors:
            return refused(errors, self.request)
        self.request.response.setStatus(201)
        return shown(operations.enter_list(self.context, first, rates, **numbers))


def day_of(text):
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def flat(rates):
    """Return ({key: amount}, {field: message}) of {space: {applicant: {unit: amount}}}."""
    found, spaces = {}, {} if rates is None else rates
    if not isinstance(spaces, dict):
        return {}, {"rates": EXPECTED}
    for space, applicants in spaces.items():
        if not isinstance(applicants, dict):
            return {}, {"rates": EXPECTED}
        for applicant, amounts in applicants.items():
            if not isinstance(amounts, dict):
                return {}, {"rates": EXPECTED}
            for unit, amount in amounts.items():
                found[entering.key_of(space, applicant, unit)] = amount
    return found, {}


def shown(prices):
    """Return a PriceList as JSON; amounts are texts, so that no cent is lost."""
    rates = {}
    for (space, applicant), rate in prices.rates.items():
        amounts = {unit: getattr(rate, unit) for unit in entering.FIELDS}
        rates.setdefault(space, {})[applicant] = {
            unit: str(amount) for unit, amount in amounts.items() if amount is not None
        }
    return {
        "valid_from": prices.valid_from.isoformat(),
        "entered": prices.entered.isoformat(),
        "rates": rates,
        "cancel_hours": prices.cancel_hours,
        "cancel_share": prices.cancel_share,
    }
