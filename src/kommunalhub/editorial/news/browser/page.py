"""What the page of a piece of news shows besides its words: see kommunalhub.site.browser.pages."""

from functools import cached_property
from kommunalhub.approvals.pages import INTERNAL
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.pictures.tags import lead_tag
from kommunalhub.core.tools import site_url
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.editorial.news.operations import SECTION
from kommunalhub.editorial.news.reading import ReleasedNews
from kommunalhub.editorial.news.reading import TOPICS
from kommunalhub.partners.localroles import partner_of
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView


#: So many others are named below.
RELATED = 3


class Meta(BrowserView):
    """`@@page-meta`: for whom it is, since when, and about what."""

    @cached_property
    def state(self):
        return state_of(self.context)

    def is_internal(self):
        return self.state == INTERNAL

    def published(self):
        """Return the day on which it came out, None for what has not."""
        if self.context.EffectiveDate() == "None" or self.state not in RELEASED:
            return None
        return formatting.day(self.context.effective().asdatetime())

    def topics(self):
        """Return [{title, url}] of its topics, each leads to the news about it."""
        titles = titles_of(TOPICS)
        url = f"{site_url()}/{SECTION}"
        return [
            {"title": titles[token], "url": f"{url}?topic={token}"}
            for token in sorted(kept(self.context, "topics") or ())
            if token in titles
        ]


class Picture(BrowserView):
    """`@@page-lead`: the lead picture with the words below it."""

    def image(self):
        return lead_tag(self.context, self.request)

    def caption(self):
        return kept(self.context, "image_caption")


class Related(BrowserView):
    """`@@page-related`: others about the same topics, or else of the same administration."""

    def rows(self):
        topics = sorted(kept(self.context, "topics") or ())
        own = IUUID(self.context)
        for query in ({"topic": topics}, {"partner": partner_of(self.context)}):
            if any(query.values()):
                found = ReleasedNews(**query)
                rows = found.rows(found.newest[: RELATED + 1])
                rows = [row for row in rows if row["uid"] != own][:RELATED]
                if rows:
                    return rows
        return []
