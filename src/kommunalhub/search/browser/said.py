"""Places as plain data, for live search and REST."""

from kommunalhub.search.browser.hits import html_of
from zope.i18n import translate


def said_places(places, request):
    """Return [{number, unit, label, url, heading, snippet}] of what hits.Hits shows of places.

    snippet: HTML in which nothing but <mark> stands beside text.
    """
    return [
        {
            "number": place["number"],
            "unit": place["unit"],
            "label": translate(place["label"], context=request) if place["label"] else None,
            "url": place["url"],
            "heading": place["heading"],
            "snippet": html_of(place["snippet"]),
        }
        for place in places
    ]
