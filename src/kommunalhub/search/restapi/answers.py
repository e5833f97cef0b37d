"""What the search page shows, as plain data."""

from html import escape
from kommunalhub.core import asking
from kommunalhub.search import engine
from kommunalhub.search.browser.hits import Hits
from kommunalhub.search.browser.said import said_places
from zope.i18n import translate


class Answers:
    """Makes JSON of an engine.Answer; chosen: {facet: values}."""

    def __init__(self, found, chosen, request):
        self.found = found
        self.chosen = chosen
        self.request = request
        self.hits = Hits(found)

    def of(self, brain):
        """Return what a hit has beside Plone's summary: where it says it, and how it is called.

        snippet: HTML in which nothing but <mark> stands beside text.
        """
        shown = self.hits.shown(brain)
        return {
            "snippet": html_of(shown["snippet"]),
            "place": self.said(shown["place"]),
            "place_url": shown["place_url"] if shown["place"] else None,
            "places": said_places(shown["places"], self.request),
            "type_title": self.said(shown["type"]),
            "file_kind": self.said(shown["kind"]),
            "partner": shown["partner"],
            "topics": [self.said(topic) for topic in shown["topics"]],
            "preview": shown["preview"],
            "page_picture": shown["page_picture"],
        }

    def beside(self, without=()):
        """Return what stands beside the items; without: facets to leave out.

        suggestions: {unknown word: word that was meant, perhaps}. waiting: texts still to be read.
        answer: the sentence that answers, with its source, or None.
        """
        return {
            "answer": self.answer(),
            "facets": [facet for facet in self.facets() if facet["name"] not in without],
            "suggestions": dict(self.found.suggestions),
            "waiting": self.found.waiting,
        }

    def answer(self):
        """Return {text, title, @id, number, unit, label, url, heading} or None."""
        found = self.found.answer
        if found is None:
            return None
        brain, place = found
        said = said_places([self.hits.place_of(brain, place)], self.request)[0]
        said.pop("snippet")
        return {"text": place.sentence, "title": brain.Title, "@id": brain.getURL(), **said}

    def facets(self):
        """Return [{name, title, values: [{value, title, count, chosen}]}], commonest first."""
        return [
            {
                "name": name,
                "title": self.said(facet.title),
                "values": [
                    {
                        "value": value,
                        "title": self.said(facet.title_of(value)),
                        "count": count,
                        "chosen": value in self.chosen.get(name, ()),
                    }
                    for value, count in sorted(
                        self.found.counts.get(name, {}).items(), key=lambda one: (-one[1], one[0])
                    )
                ],
            }
            for name, facet in engine.facets(asking.is_anonymous())
        ]

    def said(self, message):
        return translate(message, context=self.request) if message is not None else None


def html_of(pieces):
    """Return pieces (text, is a hit) as HTML.

    >>> html_of([("<b> ", False), ("Vergabe", True)])
    '&lt;b&gt; <mark>Vergabe</mark>'
    """
    return "".join(
        f"<mark>{escape(text)}</mark>" if marked else escape(text) for text, marked in pieces
    )
