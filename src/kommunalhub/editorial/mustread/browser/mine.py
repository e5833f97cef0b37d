"""What one has to confirm: a piece of Mein Hub, and @@kenntnisnahmen with all one has confirmed."""

from datetime import date
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.asking import userid
from kommunalhub.core.browser.overview import Piece
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread import said
from kommunalhub.editorial.mustread import storage
from zExceptions import NotFound


SHOWN = 5
UNTIL = _("my_reads_until", default="until ${day}")
WAS_DUE = _("my_reads_was_due", default="was due on ${day}")


def row(brain):
    """Return {title, url, until, look, is_anew} of a page that one has to confirm."""
    facts = (brain.case_extra or {}).get(reading.INDEX, {})
    due = date.fromisoformat(facts["due"]) if facts.get("due") else None
    is_late = due is not None and formatting.to_local(formatting.now()).date() > due
    mapping = {"day": formatting.day(due)}
    round = facts.get("round", 1)
    earlier = {storage.key_of(brain.UID, one) for one in range(1, round)}
    is_anew = not earlier.isdisjoint(storage.own_of(site(), userid()))
    return {
        "title": brain.Title,
        "url": f"{brain.getURL()}/@@kenntnisnahme" if is_anew else brain.getURL(),
        "until": due and filled(WAS_DUE if is_late else UNTIL, mapping),
        "look": "late" if is_late else "",
        "is_anew": is_anew,
    }


class MyReads(Piece):
    """The next ones; nothing where nothing is to be confirmed."""

    def is_shown(self):
        return bool(self.found)

    @cached_property
    def found(self):
        return reading.open_brains(userid())

    @property
    def total(self):
        return len(self.found)

    @cached_property
    def items(self):
        return [row(brain) for brain in self.found[:SHOWN]]


class MyReadsPage(OwnPage):
    """Everything that is open, and everything that is kept of what one has confirmed."""

    @property
    def template(self):
        return self.index

    def post(self):
        raise NotFound(self.__name__)

    def open(self):
        return [row(brain) for brain in reading.open_brains(self.userid)]

    def done(self):
        """Return [{title, url, when}] of the pages confirmed, the last first."""
        return [
            {"title": title, "url": url, "when": said.confirmed_on(when)}
            for title, url, when in reading.confirmed_by(self.userid)
        ]
