"""What the lists of cases share: filters that are a plain form, orders, and pages."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.assignment.rules import BY_ME
from kommunalhub.approvals.assignment.rules import BY_NOBODY
from kommunalhub.approvals.assignment.rules import CHOICES
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.lists.finding import LONGEST
from kommunalhub.approvals.lists.finding import words_of
from kommunalhub.approvals.lists.queries import MINE
from kommunalhub.approvals.lists.queries import SUBSTITUTED
from kommunalhub.approvals.lists.queries import WHOSE
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.approvals.processes import case_types
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.browser.parts import Macros
from kommunalhub.core.tools import tool
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from Products.Five import BrowserView
from urllib.parse import urlencode


SIZE = 20
TABS = {
    "inbox": _("tab_inbox", default="Waiting for me"),
    "submitted": _("tab_submitted", default="Submitted by me"),
    "decided": _("tab_decided", default="Dealt with by me"),
}
WHOSE_TITLES = {
    MINE: _("filter_mine", default="for myself"),
    SUBSTITUTED: _("filter_substituted", default="as a substitute"),
}
ASSIGNED_TITLES = {
    BY_ME: _("filter_assigned_me", default="taken by me"),
    BY_NOBODY: _("filter_assigned_nobody", default="taken by nobody"),
}
SORT_TITLES = {
    "due": _("sort_due", default="the most urgent first"),
    "changed": _("sort_changed", default="last changed first"),
    "title": _("sort_title", default="by title"),
}
OVERDUE_ONLY = _("filter_overdue", default="overdue only")


class Lists(Macros):
    """`hub-lists`: the macros tabs and filters of these lists."""


class CaseList(BrowserView):
    """One list. offers: the filters of its form; sorts: its orders, the usual one first."""

    name = ""
    offers = frozenset({"type", "partner"})
    sorts = ()

    def __call__(self):
        return self.template()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.name}"

    def tabs(self):
        """Return [{title, url, current}] of all lists."""
        site_url = self.context.absolute_url()
        return [
            {
                "title": title,
                "url": f"{site_url}/@@{name}",
                "current": "page" if name == self.name else None,
            }
            for name, title in TABS.items()
        ]

    # What was chosen.

    @cached_property
    def chosen(self):
        """The filters of this request and `sort`, unknown values left out."""
        form = self.request.form
        return {
            "q": text(form.get("q")).strip()[:LONGEST],
            "type": self._one_of("type", case_types()),
            "partner": self._one_of("partner", partner_ids()),
            "overdue": "1" if "overdue" in self.offers and text(form.get("overdue")) else "",
            "whose": self._one_of("whose", WHOSE),
            "assigned": self._one_of("assigned", CHOICES),
            "sort": self._one_of("sort", self.sorts),
        }

    def _one_of(self, name, values):
        value = text(self.request.form.get(name))
        return value if value in values and (name in self.offers or name == "sort") else ""

    @property
    def words(self):
        return words_of(self.chosen["q"])

    @property
    def sort(self):
        return self.chosen["sort"] or next(iter(self.sorts), None)

    @property
    def is_filtered(self):
        return any(value for name, value in self.chosen.items() if name != "sort")

    def in_words(self):
        """Return the chosen filters as titles."""
        if not self.is_filtered:
            return []
        options = [*self.types(), *self.partners(), *self.whose(), *self.assigned()]
        words = [option["title"] for option in options if option["selected"]]
        if self.chosen["q"]:
            words.insert(0, f"„{self.chosen['q']}“")
        return [*words, OVERDUE_ONLY] if self.chosen["overdue"] else words

    # What can be chosen: [{value, title, selected}].

    def types(self):
        known = tool("portal_types")
        return self._options(
            "type", {name: known[name].Title() for name in case_types() if name in known}
        )

    def partners(self):
        titles = {partner: short_title_of(partner) for partner in partner_ids()}
        return self._options("partner", titles)

    @cached_property
    def stands_in(self):
        """Whether this person is somebody's substitute now."""
        return bool(current_actor().acting)

    def whose(self):
        return self._options("whose", WHOSE_TITLES)

    def assigned(self):
        return self._options("assigned", ASSIGNED_TITLES)

    def orders(self):
        return self._options("sort", {name: SORT_TITLES[name] for name in self.sorts}, self.sort)

    def _options(self, name, titles, chosen=None):
        chosen = self.chosen[name] if chosen is None else chosen
        return [
            {"value": value, "title": title, "selected": value == chosen}
            for value, title in titles.items()
        ]

    def kept(self):
        """Return {name: value} of what the form of the filters says again besides its fields."""
        return {}

    @property
    def reset_url(self):
        query = {**self.kept(), **({"sort": self.chosen["sort"]} if self.chosen["sort"] else {})}
        return f"{self.url}?{urlencode(query)}" if query else self.url

    # The rows, page by page.

    @cached_property
    def total(self):
        return len(self.brains)

    @cached_property
    def batch(self):
        """The page of the list that is asked for; its links keep what was chosen."""
        query = [(name, value) for name, value in self.chosen.items() if value]
        return batch_of(self.request, self.total, SIZE, self.url, [*query, *self.kept().items()])

    @property
    def shown(self):
        return self.batch.cut(self.brains)

    @cached_property
    def rows(self):
        make = Rows()
        return [make(brain) for brain in self.shown]

    def here(self, **more):
        """Return the address of this page of the list, with more in its query."""
        query = {name: value for name, value in {**self.chosen, **more}.items() if value}
        if self.batch.start:
            query["b_start"] = self.batch.start
        return f"{self.url}?{urlencode(query)}" if query else self.url
