"""How one hit looks, from the catalog alone; the macro `hits` of the view `hub-hits` shows it.

<tal:hits define="hits view/hits" metal:use-macro="context/@@hub-hits/macros/hits" />
"""

from html import escape
from kommunalhub.core import formatting
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.titles import state_title
from kommunalhub.core.titles import type_title
from kommunalhub.partners.membership import get_partner
from kommunalhub.search import engine
from kommunalhub.search.facets import KIND
from kommunalhub.search.facets import TOPIC
from kommunalhub.search.interfaces import IFacet
from kommunalhub.search.reading.words import place
from operator import attrgetter
from zope.component import getUtilitiesFor


# A file that Plone would download from its plain address is shown on its page.
DOWNLOADED = ("File", "Image")


class Hits:
    """Makes what is shown of brains; one for each answer, as it keeps what all hits share.

    marker: of engine.Answer, None where nothing was asked for in words. state: whether to tell
    where things stand, which is of no use to visitors.
    """

    def __init__(self, marker=None, state=True):
        self.marker = marker
        self.state = state
        facets = sorted((facet for _, facet in getUtilitiesFor(IFacet)), key=attrgetter("order"))
        self.topics = [facet for facet in facets if facet.with_hits == TOPIC]
        self.kinds = [facet for facet in facets if facet.with_hits == KIND]

    def shown(self, brain):
        """Return a dict of what a page shows of a brain that the person may see.

        title, snippet: pieces (text, is a hit), and as HTML. place: „Folie 12“ or None, place_url:
        leads there.
        preview: address of a picture or None. partner, state, kind, day: text or None. badge: what
        says that it is not released, or None.
        """
        url = f"{brain.getURL()}/view" if brain.portal_type in DOWNLOADED else brain.getURL()
        title = self.marked(brain.Title or brain.getId)
        snippet, number = self.snippet(brain)
        partner = get_partner(_text(brain, "partner") or None)
        picture = _text(brain, "file_preview")
        return {
            "title": title,
            "title_html": html_of(title),
            "url": url,
            "type": type_title(brain.portal_type),
            "kind": self.kind_of(brain),
            "place": place(_text(brain, "file_unit"), number),
            "place_url": place_url(brain, number) or url,
            "snippet": snippet,
            "snippet_html": html_of(snippet),
            "partner": partner.short_title if partner else None,
            "topics": self.topics_of(brain),
            "state": state_title(brain.portal_type, brain.review_state or "")
            if self.state
            else None,
            "badge": badge_of_brain(brain),
            "day": formatting.day(brain.modified.asdatetime()),
            "preview": f"{brain.getURL()}/@@preview?v={picture}" if picture else None,
        }

    def marked(self, text):
        return self.marker.marked(text) if self.marker else [(text, False)]

    def snippet(self, brain):
        """Return (pieces, number of the page or None): where the hit says it, or what it is."""
        about = self.marked(brain.Description) if brain.Description else []
        if self.marker and not any(marked for _, marked in about):
            found, number = engine.excerpt(brain, self.marker)
            return found or about, number
        return about, None

    def kind_of(self, brain):
        for facet in self.kinds:
            if value := _text(brain, facet.index):
                return facet.title_of(value)
        return None

    def topics_of(self, brain):
        return [
            facet.title_of(value) for facet in self.topics for value in _texts(brain, facet.index)
        ]


def html_of(pieces):
    """Return pieces (text, is a hit) as HTML with the hits marked.

    >>> html_of([("a < b ", False), ("c", True)])
    'a &lt; b <mark>c</mark>'
    """
    marked = ((escape(text, quote=False), is_hit) for text, is_hit in pieces)
    return "".join(f"<mark>{text}</mark>" if is_hit else text for text, is_hit in marked)


def place_url(brain, number):
    """Return the address of a page in a PDF, which browsers show themselves, or None.

    Of what is said in a video: the page of the thing, which names each such place s and its second.
    """
    unit = _text(brain, "file_unit") if number is not None else None
    if unit == "second":
        return f"{brain.getURL()}#s{number}"
    return f"{brain.getURL()}/@@display-file/file#page={number}" if unit == "page" else None


def _text(brain, name):
    """Return a column of the catalog that is text; what a thing lacks is no text there."""
    value = getattr(brain, name, None)
    return value if isinstance(value, str) else ""


def _texts(brain, name):
    """Return a column of the catalog as texts: one text, several, or none."""
    value = getattr(brain, name, None) or ()
    return [one for one in ([value] if isinstance(value, str) else value) if isinstance(one, str)]
