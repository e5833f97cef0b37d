"""@@in-file: where in the file of one thing it stands what is asked for."""

from functools import cached_property
from kommunalhub.core.tools import site_url
from kommunalhub.search import engine
from kommunalhub.search.analysis.query import LONGEST_QUERY
from kommunalhub.search.browser.hits import Hits
from kommunalhub.search.browser.hits import link_texts
from kommunalhub.search.browser.hits import picture_text
from kommunalhub.search.interfaces import IFileText
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from urllib.parse import urlencode


#: So many places are shown; what scores less than this share of the best one is left out.
MOST, LEAST = 50, 0.25
BEST, IN_ORDER = "beste", "seiten"


class InFile(BrowserView):
    """A GET form with `q` and `sort`; without scripts, each answer with an address of its own."""

    def __call__(self):
        self.text = _text(self.request.form.get("q")).strip()[:LONGEST_QUERY]
        self.sort = IN_ORDER if self.request.form.get("sort") == IN_ORDER else BEST
        return self.index()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@in-file"

    @cached_property
    def found(self):
        return engine.within(IUUID(self.context, None), self.text, MOST)

    @cached_property
    def places(self):
        """[{label, heading, url, snippet_html, picture, …}], see hits.Hits.place_of."""
        if self.found is None:
            return []
        brain, finder, places = self.found
        if places:
            least = places[0].score * LEAST
            places = [place for place in places if place.score >= least]
        if self.sort == IN_ORDER:
            places = sorted(places, key=lambda place: place.place)
        hits = Hits(state=False)
        hits.finder, hits.marker = finder, finder.marker
        return [self.shown(hits, brain, place) for place in places]

    @staticmethod
    def shown(hits, brain, place):
        shown = hits.place_of(brain, place)
        picture = hits.page_picture(brain, shown)
        return {
            **shown,
            **link_texts(brain.Title, shown),
            "picture": picture,
            "picture_text": picture_text(shown),
            "see_url": hits.page_url(brain, shown),
        }

    @property
    def everywhere_url(self):
        return f"{site_url()}/@@search?{urlencode({'q': self.text})}"


class FileSearch(BrowserView):
    """`file-search`: asked by pages of things with a file, never published by itself."""

    def __call__(self):
        return ""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@in-file"

    def is_of_use(self):
        """Return whether the file is long enough to be searched."""
        kept = IFileText(self.context, None)
        return kept is not None and len(kept.parts) > 1


def _text(value):
    return value if isinstance(value, str) else ""
