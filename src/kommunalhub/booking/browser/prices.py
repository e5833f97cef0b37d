"""@@preise of a folder of spaces: what they cost; @@preisliste: enter a new list."""

from datetime import date
from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import free
from kommunalhub.booking import rights
from kommunalhub.booking.prices import entering
from kommunalhub.booking.prices import operations
from kommunalhub.booking.prices import rules
from kommunalhub.booking.prices import said
from kommunalhub.booking.prices import storage
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.core.money import read_typed
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


LABELS = {
    "valid_from": _("label_price_valid_from", default="In force from"),
    "cancel_hours": _("label_price_cancel_hours", default="Given back free of charge until"),
    "cancel_share": _("label_price_cancel_share", default="Owed later"),
}
PRICE_OF = _("price_of_what", default="${space}, ${applicant}: ${unit}")


class PricesPage(BrowserView):
    """What spaces cost now and from when on something else."""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@preise"

    def may_enter(self):
        return rights.may_manage()

    @cached_property
    def kinds(self):
        """[(token, title)] of the kinds of space that are here, for who looks."""
        here = {space.kind for space in free.spaces_in(self.context)}
        return [(kind, title) for kind, title in entering.space_kinds().items() if kind in here]

    def free_spaces(self):
        """Return [{title, url}] of the spaces that nobody pays for, whatever the lists say."""
        return [
            {"title": space.Title(), "url": space.absolute_url()}
            for space in free.spaces_in(self.context)
            if space.free_of_charge
        ]

    def lists(self):
        """Return what to show of the list in force and of those to come, the next first."""
        lists = storage.lists_of(self.context)
        today = formatting.to_local(formatting.now()).date()
        days = {today} | {one.valid_from for one in lists if one.valid_from > today}
        found = [(day, rules.list_for(lists, day)) for day in sorted(days)]
        return [self.shown(prices, day > today) for day, prices in found if prices is not None]

    def shown(self, prices, comes):
        return {
            "comes": comes,
            "day": formatting.day(prices.valid_from),
            "kinds": [
                {"title": title, "rows": self.rows(prices, kind)} for kind, title in self.kinds
            ],
            "cancelling": said.cancelling(prices),
        }

    def rows(self, prices, kind):
        """Return [{title, cells: [(unit title, text)]}] of each kind of applicant."""
        return [
            {"title": title, "cells": cells_of(prices.rates.get((kind, applicant), rules.FREE))}
            for applicant, title in entering.applicant_kinds().items()
        ]

    def heads(self):
        return list(said.TITLES.values())


def cells_of(rate):
    """Return [{title, text}] of a Rate: all units free of charge where none is offered."""
    found = []
    for unit in entering.FIELDS:
        price = getattr(rate, unit)
        if unit == rules.DEPOSIT:
            text = formatting.money(price) if price else "–"
        elif not rate.offered:
            text = said.FREE
        else:
            text = "–" if price is None else said.amount(price)
        found.append({"title": said.TITLES[unit], "text": text})
    return found


class PriceListPage(OwnPage):
    """The form for a new list, filled with the one in force."""

    template = ViewPageTemplateFile("templates/pricelist.pt")

    def __call__(self):
        self.errors = {}
        form = self.request.form
        fields = [*LABELS, *(key for kind in self.kinds() for key in keys_of(kind["value"]))]
        if self.request.method == "POST":
            self.typed = {name: self.field(name).strip() for name in fields}
        else:
            self.typed = {name: form.get(name, "") for name in fields} | self.in_force()
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@preisliste"

    @cached_property
    def today(self):
        return formatting.to_local(formatting.now()).date()

    def way(self):
        title = _("title_prices", default="Prices")
        here = {"title": self.context.Title(), "url": self.context.absolute_url()}
        return [here, {"title": title, "url": f"{self.context.absolute_url()}/@@preise"}]

    def kinds(self):
        """Return the kinds of space that are here: [{value, title}]."""
        here = {space.kind for space in free.spaces_in(self.context)}
        titles = entering.space_kinds()
        return [{"value": kind, "title": titles[kind]} for kind in titles if kind in here]

    def rows(self, kind, kind_title):
        """Return the inputs of one kind of space: [{title, cells: [{name, label, ...}]}]."""
        return [
            {
                "title": title,
                "cells": [
                    self.cell(entering.key_of(kind, applicant, unit), kind_title, title, unit)
                    for unit in entering.FIELDS
                ],
            }
            for applicant, title in entering.applicant_kinds().items()
        ]

    def cell(self, name, space, applicant, unit):
        mapping = {"space": space, "applicant": applicant, "unit": said.TITLES[unit]}
        return {
            "name": name,
            "unit": said.TITLES[unit],
            "label": filled(PRICE_OF, mapping),
            "value": self.typed.get(name, ""),
            "error": self.errors.get(name),
        }

    def heads(self):
        return list(said.TITLES.values())

    def label(self, name):
        return LABELS[name]

    def in_force(self):
        """Return the list in force as it would be typed."""
        prices = rules.list_for(storage.lists_of(self.context), self.today)
        typed = {"valid_from": self.today.isoformat(), "cancel_hours": "24", "cancel_share": "50"}
        if prices is None:
            return typed
        for name in ("cancel_hours", "cancel_share"):
            typed[name] = str(getattr(prices, name))
        for (kind, applicant), rate in prices.rates.items():
            for unit in entering.FIELDS:
                price = getattr(rate, unit)
                if price is not None:
                    typed[entering.key_of(kind, applicant, unit)] = f"{price:.2f}".replace(".", ",")
        return typed

    def problems(self):
        """Return [{field, label, message}] in the order of the form."""
        cells = {
            cell["name"]: cell["label"]
            for kind in self.kinds()
            for row in self.rows(kind["value"], kind["title"])
            for cell in row["cells"]
        }
        return [
            {"field": name, "label": label, "message": self.errors[name]}
            for name, label in (LABELS | cells).items()
            if name in self.errors
        ]

    def post(self):
        values = {key: self.typed[key] for kind in self.kinds() for key in keys_of(kind["value"])}
        rates, self.errors = entering.rates_in(values, read_typed)
        try:
            first = date.fromisoformat(self.typed["valid_from"])
        except ValueError:
            first = None
        if wrong := entering.valid_from_in(first, self.today):
            self.errors["valid_from"] = wrong
        hours, wrong = entering.number_in(self.typed["cancel_hours"], entering.MOST_HOURS)
        if wrong:
            self.errors["cancel_hours"] = wrong
        share, wrong = entering.number_in(self.typed["cancel_share"], 100)
        if wrong:
            self.errors["cancel_share"] = wrong
        if self.errors:
            self.request.response.setStatus(400)
            return self.template()
        operations.enter_list(self.context, first, rates, hours, share)
        message = _(
            "message_price_list",
            default="The price list is entered, in force from ${day}.",
            mapping={"day": formatting.day(first)},
        )
        return self.lead_to(f"{self.context.absolute_url()}/@@preise", message)


def keys_of(kind):
    """Return the names of all prices of a kind of space."""
    return [
        entering.key_of(kind, applicant, unit)
        for applicant in entering.applicant_kinds()
        for unit in entering.FIELDS
    ]
