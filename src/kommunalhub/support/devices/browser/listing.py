"""`support/geraete`: the list of devices, narrowed by words and facets."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.support.devices import finding
from kommunalhub.support.devices import rules
from kommunalhub.support.devices import workflow
from Products.Five import BrowserView
from urllib.parse import urlencode


SIZE = 50
LABELS = {
    "kind": _("label_device_kind", default="Kind of device"),
    "partner": _("label_partner", default="Administration"),
    "place": _("label_device_place", default="Place"),
    "condition": _("label_device_condition", default="State of the device"),
    "warranty": _("filter_warranty", default="Warranty"),
}
WARRANTIES = {
    rules.ENDS_SOON: _("warranty_soon", default="ends within 60 days"),
    rules.OVER: _("warranty_over", default="over"),
    rules.RUNS: _("warranty_runs", default="runs"),
}
LOOKS = {rules.ENDS_SOON: "soon", rules.OVER: ""}


class DeviceList(FromCatalog, BrowserView):
    """What who asks may see, by name; everything from metadata."""

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def chosen(self):
        return finding.chosen_in(self.request.form)

    @property
    def q(self):
        return self.chosen.get("q", "")

    @cached_property
    def all(self):
        return finding.devices()

    @cached_property
    def found(self):
        return finding.fitting(self.all, self.chosen)

    def selects(self):
        """Return the facets that tell something apart: [{name, label, options}]."""
        made = ((name, self.options(name)) for name in finding.FILTERS)
        return [
            {"name": name, "label": LABELS[name], "options": options}
            for name, options in made
            if len(options) > 1 or name in self.chosen
        ]

    def options(self, name):
        titles = titles_in(name)
        return [
            {
                "value": value,
                "title": titles.get(value, value) if titles is not None else short_title_of(value),
                "count": count,
                "selected": self.chosen.get(name) == value,
            }
            for value, count in finding.facet(self.all, self.chosen, name).items()
        ]

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), SIZE, self.url, self.chosen.items())

    def rows(self):
        today = finding.today()
        kinds = titles_of("kommunalhub.device_kinds")
        return [row_of(one, kinds, today) for one in self.batch.cut(self.found)]

    @property
    def may_keep(self):
        """Whether who asks adds devices, prints their codes and reads tables."""
        return asking.may(workflow.ADD_DEVICE, self.context)

    def with_query(self, view):
        query = urlencode(self.chosen)
        return f"{self.url}/{view}" + (f"?{query}" if query else "")

    def ways(self):
        """Return [{title, url}] of what else there is to see and to do."""
        ways = []
        if self.all:
            ways.append((_("action_devices_xlsx", default="As a table (XLSX)"), "@@geraete.xlsx"))
        if self.may_keep and self.all:
            ways.append((_("action_device_codes", default="Labels with codes"), "@@qr-etiketten"))
        if self.may_keep:
            ways.append((_("action_device_import", default="Read from a table"), "@@einlesen"))
        return [{"title": title, "url": self.with_query(view)} for title, view in ways]


def titles_in(name):
    """Return {value: title} of a facet; None for administrations, which have names."""
    if name in ("kind", "condition"):
        return titles_of(f"kommunalhub.device_{name}s")
    if name == "warranty":
        return WARRANTIES
    return None if name == "partner" else {}


def row_of(one, kinds, today):
    """Return what the list shows of a Listed."""
    state = rules.warranty(one.warranty, today)
    conditions = titles_of("kommunalhub.device_conditions")
    return {
        "url": one.brain.getURL(),
        "uid": one.brain.UID,
        "title": one.title,
        "number": one.number,
        "kind": kinds.get(one.kind, one.kind),
        "place": one.place,
        "person": one.person,
        "partner": short_title_of(one.partner) if one.partner else "",
        "condition": conditions.get(one.condition, one.condition),
        "works": one.condition == workflow.IN_USE,
        "warranty": formatting.day(one.warranty) if one.warranty else "",
        "look": LOOKS.get(state),
        "warranty_words": WARRANTIES[state] if state in LOOKS else None,
    }
