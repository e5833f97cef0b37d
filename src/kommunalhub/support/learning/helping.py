"""What may help at once, before anybody is asked; and how often it did.

Counted is that a thing has helped, in which week: nothing of whom, nothing of the question.
"""

from dataclasses import dataclass
from kommunalhub.core import asking
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tally.kinds import TallyKind
from kommunalhub.core.tools import catalog
from kommunalhub.search import engine
from kommunalhub.search.analysis.query import LONGEST_QUERY
from kommunalhub.search.browser.hits import Hits
from kommunalhub.support.interfaces import IMayHelp
from kommunalhub.support.interfaces import ISupportSection
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getAdapters
from zope.interface import implementer
from zope.interface import Interface


FOUND = "kommunalhub.support.may_help"
#: Where answers stand before anybody is asked; a word of fewer letters says nothing yet.
ANSWERS_IN = ("WorkshopMaterial",)
FIRST, SHORTEST = 3, 4
#: Kept for two years, so that a year can be told beside the one before.
HELPED = TallyKind("support.helped", days=730, weekly=True)


@dataclass(frozen=True)
class Place:
    """A place that may help. uid: of what it stands in; label: what it is (a message), or None."""

    uid: str
    title: str
    url: str
    place: str | None = None
    snippet_html: str = ""
    label: str | None = None


def places(section, request, text):
    """Return the Places for what somebody is about to report, None for too short a text.

    A request looks for a text once: what is shown before it is sent, is counted after it.
    """
    text = " ".join(text.split())[:LONGEST_QUERY]
    if len(text) < SHORTEST:
        return None
    known = IAnnotations(request).setdefault(FOUND, {})
    key = (asking.userid(), text)
    if key not in known:
        found = getAdapters((section, request), IMayHelp)
        helpers = sorted((helper for _name, helper in found), key=lambda helper: helper.order)
        known[key] = [place for helper in helpers for place in helper.places(text)]
    return known[key]


@implementer(IMayHelp)
@adapter(ISupportSection, Interface)
class Materials:
    """Places in materials that who asks may read, answers made of solved tickets among them."""

    order = 20

    def __init__(self, section, request):
        self.section = section

    def places(self, text):
        found = engine.search(text, {"art": ANSWERS_IN}, beginning=True)
        hits = Hits(found, state=False)
        return [place_of(hits.shown(brain), brain.UID) for brain in found.hits[:FIRST]]


def place_of(row, uid):
    """Return the Place of what a hit shows."""
    title = "".join(text for text, _is_hit in row["title"])
    return Place(uid, title, row["place_url"], row["place"], row["snippet_html"])


def note_helped(uid):
    """Count that something has helped; return whether it is anything that who asks may see."""
    if not isinstance(uid, str) or not catalog()(UID=uid):
        return False
    tally.count(HELPED, uid)
    return True
