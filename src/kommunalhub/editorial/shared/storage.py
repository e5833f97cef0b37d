"""Values of administrations, kept with the page; one object of the site knows where some lack."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import datetime
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.editorial.shared"
#: Values of so many days are kept for each administration; the oldest go first.
MOST = 200


@dataclass(frozen=True)
class Entry:
    """What an administration had said until the next entry. values: ((slot, text), ...).

    mark: of the text it was said in, see rules. It answers for that, not a person, so nobody is
    named.
    """

    when: datetime
    values: tuple
    mark: str = ""

    def __getitem__(self, slot):
        return dict(self.values).get(slot, "")


@dataclass(frozen=True)
class Noted:
    """What the board knows of a page. said: {partner: (slots with a value, mark of the text)}."""

    slots: tuple
    mark: str
    said: dict


def entries_of(page, partner):
    """Return the Entries of an administration, by time."""
    kept = IAnnotations(page).get(KEY)
    return kept.get(partner, ()) if kept is not None else ()


def add_entry(page, partner, entry):
    ensured_on(page, KEY, OOBTree)[partner] = (*entries_of(page, partner), entry)[-MOST:]


def drop(page, partner):
    """Forget what an administration has said of a page."""
    kept = IAnnotations(page).get(KEY)
    if kept is not None:
        kept.pop(partner, None)


def board():
    """Return {UID of a page with slots: Noted} to read."""
    return IAnnotations(site()).get(KEY) or {}


def note(uid, noted):
    """Keep what the board says of a page; nothing of one without slots."""
    if noted is None or not noted.slots:
        if uid in board():
            del IAnnotations(site())[KEY][uid]
        return
    kept = ensured_on(site(), KEY, OOBTree)
    if kept.get(uid) != noted:
        kept[uid] = noted
