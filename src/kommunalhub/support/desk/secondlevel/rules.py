"""How a ticket stands with the second level, and what was handed over. Pure.

The person whose data goes along says yes or no, and may think again until it is handed over. What
goes is kept as it went.
"""

from dataclasses import dataclass
from dataclasses import replace
from hashlib import sha256

import json


ASKED, YES, NO = CONSENTS = ("asked", "yes", "no")
#: What lists show besides: it is with the second level, an answer of it waits.
OUT, BACK = "out", "back"
STANDS = (*CONSENTS, OUT, BACK)

#: Lines of what goes along; those that tell who somebody is go with consent alone.
QUESTION, TITLE, DESCRIPTION = "question", "title", "description"
URGENCY, CATEGORY, DEVICE, PARTNER = "urgency", "category", "device", "partner"
REPORTER, MAIL, FOR_WHOM = "reporter", "mail", "for_whom"
ASKS, HELPS = SAID = ("asks", "helps")
PERSONAL = frozenset({REPORTER, MAIL, FOR_WHOM})


@dataclass(frozen=True)
class Line:
    """One thing that goes along. seq: the entry of the journal that it was taken from."""

    name: str
    text: str
    seq: int | None = None


@dataclass(frozen=True)
class Parcel:
    """What was handed over. whole: with consent, nothing left out; when: ISO."""

    lines: tuple[Line, ...]
    whole: bool
    when: str

    @property
    def title(self):
        """The title as it was handed over."""
        return next((line.text for line in self.lines if line.name == TITLE), "")


@dataclass(frozen=True)
class Hand:
    """How a ticket stands. waiting: answers (entries of the journal) that support has not used."""

    consent: str = ""
    out: bool = False
    parcels: tuple[Parcel, ...] = ()
    waiting: tuple[int, ...] = ()

    @property
    def stands(self):
        """One of STANDS, "" where nothing was asked or handed over."""
        if self.out or self.waiting:
            return BACK if self.waiting else OUT
        return self.consent


def digest(lines, whole):
    """Return what tells whether somebody has seen exactly this before it goes.

    >>> seen = digest([Line("title", "Drucker")], False)
    >>> seen == digest([Line("title", "Drucker")], True)
    False
    """
    told = [[line.name, line.text, line.seq] for line in lines]
    return sha256(json.dumps([told, whole]).encode()).hexdigest()


def handed(hand, lines, whole, when):
    """Return how it stands once this has gone."""
    parcel = Parcel(tuple(lines), whole, when)
    return replace(hand, out=True, parcels=(*hand.parcels, parcel))


def called_back(hand):
    """Return how it stands when the second level sees it no more; consent was for this once."""
    return replace(hand, out=False, consent="")


def answered(hand, seq):
    """Return how it stands with another answer of the second level."""
    return replace(hand, waiting=(*hand.waiting, seq))


def used(hand, seq):
    """Return how it stands once support has decided what becomes of an answer."""
    return replace(hand, waiting=tuple(one for one in hand.waiting if one != seq))


def forgotten(hand, seq, names=frozenset()):
    """Return how it stands without what was taken from an entry, and without lines by name."""
    parcels = tuple(
        replace(parcel, lines=tuple(_without(line, seq, names) for line in parcel.lines))
        for parcel in hand.parcels
    )
    return replace(hand, parcels=parcels)


def _without(line, seq, names):
    return replace(line, text="") if line.seq == seq or line.name in names else line
