"""`foerderung/programme`: the catalogue, filtered."""

from datetime import date
from decimal import Decimal
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding import workflow
from kommunalhub.funding.doors import AskLink
from kommunalhub.funding.programmes import finding
from kommunalhub.funding.programmes.deadlines import standing_in
from Products.Five import BrowserView
from urllib.parse import urlencode


PAGE_SIZE = 20
LABELS = {
    "topic": _("filter_field_of_funding", default="Field of funding"),
    "funder": _("filter_funder", default="Funder"),
    "eligible": _("filter_eligible", default="Who applies"),
    "area": _("filter_area", default="Where"),
    "kind": _("filter_funding_kind", default="Kind of funding"),
    "when": _("filter_when", default="When to apply"),
}


class Filtered:
    """What pages share that show some of the programmes: the filters in the address."""

    def read(self):
        """Take from the address what is known of the filters."""
        form = self.request.form
        self.chosen = finding.chosen_in(form)
        self.with_passed = bool(form.get("passed"))

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def is_filtered(self):
        return bool(self.chosen) or self.with_passed

    def query(self):
        """Return what of the choice stays in addresses."""
        return {**self.chosen, **({"passed": "1"} if self.with_passed else {})}

    def selects(self):
        """Return the pick lists of the form as [{name, label, options}]."""
        return [
            {
                "name": name,
                "label": LABELS[name],
                "options": [
                    {"value": token, "title": title, "selected": self.chosen.get(name) == token}
                    for token, title in titles_of(record).items()
                ],
            }
            for name, (_index, record) in finding.FILTERS.items()
        ]

    def with_query(self, view):
        query = urlencode(self.query())
        return f"{self.url}/{view}" + (f"?{query}" if query else "")


class ProgrammeListing(Filtered, FromCatalog, AskLink, BrowserView):
    """One catalog query over indexes and metadata, next deadline first."""

    def update(self):
        self.read()
        brains = finding.programmes(self.context, self.chosen, self.with_passed)
        kept = list(self.query().items())
        self.batch = batch_of(self.request, len(brains), PAGE_SIZE, self.url, kept)
        self.total = len(brains)
        self.rows = [row_of(brain) for brain in self.batch.cut(brains)]

    def __call__(self):
        self.update()
        return self.index()

    @property
    def may_compare(self):
        return self.total > 1

    def ways(self):
        """Return [{title, url}] of what else there is to see and to do."""
        ways = [
            (_("action_programme_calendar", default="Calendar of deadlines"), "@@fristenkalender")
        ]
        if not asking.is_anonymous():
            subscribe = _("action_programme_feed", default="Deadlines in my calendar")
            ways.append((subscribe, "@@fristen-abo"))
        if self.asks():
            ways.append((_("action_report_programme", default="Report one"), "@@programm-melden"))
        if self.total:
            table = _("action_programme_xlsx", default="As a table (XLSX)")
            ways.append((table, "@@programme.xlsx"))
        if self.add_url():
            read = _("action_programme_import", default="Read from a table")
            ways.append((read, "@@programme-einlesen"))
        return [{"title": title, "url": self.with_query(view)} for title, view in ways]

    def add_url(self):
        """Return the address of the form for a new programme, None for who may not add one."""
        if asking.may(workflow.ADD_PROGRAMME, self.context):
            return f"{self.url}/++add++FundingProgramme"
        return None


def row_of(brain):
    """Return what a list shows of a programme."""
    facts = brain.funding_facts or {}
    checked, rate = facts.get("checked_on"), facts.get("rate")
    topics = titles_of("kommunalhub.funding_topics")
    funders = titles_of("kommunalhub.funding_funders")
    return {
        "uid": brain.UID,
        "url": brain.getURL(),
        "title": brain.Title,
        "description": brain.Description,
        "funder": funders.get(facts.get("funder"), facts.get("funder")),
        "topics": [topics.get(token, token) for token in facts.get("topics", ())],
        "deadline": standing_in(facts),
        "rate": formatting.percent(Decimal(rate)) if rate else None,
        "checked_on": formatting.day(date.fromisoformat(checked)) if checked else None,
        "state": badge_of_brain(brain),
    }
