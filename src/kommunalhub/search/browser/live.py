"""Answers while somebody types, in the form that Plone's live search expects."""

from kommunalhub.search import engine
from kommunalhub.search.analysis.query import LONGEST_QUERY
from kommunalhub.search.browser.hits import Hits
from kommunalhub.search.browser.said import said_places
from Products.Five import BrowserView
from zope.i18n import translate

import json


MOST_ITEMS = 50


class LiveSearch(BrowserView):
    """The first hits as JSON: {total, items: [{id, title, about, url, ...}]}."""

    def __call__(self):
        text = _text(self.request.form.get("SearchableText")).strip().rstrip("*")[:LONGEST_QUERY]
        size = _number(self.request.form.get("perPage"), 10)
        start = (_number(self.request.form.get("page"), 1) - 1) * size
        found = engine.search(text, {}, beginning=True) if text else engine.Answer()
        self.hits = Hits(found)
        items = [self.item(brain) for brain in found.hits[start : start + size]]
        self.request.response.setHeader("Content-Type", "application/json")
        return json.dumps({"total": len(found.hits), "items": items})

    def item(self, brain):
        """Return one hit; `about` says of which kind it is and where in its file the words are."""
        shown = self.hits.shown(brain)
        about = (shown["type"], shown["kind"], shown["badge"], shown["place"], shown["partner"])
        return {
            "id": brain.UID,
            "title": brain.Title,
            "description": brain.Description,
            "url": shown["url"],
            "state": brain.review_state or None,
            "img_tag": None,
            "about": " · ".join(
                translate(part, context=self.request) for part in about if part is not None
            ),
            "places": said_places(shown["places"], self.request),
        }


def _text(value):
    return value if isinstance(value, str) else ""


def _number(value, default):
    """Return a number from 1 to MOST_ITEMS."""
    try:
        return max(1, min(MOST_ITEMS, int(value)))
    except (TypeError, ValueError):
        return default
