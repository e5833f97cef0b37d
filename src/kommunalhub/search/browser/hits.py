"""How one hit looks, from the catalog alone; the macro `hits` of the view `hub-hits` shows it.

<tal:hits define="hits view/hits" metal:use-macro="context/@@hub-hits/macros/hits" />
"""

from functools import cached_property
from html import escape
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.titles import state_title
from kommunalhub.core.titles import type_title
from kommunalhub.partners.membership import get_partner
from kommunalhub.search.facets import KIND
from kommunalhub.search.facets import TOPIC
from kommunalhub.search.interfaces import IFacet
from kommunalhub.search.reading.pagepicture import LONGEST_QUESTION
from kommunalhub.search.reading.pagepicture import page_picture_url
from kommunalhub.search.reading.words import place
from operator import attrgetter
from urllib.parse import quote
from urllib.parse import urlencode
from zope.component import getUtilitiesFor


#: The kind of files whose pages are drawn.
PDF = "pdf"
SEE_PAGE = "see-page"
#: Between the headings of a way; so many of the innermost are shown, each with so many letters.
WAY, DEEPEST, LONGEST_HEADING = " › ", 3, 70
# A file that Plone would download from its plain address is shown on its page.
DOWNLOADED = ("File", "Image")


class Hits:
    """Makes what is shown of brains; one for each answer, as it keeps what all hits share.

    found: engine.Answer, None where nothing was asked for. state: whether to tell where things
    stand, which is of no use to visitors.
    """

    def __init__(self, found=None, state=True):
        self.finder = found.finder if found is not None else None
        self.marker = found.marker if self.finder is not None else None
        self.state = state
        facets = sorted((facet for _, facet in getUtilitiesFor(IFacet)), key=attrgetter("order"))
        self.topics = [facet for facet in facets if facet.with_hits == TOPIC]
        self.kinds = [facet for facet in facets if facet.with_hits == KIND]

    def shown(self, brain):
        """Return a dict of what a page shows of a brain that the person may see.

        title, snippet: pieces (text, is a hit), and as HTML. places: where in it that stands, best
        first, see place_of; place, place_url, heading: of the first, None where there is none;
        also: the others. preview: address of a picture of the file or None; page_picture: of the
        first place, picture_text: what to say instead, page_url: of the page to look at, see_text
        and in_file_text: see link_texts. partner, state, kind, day: text or None. badge: what says
        that it is not released, or None.
        """
        url = _url(brain)
        title = self.marked(brain.Title or brain.getId)
        places = self.places_of(brain)
        first = places[0] if places else None
        snippet = self.snippet(brain, first)
        picture = _text(brain, "file_preview")
        return {
            "title": title,
            "title_html": html_of(title),
            "url": url,
            "type": type_title(brain.portal_type),
            "kind": self.kind_of(brain),
            "places": places,
            "also": _others(places),
            "in_file_url": self.in_file_url(brain, places),
            "place": first["label"] if first else None,
            "place_url": first["url"] if first else url,
            "heading": first["heading"] if first else None,
            "snippet": snippet,
            "snippet_html": html_of(snippet),
            "topics": self.topics_of(brain),
            "state": state_title(brain.portal_type, brain.review_state or "")
            if self.state
            else None,
            "badge": badge_of_brain(brain),
            "preview": f"{brain.getURL()}/@@preview?v={picture}" if picture else None,
            "page_picture": self.page_picture(brain, first),
            "picture_text": picture_text(first) if first else None,
            "page_url": self.page_url(brain, first),
            **link_texts(brain.Title, first),
            **self.summary(brain),
        }

    def summary(self, brain):
        """Return {partner, day}: whose it is and when it was changed."""
        partner = get_partner(_text(brain, "partner") or None)
        return {
            "partner": partner.short_title if partner else None,
            "day": formatting.day(brain.modified.asdatetime()),
        }

    def marked(self, text):
        return self.marker.marked(text) if self.marker else [(text, False)]

    def snippet(self, brain, first):
        """Return the pieces that say best what was asked for, or what the thing is about."""
        about = self.marked(brain.Description) if brain.Description else []
        if first and first["snippet"] and (first["is_place"] or not _has_marks(about)):
            return first["snippet"]
        return about

    def places_of(self, brain):
        """Return where it stands, best first, as place_of; [] where nothing was asked for."""
        if self.finder is None:
            return []
        return [self.place_of(brain, found) for found in self.finder.places_of(brain)]

    def page_url(self, brain, first):
        """Return where a page can be looked at, its picture and its text, or None."""
        if self.page_picture(brain, first) is None:
            return None
        return see_page_url(brain.getURL(), first["number"], self.finder.query.text)

    def page_picture(self, brain, first):
        """Return the address of a picture of the page, the words marked on it, or None."""
        if first is None or _text(brain, "file_kind") != PDF:
            return None
        question = self.finder.query.text
        return page_picture_url(brain.getURL(), first["unit"], first["number"], question, "hit")

    def in_file_url(self, brain, places):
        """Return where all places in the file of a hit are, None where there is one at most."""
        if not _text(brain, "file_unit") or not _others(places):
            return None
        return f"{brain.getURL()}/@@in-file?q={quote(self.finder.query.text)}"

    def place_of(self, brain, found):
        """Return a dict of a places.Place.

        number, unit: as the reader of the file counts them, None where there is no such thing.
        heading: the way to it or None, last_heading: the last of it; label: „Folie 12“ or None; url
        leads there; snippet: pieces. is_place: whether it can be led to or has a heading.
        """
        unit = _text(brain, "file_unit") if found.number is not None else None
        url = place_url(brain, found, self.words) or _url(brain)
        label = place(unit, found.number)
        heading = WAY.join(_short(title) for title in found.headings[-DEEPEST:])
        last = found.headings[-1] if found.headings else None
        return {
            "number": found.number,
            "unit": unit,
            "heading": heading or None,
            "last_heading": _short(last) if last and last != brain.Title else None,
            "label": label,
            "url": url,
            "snippet": list(found.pieces),
            "snippet_html": html_of(found.pieces),
            "is_place": bool(label or heading),
        }

    @cached_property
    def words(self):
        """What a browser is told to search for in a file that it shows itself."""
        return " ".join(self.finder.query.words) if self.finder is not None else ""

    def kind_of(self, brain):
        for facet in self.kinds:
            if value := _text(brain, facet.index):
                return facet.title_of(value)
        return None

    def topics_of(self, brain):
        return [
            facet.title_of(value) for facet in self.topics for value in _texts(brain, facet.index)
        ]


