"""What may help at once: beside the form while somebody types, and on a page without JavaScript."""

from functools import cached_property
from kommunalhub.search.browser.hits import Hits
from kommunalhub.support import operations
from Products.Five import BrowserView


#: The field of the form that says what does not work.
FIELD = "form.widgets.title"


class MayHelp(BrowserView):
    """`@@may-help` (POST, as the form would send it, or GET with `q`): the first places that fit.

    Keeps nothing, and shows what the person may read.
    """

    def __call__(self):
        self.request.response.setHeader("X-Robots-Tag", "noindex")
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.index()

    @cached_property
    def text(self):
        sent = self.request.form.get(FIELD) or self.request.form.get("q")
        return sent if isinstance(sent, str) else ""

    @cached_property
    def found(self):
        return operations.helpful(self.text)

    def rows(self):
        """Return [{title, url, place, snippet_html}] of the first hits."""
        if self.found is None:
            return []
        hits = Hits(self.found, state=False)
        shown = [hits.shown(brain) for brain in self.found.hits[: operations.FIRST]]
        return [
            {
                "title": "".join(text for text, _is_hit in row["title"]),
                "url": row["place_url"],
                "place": row["place"],
                "snippet_html": row["snippet_html"],
            }
            for row in shown
        ]
