"""The search page: a plain GET form, so that every result has an address to share."""

from kommunalhub.core import formatting
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.titles import state_title
from kommunalhub.core.titles import type_title
from kommunalhub.partners.membership import get_partner
from kommunalhub.search import engine
from kommunalhub.search.analysis.query import LONGEST_QUERY
from kommunalhub.search.gaps.operations import note
from plone import api
from Products.Five import BrowserView
from urllib.parse import urlencode


PAGE_SIZE = 20
# Values shown at once in a facet; those that are chosen are always shown.
MOST_VALUES = 8
# A file that Plone would download from its plain address is shown on its page.
DOWNLOADED = ("File", "Image")


class SearchPage(BrowserView):
    """Hits and filters for what was asked."""

    def __call__(self):
        form = self.request.form
        # Plone's own links call it SearchableText.
        self.text = _one(form.get("q") or form.get("SearchableText")).strip()[:LONGEST_QUERY]
        self.sort = _one(form.get("sort"))
        if self.sort not in engine.SORTS:
            self.sort = next(iter(engine.SORTS))
        self.anonymous = api.user.is_anonymous()
        self.shown = engine.facets(self.anonymous)
        self.chosen = {name: _many(form.get(name)) for name, facet in self.shown}
        self.found = engine.Found()
        if self.asked:
            self.found = engine.search(self.text, self.chosen, self.sort, self.anonymous)
            if self.text and not self.found.hits and not self.is_narrowed:
                note(self.text)
            self.batch = batch_of(
                self.request, len(self.found.hits), PAGE_SIZE, self.url, self.query()
            )
        return self.index()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@search"

    @property
    def asked(self):
        """Tell whether there is anything to search for."""
        return bool(self.text or any(self.chosen.values()))

    @property
    def is_narrowed(self):
        return any(self.chosen.values())

    def query(self, with_facets=True):
        """Return the (name, value) pairs of the address of these results."""
        pairs = [("q", self.text)]
        if self.sort != next(iter(engine.SORTS)):
            pairs.append(("sort", self.sort))
        if with_facets:
            pairs += [(name, value) for name, values in self.chosen.items() for value in values]
        return pairs

    def all_url(self):
        """Return the address of the same search without any filter."""
        return batch_of(self.request, 0, 1, self.url, self.query(with_facets=False)).link(1)

    def total(self):
        return len(self.found.hits)

    def hits(self):
        return [self.hit(brain) for brain in self.batch.cut(self.found.hits)]

    def hit(self, brain):
        """Return what the page shows of one hit, from the catalog alone."""
        partner = get_partner(brain.partner or None)
        kind = getattr(brain, "file_kind", None)
        is_file = brain.portal_type in DOWNLOADED
        pieces, page = self.snippet(brain)
        return {
            "title": brain.Title or brain.getId,
            "url": f"{brain.getURL()}/view" if is_file else brain.getURL(),
            "type": type_title(brain.portal_type),
            "kind": kind.upper() if isinstance(kind, str) and kind in FILE_KINDS else None,
            "snippet": pieces,
            "page": page,
            "partner": partner.short_title if partner else None,
            "state": None
            if self.anonymous
            else state_title(brain.portal_type, brain.review_state or ""),
            "day": formatting.day(brain.modified.asdatetime()),
        }

    def snippet(self, brain):
        """Return (pieces, number of the page or None): where the hit says it, or what it is."""
        marker = self.found.marker
        pieces = marker.marked(brain.Description) if marker else [(brain.Description, False)]
        if marker and not any(marked for _, marked in pieces):
            found, page = engine.excerpt(brain, marker)
            return found or pieces, page
        return [piece for piece in pieces if piece[0]], None

    def meant(self):
        """Return (query with the words that were meant, its address), or None."""
        suggestions = self.found.suggestions
        if not suggestions:
            return None
        text = self.text
        for typed, word in suggestions.items():
            text = text.replace(typed, word)
        return text, f"{self.url}?{urlencode({'q': text})}"

    def filters(self):
        """Return the facets with their values and counts; those with nothing to choose are out."""
        return [
            found for name, facet in self.shown if (found := self.filter(name, facet))["choices"]
        ]

    def filter(self, name, facet):
        counts = self.found.counts.get(name, {})
        chosen = self.chosen[name]
        common = sorted(counts, key=lambda value: (-counts[value], value))
        values = [
            value for place, value in enumerate(common) if place < MOST_VALUES or value in chosen
        ]
        values += [value for value in chosen if value not in values]
        return {
            "name": name,
            "title": facet.title,
            "choices": [
                {
                    "value": value,
                    "title": facet.title_of(value),
                    "count": counts.get(value, 0),
                    "chosen": value in chosen,
                }
                for value in values
                if counts.get(value) or value in chosen
            ],
        }


FILE_KINDS = frozenset({"pdf", "docx", "pptx", "odt", "odp", "xlsx", "ods"})


def _one(value):
    """Return the text of a parameter that may have come twice, or as something else."""
    if isinstance(value, (list, tuple)):
        value = value[0] if value else ""
    return value if isinstance(value, str) else ""


def _many(value):
    """Return the texts of a parameter, each once."""
    values = value if isinstance(value, (list, tuple)) else [value]
    return list(dict.fromkeys(text for text in values if isinstance(text, str) and text))
