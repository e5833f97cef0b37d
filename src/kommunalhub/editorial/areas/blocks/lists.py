"""Blocks of what stands in an area, and of what its administration does: each by one query."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.pages import INTERNAL
from kommunalhub.core import formatting
from kommunalhub.core.agenda import said
from kommunalhub.core.agenda.feeds import AHEAD
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.homeblocks import Block
from kommunalhub.core.homeblocks import is_colleague
from kommunalhub.core.homeblocks import SIDE
from kommunalhub.core.offers import offers
from kommunalhub.core.tools import catalog
from kommunalhub.editorial.dates.agenda import of_brain
from kommunalhub.editorial.dates.rules import months_between
from kommunalhub.editorial.news.operations import SECTION
from kommunalhub.editorial.news.reading import day_and_comments
from kommunalhub.editorial.news.reading import is_on_top
from kommunalhub.editorial.news.reading import newest
from kommunalhub.editorial.talk import operations as talk
from kommunalhub.partners.localroles import stored_partner
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


ALL_NEWS = _("link_all_news", default="All news")
PINNED = _("news_pinned", default="On top")


class ListBlock(Block):
    """Rows of things: {title, url, text, when, badge, internal}."""

    template = ViewPageTemplateFile("templates/rows.pt")
    rows = 3
    query = {}

    @cached_property
    def found(self):
        return self.find(self.limit, path={"query": self.path}, **self.query)

    @cached_property
    def items(self):
        return [self.row(brain) for brain in self.found]

    def row(self, brain):
        return {
            "title": brain.Title,
            "url": brain.getURL(),
            "text": brain.Description,
            "when": self.when(brain),
            "badge": badge_of_brain(brain),
            "internal": self.is_for_colleagues(brain),
        }

    def when(self, brain):
        return None

    def is_for_colleagues(self, brain):
        return brain.review_state == INTERNAL

    def is_there(self):
        return bool(self.items)

    def more(self):
        """Return {url, title} of where all of them are, or None."""
        return None

    def data(self):
        return [
            {"@id": one["url"], "title": one["title"], "description": one["text"]}
            for one in self.items
        ]


class News(ListBlock):
    """The newest first, after what is on top."""

    title = _("block_news", default="News")
    about = _("block_news_about", default="The latest news of the area.")
    order = 20

    @cached_property
    def found(self):
        return newest(self.find, self.limit, path={"query": self.path})

    def row(self, brain):
        tags = [{"look": "", "text": PINNED}] if is_on_top(brain) else []
        return {**super().row(brain), "tags": tags}

    def shows(self):
        return (super().shows(), sorted(talk.counts().items()))

    def more(self):
        url = self.address(SECTION)
        partner = stored_partner(self.context)
        if url is None or not partner:
            return None
        return {"url": f"{url}?partner={partner}", "title": ALL_NEWS}

    def when(self, brain):
        return day_and_comments(brain, self.request)


class Documents(ListBlock):
    """Pages and files, what was changed last first."""

    title = _("block_documents", default="Pages and documents")
    about = _("block_documents_about", default="Pages and files, those changed last first.")
    order = 30
    rows = 5
    query = {
        "portal_type": ["Document", "File"],
        "sort_on": "modified",
        "sort_order": "descending",
    }

    def row(self, brain):
        found = super().row(brain)
        return {**found, "url": f"{found['url']}/view"} if brain.portal_type == "File" else found

    def when(self, brain):
        return formatting.day(brain.modified.asdatetime())

    def is_for_colleagues(self, brain):
        """A file is read where what it stands in is read."""
        if brain.portal_type != "File":
            return super().is_for_colleagues(brain)
        return any(brain.getPath().startswith(f"{path}/") for path in self.inner)

    @cached_property
    def inner(self):
        """Paths of the folders in the area that are for colleagues."""
        if not is_colleague():
            return []
        found = self.find(path={"query": self.path}, portal_type="Folder", review_state=INTERNAL)
        return [brain.getPath() for brain in found]

    def more(self):
        return {
            "url": f"{self.context.absolute_url()}/hub-listing",
            "title": _("block_documents_more", default="Everything in this area"),
        }


class Dates(ListBlock):
    """The next dates of events; of a series the next one, and those before it that are off."""

    title = _("block_dates", default="Dates")
    about = _("block_dates_about", default="The next events of the area.")
    column = SIDE
    order = 20

    @cached_property
    def items(self):
        now = formatting.now()
        months = months_between(now, now + AHEAD)
        brains = self.find(path={"query": self.path}, agenda_months=months)
        found = [(one, brain) for brain in brains for one in of_brain(brain) if one.end > now]
        found.sort(key=lambda pair: (pair[0].start, pair[0].uid))
        shown, told = [], set()
        for one, brain in found:
            if brain.UID not in told:
                shown.append({**self.row(brain), **self.date(one, now)})
            if not one.is_cancelled:
                told.add(brain.UID)
        return shown[: self.limit]

    def date(self, one, now):
        """Return what is said of a date beside its event."""
        when = said.when_of(one)
        return {"text": one.place, "when": when, "tags": said.tags_of(one, now), "badge": None}

    def shows(self):
        """Return which dates it shows: what is over goes, whether the catalog changes or not."""
        return tuple((row["url"], row["when"]) for row in self.items)


class Figures(Block):
    """What the administration does in the hub, in numbers, as far as one may see it."""

    title = _("block_figures", default="With us at the moment")
    about = _("block_figures_about", default="Cases and offers in numbers.")
    column = SIDE
    order = 50
    template = ViewPageTemplateFile("templates/figures.pt")

    @cached_property
    def figures(self):
        partner = stored_partner(self.context)
        counted = ((count, self.number(count, partner)) for o in offers() for count in o.counts)
        return [
            {"title": count.title, "url": self.url(count, partner), "number": number}
            for count, number in counted
            if number
        ]

    @staticmethod
    def number(count, partner):
        """Return how many there are: the catalog counts, no thing is looked at."""
        return len(catalog()(partner=partner, **count.query))

    def url(self, count, partner):
        return f"{self.site_url}/{count.path.format(partner=partner)}"

    def is_there(self):
        return bool(self.figures)

    def data(self):
        return [{"title": one["title"], "number": one["number"]} for one in self.figures]