def see_page_url(url, number, question):
    """Return the address of the page of the site that shows a page of the file of a thing.

    >>> see_page_url("/hub/leitfaden", 17, "Vermerk")
    '/hub/leitfaden/@@see-page?page=17&q=Vermerk'
    """
    return f"{url}/@@{SEE_PAGE}?{urlencode({'page': number, 'q': question[:LONGEST_QUESTION]})}"


def html_of(pieces):
    """Return pieces (text, is a hit) as HTML with the hits marked.

    >>> html_of([("a < b ", False), ("c", True)])
    'a &lt; b <mark>c</mark>'
    """
    marked = ((escape(text, quote=False), is_hit) for text, is_hit in pieces)
    return "".join(f"<mark>{text}</mark>" if is_hit else text for text, is_hit in marked)


def link_texts(title, first):
    """Return what links say that are called alike at each hit, to who hears them one by one."""
    label = first["label"] if first else None
    mapping = {"place": label, "title": title}
    return {
        "see_text": _(
            "search_see_page_of", default="See the page: ${place}, ${title}", mapping=mapping
        )
        if label
        else None,
        "in_file_text": _(
            "search_in_this_file_of",
            default="all places in this file: ${title}",
            mapping={"title": title},
        ),
    }


def picture_text(place):
    """Return what is said in place of the picture of a page; place: as Hits.place_of."""
    words = dict.fromkeys(text for text, is_hit in place["snippet"] if is_hit)
    mapping = {"place": place["label"], "words": ", ".join(words)}
    if words:
        return _(
            "search_page_picture_words",
            default="Picture of this place: ${place}. Marked: ${words}. The text stands beside it.",
            mapping=mapping,
        )
    return _(
        "search_page_picture",
        default="Picture of this place: ${place}. The text stands beside it.",
        mapping=mapping,
    )


def place_url(brain, found, words=""):
    """Return the address of a places.Place, or None where only the thing itself can be led to.

    A page of a PDF, which browsers show themselves, some of them with the words searched for; the
    heading of a page of the site; of what is said in a video the page of the thing, which names
    each such place s and its second; a film that is played there begins with it.
    """
    unit = _text(brain, "file_unit") if found.number is not None else None
    if unit == "second":
        return f"{brain.getURL()}?t={found.number}#s{found.number}"
    if unit == "page":
        searched = f"&search={quote(words)}" if words else ""
        return f"{brain.getURL()}/@@display-file/file#page={found.number}{searched}"
    return f"{brain.getURL()}#{found.anchor}" if found.anchor else None


def _url(brain):
    return f"{brain.getURL()}/view" if brain.portal_type in DOWNLOADED else brain.getURL()


def _others(places):
    """Return the places beside the first one, those that lead elsewhere and have a name."""
    urls = {first["url"] for first in places[:1]}
    found = []
    for other in places[1:]:
        if other["is_place"] and other["url"] not in urls:
            urls.add(other["url"])
            found.append(other)
    return found


def _has_marks(pieces):
    return any(is_hit for _, is_hit in pieces)


def _short(title):
    """Return a heading that leaves room for those beside it."""
    return title if len(title) <= LONGEST_HEADING else f"{title[:LONGEST_HEADING].rstrip()}…"


def _text(brain, name):
    """Return a column of the catalog that is text; what a thing lacks is no text there."""
    value = getattr(brain, name, None)
    return value if isinstance(value, str) else ""


def _texts(brain, name):
    """Return a column of the catalog as texts: one text, several, or none."""
    value = getattr(brain, name, None) or ()
    return [one for one in ([value] if isinstance(value, str) else value) if isinstance(one, str)]
