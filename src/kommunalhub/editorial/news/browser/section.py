"""The folder `aktuelles`: what all administrations have released, on top what counts most."""

from datetime import date
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.overview import address_of
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.editorial.news import rules
from kommunalhub.editorial.news.reading import asked_in
from kommunalhub.editorial.news.reading import ReleasedNews
from kommunalhub.editorial.news.reading import TOPICS
from kommunalhub.editorial.talk import operations as talk
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from Products.Five import BrowserView
from urllib.parse import urlencode


FEED = "nachrichten.atom"
LABELS = {
    "partner": _("filter_news_partner", default="Administration"),
    "topic": _("filter_news_topic", default="Topic"),
}


class NewsView(FromCatalog, BrowserView):
    """A story in front, then the list; filters and months beside it."""

    def __call__(self):
        self.found = ReleasedNews(**self.chosen)
        self.batch = batch_of(
            self.request, len(self.found.rids), rules.PAGE_SIZE, self.url, self.query()
        )
        rids = list(self.batch.cut(self.found.rids))
        self.lead = None
        if rids and self.has_lead():
            [self.lead] = self.found.rows(rids[:1], scale="large")
            rids = rids[1:]
        self.rows = self.found.rows(rids)
        return self.index()

    def also_shows(self):
        return sorted(talk.counts().items())

    def has_lead(self):
        """Whether one story stands in front: on the first page of all there is."""
        return not self.chosen and self.batch.page == 1

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def total(self):
        return self.batch.total

    @cached_property
    def chosen(self):
        """{partner, topic, month} as far as the address names some that there are."""
        found, _wrong = asked_in(self.request.form)
        return found

    @cached_property
    def partners(self):
        return {partner: short_title_of(partner) for partner in partner_ids()}

    @cached_property
    def topics(self):
        return titles_of(TOPICS)

    def selects(self):
        """Return [{name, label, options}] of the filters."""
        return [
            {
                "name": name,
                "label": LABELS[name],
                "options": [
                    {"value": value, "title": title, "selected": self.chosen.get(name) == value}
                    for value, title in options.items()
                ],
            }
            for name, options in (("partner", self.partners), ("topic", self.topics))
        ]

    def query(self, **other):
        """Return (name, value) pairs of what is chosen, with other values; None takes one away."""
        wanted = {**self.chosen, **other}
        return [(name, value) for name, value in wanted.items() if value is not None]

    def months(self):
        """Return [{year, open, months: [{title, count, url, current}]}], the newest first."""
        years, chosen = self.found.months, self.chosen.get("month", "")
        shown = chosen[:4] or (years[0][0] if years else "")
        return [
            {
                "year": year,
                "open": "open" if year == shown else None,
                "months": [
                    {
                        "title": formatting.month(date.fromisoformat(f"{month}-01")),
                        "count": count,
                        "url": f"{self.url}?{urlencode(self.query(month=month))}",
                        "current": "true" if month == self.chosen.get("month") else None,
                    }
                    for month, count in months
                ],
            }
            for year, months in years
        ]

    def month(self):
        """Return the chosen month as people say it, or None."""
        month = self.chosen.get("month")
        return formatting.month(date.fromisoformat(f"{month}-01")) if month else None

    def feed_of_partner(self):
        """Return {url, title} of the feed of the administration that is chosen, or None."""
        partner = self.chosen.get("partner")
        area = address_of(f"partner/{partner}") if partner else None
        return area and {"url": f"{area}/@@{FEED}", "title": self.partners[partner]}

    def feed(self):
        return f"{self.url}/@@{FEED}"
