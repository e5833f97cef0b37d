"""The catalogue of programmes and the page of one programme."""

from datetime import date
from decimal import Decimal
from html import escape
from kommunalhub import _
from kommunalhub.approvals.answers.facts import fact_rows
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.titles import state_title
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding import rules
from kommunalhub.funding import workflow
from kommunalhub.funding.browser.ask import AskLink
from kommunalhub.funding.interfaces import IFundingProgramme
from plone import api
from Products.Five import BrowserView


#: Parameter of the form -> index; each is a pick list of the registry.
FILTERS = {
    "topic": ("funding_topics", "kommunalhub.funding_topics"),
    "funder": ("funding_funder", "kommunalhub.funding_funders"),
    "eligible": ("funding_eligible", "kommunalhub.funding_eligible"),
}
PAGE_SIZE = 20

DEADLINES = {
    "rolling": _("deadline_rolling", default="apply at any time"),
    "call": _("deadline_call", default="when the next call is out"),
}


def today():
    """Return the day it is in Schleswig-Holstein."""
    return formatting.to_local(formatting.now()).date()


def deadline_of(kind, deadline):
    """Return {text, look, status} for how a programme's deadline stands today."""
    status = rules.deadline_status(kind, deadline, today())
    if deadline is None:
        return {"text": DEADLINES[status], "look": "", "status": status}
    mapping = {"day": formatting.day(deadline)}
    if status == "passed":
        text = _("deadline_passed", default="ended on ${day}", mapping=mapping)
        return {"text": text, "look": "late", "status": status}
    text = _("deadline_until", default="until ${day}", mapping=mapping)
    return {"text": text, "look": "soon" if status == "near" else "", "status": status}


class ProgrammeListing(FromCatalog, AskLink, BrowserView):
    """`foerderung/programme`: one catalog query over indexes and metadata, next deadline first."""

    def update(self):
        form = self.request.form
        self.chosen = {
            name: str(form.get(name, ""))
            for name, (_index, record) in FILTERS.items()
            if str(form.get(name, "")) in titles_of(record)
        }
        self.with_passed = bool(form.get("passed"))
        brains = api.portal.get_tool("portal_catalog")(**self._query())
        kept = list(self.chosen.items()) + ([("passed", "1")] if self.with_passed else [])
        self.batch = batch_of(self.request, len(brains), PAGE_SIZE, self.url, kept)
        self.total = len(brains)
        self.rows = [self._row(brain) for brain in self.batch.cut(brains)]

    def __call__(self):
        self.update()
        return self.index()

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def is_filtered(self):
        return bool(self.chosen) or self.with_passed

    def selects(self):
        """Return the pick lists of the form as [{name, label, options}]."""
        labels = {
            "topic": _("filter_topic", default="Topic"),
            "funder": _("filter_funder", default="Funder"),
            "eligible": _("filter_eligible", default="Who applies"),
        }
        return [
            {
                "name": name,
                "label": labels[name],
                "options": [
                    {"value": token, "title": title, "selected": self.chosen.get(name) == token}
                    for token, title in titles_of(record).items()
                ],
            }
            for name, (_index, record) in FILTERS.items()
        ]

    def add_url(self):
        """Return the address of the form for a new programme, None for who may not add one."""
        if asking.may(workflow.ADD_PROGRAMME, self.context):
            return f"{self.url}/++add++FundingProgramme"
        return None

    def _query(self):
        query = {
            "portal_type": "FundingProgramme",
            "path": "/".join(self.context.getPhysicalPath()),
            "sort_on": ["funding_deadline", "sortable_title"],
        }
        for name, token in self.chosen.items():
            query[FILTERS[name][0]] = token
        if not self.with_passed:
            query["funding_deadline"] = {"query": today().isoformat(), "range": "min"}
        return query

    def _row(self, brain):
        facts = brain.funding_facts or {}
        deadline, checked = facts.get("deadline"), facts.get("checked_on")
        topics = titles_of("kommunalhub.funding_topics")
        funders = titles_of("kommunalhub.funding_funders")
        rate = facts.get("rate")
        return {
            "url": brain.getURL(),
            "title": brain.Title,
            "description": brain.Description,
            "funder": funders.get(facts.get("funder"), facts.get("funder")),
            "topics": [topics.get(token, token) for token in facts.get("topics", ())],
            "deadline": deadline_of(
                facts.get("deadline_kind"), date.fromisoformat(deadline) if deadline else None
            ),
            "rate": formatting.percent(Decimal(rate)) if rate else None,
            "checked_on": formatting.day(date.fromisoformat(checked)) if checked else None,
            "state": None
            if brain.review_state == "public"
            else state_title(brain.portal_type, brain.review_state),
        }


class ProgrammeView(AskLink, BrowserView):
    """The page of one programme: terms, where they come from, whether there is still time."""

    def facts(self):
        """Return [(heading, rows)] for the template."""
        groups = [
            (
                _("heading_who", default="Who and what for"),
                ("funder", "topics", "eligible", "areas"),
            ),
            (
                _("heading_money", default="Money"),
                ("rate", "own_share", "min_amount", "max_amount"),
            ),
            (
                _("heading_terms", default="Terms"),
                ("period_text", "earmark_years", "early_start", "cumulable", "state_aid"),
            ),
            (
                _("heading_source", default="Guideline and source"),
                ("guideline_url", "guideline_file", "source_url", "checked_on"),
            ),
        ]
        formats = {
            "rate": formatting.percent,
            "own_share": formatting.percent,
            "earmark_years": _years,
            "guideline_url": _web,
            "source_url": _web,
        }
        shown = [
            (heading, fact_rows(self.context, self.request, IFundingProgramme, names, formats))
            for heading, names in groups
        ]
        return [group for group in shown if group[1]]

    def deadline(self):
        return deadline_of(self.context.deadline_kind, self.context.deadline)

    def is_stale(self):
        return rules.is_stale(self.context.checked_on, today())

    def checked_on(self):
        return formatting.day(self.context.checked_on)

    def details(self):
        rich = self.context.details
        return rich.output_relative_to(self.context) if rich is not None else ""

    def ask_url(self):
        return f"{super().ask_url()}?programme={self.context.UID()}"

    def state(self):
        """Return the title of the state, None for what is public."""
        state = api.content.get_state(self.context)
        return None if state == "public" else state_title(self.context.portal_type, state)


def _years(number):
    if number == 1:
        return _("one_year", default="1 year")
    return _("years", default="${n} years", mapping={"n": number})


def _web(address):
    return Html(f'<a href="{escape(address)}" rel="noopener">{escape(address)}</a>')
