"""`materialien`: the library by topic, newest and most used, with filters and a search of its own.

The engine of the search page answers, with the type chosen; nothing but the catalog is read.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.lists.queries import inbox_query
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.private.catalog import records_by_uid
from kommunalhub.materials import workflow
from kommunalhub.materials.kinds import kind_title
from kommunalhub.materials.library import counting
from kommunalhub.partners.titles import short_title_of
from kommunalhub.search import engine
from kommunalhub.search.analysis.query import LONGEST_QUERY
from kommunalhub.search.browser.hits import Hits
from plone import api
from Products.Five import BrowserView
from urllib.parse import urlencode


TYPE = "WorkshopMaterial"
SIZE = 20
#: Rows of the short lists.
SHORT = 5
IN_WORK_SHOWN = 10
#: So many of the most used are looked up, to have enough that a person may read.
MOST_LOOKED_UP = 100
#: Facets of the search page that are filters here, by their names in the address.
FILTERS = ("thema", "zielgruppe", "niveau", "dateityp", "partner", "zustand")
NEW, USED, TITLE, BEST = "neu", "genutzt", "titel", "relevanz"
SORTS = {
    BEST: _("search_sort_relevance", default="Best first"),
    NEW: _("search_sort_new", default="Newest first"),
    USED: _("sort_most_used", default="Most used first"),
    TITLE: _("search_sort_title", default="By title"),
}
#: Who looks after the materials of all administrations.
CARERS = {"Trainer", "HubManager", "Manager"}


class Library(FromCatalog, BrowserView):
    """The page; without anything asked for it begins with topics and short lists."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.text = self.field("q").strip()[:LONGEST_QUERY]

    def also_shows(self):
        """How often materials are used: that is counted beside the catalog."""
        return counting.used(api.portal.get()).most_common(MOST_LOOKED_UP)

    @cached_property
    def facets(self):
        """{name: facet} of the filters; the view is made before it is known who looks."""
        shown = engine.facets(asking.is_anonymous())
        return {name: facet for name, facet in shown if name in FILTERS}

    def field(self, name):
        value = self.request.form.get(name)
        return value if isinstance(value, str) else ""

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def path(self):
        return "/".join(self.context.getPhysicalPath())

    @cached_property
    def chosen(self):
        """{filter: value} of this request; values that nothing is called by are left out."""
        asked = {name: self.field(name) for name in self.facets}
        return {
            name: value
            for name, value in asked.items()
            if value and self.facets[name].title_of(value) != value
        }

    @property
    def is_asked(self):
        return bool(self.text or self.chosen)

    @property
    def sorts(self):
        """Return {name: title} of the orders that make sense now."""
        return {name: title for name, title in SORTS.items() if self.text or name != BEST}

    @property
    def sort(self):
        sort = self.field("sort")
        return sort if sort in self.sorts else next(iter(self.sorts))

    @cached_property
    def found(self):
        """What is released and fits, as engine.Answer; a chosen state takes its place."""
        chosen = {name: (value,) for name, value in self.chosen.items()}
        chosen = {"art": (TYPE,), "zustand": workflow.RELEASED, **chosen}
        sort = NEW if self.sort == USED else self.sort
        return engine.search(self.text, chosen, sort)

    @cached_property
    def hits(self):
        found = self.found.hits
        return most_used_first(found) if self.sort == USED and len(found) else found

    @cached_property
    def batch(self):
        pairs = [("q", self.text)] if self.text else []
        pairs += self.chosen.items()
        if self.field("sort") in self.sorts:
            pairs.append(("sort", self.sort))
        return batch_of(self.request, len(self.hits), SIZE, self.url, pairs)

    def rows(self):
        shown = Hits(self.found if self.text else None, not asking.is_anonymous())
        return [shown.shown(brain) for brain in self.batch.cut(self.hits)]

    def filters(self):
        """Return [{name, title, choices: [{value, title, count, chosen}]}] with something in."""
        found = [self.filter(name) for name in FILTERS if name in self.facets]
        return [one for one in found if one["choices"]]

    def filter(self, name):
        facet, counts = self.facets[name], self.found.counts.get(name, {})
        picked = self.chosen.get(name)
        values = {**counts, **({picked: counts.get(picked, 0)} if picked else {})}
        choices = [
            {
                "value": value,
                "title": facet.title_of(value),
                "count": count,
                "chosen": value == picked,
            }
            for value, count in sorted(values.items(), key=lambda item: (-item[1], item[0]))
        ]
        return {"name": name, "title": facet.title, "choices": choices}

    def topics(self):
        """Return the topics with their addresses and counts."""
        if "thema" not in self.facets:
            return []
        return [
            {**choice, "url": f"{self.url}?{urlencode({'thema': choice['value']})}"}
            for choice in self.filter("thema")["choices"]
        ]

    # Short lists, one query each

    def lists(self):
        """Return those of the short lists that have rows: id, title, rows, state (shown?)."""
        found = [
            ("to-check", _("heading_library_check", default="To be checked"), self.to_check()),
            ("in-work", _("heading_materials_in_work", default="Not released yet"), self.in_work()),
            ("most-used", _("heading_library_used", default="Used most"), self.most_used()),
        ]
        return [
            {"id": name, "title": title, "rows": rows, "state": name == "in-work"}
            for name, title, rows in found
            if rows
        ]

    def find(self, states, limit=None, **query):
        brains = api.portal.get_tool("portal_catalog")(
            portal_type=TYPE, review_state=states, path=self.path, **query
        )
        return brains[:limit] if limit else brains

    def most_used(self):
        """Return rows of what was read and downloaded most in the last twelve months."""
        used = counting.used(api.portal.get())
        uids = [uid for uid, _number in used.most_common(MOST_LOOKED_UP)]
        if not uids:
            return []
        brains = sorted(self.find(workflow.RELEASED, UID=uids), key=lambda b: -used[b.UID])
        return [self.row(brain) for brain in brains[:SHORT]]

    def to_check(self):
        """Return rows of what this person may check, or keep an eye on."""
        if asking.is_anonymous():
            return []
        query = {} if CARERS.intersection(asking.roles()) else inbox_query()
        query |= {"sort_on": "due"}
        return [self.row(brain) for brain in self.find(workflow.DUE_FOR_REVIEW, SHORT, **query)]

    def in_work(self):
        """Return rows of what this person or their administration still works on."""
        if asking.is_anonymous():
            return []
        newest = {"sort_on": "modified", "sort_order": "descending", "sort_limit": IN_WORK_SHOWN}
        return [self.row(brain) for brain in self.find(workflow.IN_WORK, IN_WORK_SHOWN, **newest)]

    def row(self, brain):
        """Return what a short list shows of a material."""
        return {
            "title": brain.Title,
            "url": brain.getURL(),
            "kind": kind_title(brain.file_kind),
            "partner": short_title_of(brain.partner),
            "day": formatting.day(brain.modified.asdatetime()),
            "is_revision": bool((brain.case_extra or {}).get("revision")),
            "state": workflows.state_title(brain.portal_type, brain.review_state),
        }

    def may_add(self):
        return asking.may(workflow.ADD_MATERIAL, self.context)

    def submit_url(self):
        return f"{api.portal.get().absolute_url()}/@@unterlage-einreichen"

    def everywhere_url(self):
        """Return the address of the same words on the search page."""
        return f"{api.portal.get().absolute_url()}/@@search?{urlencode({'q': self.text})}"


def most_used_first(hits):
    """Return engine.Brains with the most used first; what was never used keeps its order."""
    catalog = api.portal.get_tool("portal_catalog")
    rids = records_by_uid(catalog)
    used = counting.used(api.portal.get())
    numbers = {rids[uid]: number for uid, number in used.items() if uid in rids}
    order = sorted(hits.rids, key=lambda rid: -numbers.get(rid, 0))
    return engine.Brains(catalog, order)
