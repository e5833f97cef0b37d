"""The rules of links between hubs: states, when to ask again, what was said. Pure."""

from dataclasses import dataclass
from datetime import timedelta


#: How a link stands. A forgotten one is not there any more.
NEW, CONFIRMED, PAUSED = LINK_STATES = ("new", "confirmed", "paused")
QUARANTINE, FREE = "quarantine", "free"
#: After a good answer, and after the first bad one; each further one doubles it.
EVERY = FIRST_PAUSE = timedelta(minutes=15)
LONGEST_PAUSE = timedelta(hours=12)
#: A hub that was last heard of so long ago is said to be silent.
SILENT = timedelta(days=2)

#: Why an answer is none, besides what lib/exchange/refusing.py says.
UNREACHED, NOT_PUBLIC, NOT_KNOWN, NO_HUB = "unreached", "not_public", "not_known", "no_hub"
KEY_CHANGED, CLOCK = "key_changed", "clock"

#: Kinds of cards that are a conversation: no copy of them is ever released.
QUESTION, ANSWER = TALK = ("question", "answer")
#: What the log knows.
SHARED, UNSHARED, FETCHED, TAKEN, REFUSED = "shared", "unshared", "fetched", "taken", "refused"
RELEASE, DECLINED, RECALLED = "release", "declined", "recalled"
LAPSED, REMOVED = "lapsed", "removed"
CONFIRM, PAUSE, RESUME, FORGOTTEN, NEW_KEY = "confirm", "pause", "resume", "forgotten", "new_key"
RESTORED, TAKEN_BACK, SERVED, TRUSTED = "restored", "taken_back", "served", "trusted"
ASKED, ANSWERED = "asked", "answered"
HELD_BACK, LINK = "held_back", "link"
ENTRIES = (
    *(SHARED, UNSHARED, FETCHED, TAKEN, REFUSED, RELEASE, DECLINED, RECALLED, LAPSED, REMOVED),
    *(CONFIRM, PAUSE, RESUME, FORGOTTEN, NEW_KEY, RESTORED, TAKEN_BACK, SERVED, TRUSTED),
    *(ASKED, ANSWERED, HELD_BACK, LINK),
)


@dataclass(frozen=True)
class Share:
    """One thing that is shared. audience: UIDs of hubs, none for all of them.

    stamp: how the thing stood when its card was written; open: whether everybody sees it anyway.
    purpose: why it may name persons, "" where it names none; traces: the words that were agreed to.
    """

    id: str
    uid: str
    licence: str
    audience: tuple
    by: str
    made: object
    title: str
    card: bytes
    signature: str
    hash: str
    stamp: str
    open: bool
    purpose: str = ""
    traces: tuple = ()


@dataclass(frozen=True)
class Copy:
    """A card of another hub that is kept here. newer: (card, signature, hash) to look at, or None.

    state: QUARANTINE or FREE; uid: of the content that shows it, once it is free.
    """

    id: str
    kind: str
    title: str
    card: bytes
    signature: str
    hash: str
    taken: object
    state: str = QUARANTINE
    newer: tuple | None = None
    by: str = ""
    released: object = None
    uid: str = ""

    @property
    def waits(self):
        """Whether somebody has to look at it: before it is seen, or at its newer version."""
        return self.state == QUARANTINE or self.newer is not None

    @property
    def newest(self):
        """The hash of the newest card that was taken."""
        return self.newer[2] if self.newer else self.hash


@dataclass(frozen=True)
class Entry:
    """A line of the log: what happened when, with which hub; why: a reason, or a number."""

    when: object
    what: str
    hub: str = ""
    title: str = ""
    by: str = ""
    why: str = ""


def pause_after(failures):
    """Return how long to wait after so many bad answers in a row.

    >>> [pause_after(number) / EVERY for number in (0, 1, 2, 3, 9)]
    [1.0, 1.0, 2.0, 4.0, 48.0]
    """
    if not failures:
        return EVERY
    return min(FIRST_PAUSE * 2 ** min(failures - 1, 10), LONGEST_PAUSE)


def is_silent(fetched, now):
    """Return whether a hub was not heard of for long; fetched: when it last was, or None."""
    return fetched is None or now - fetched > SILENT


def is_for(share, hub):
    """Return whether a Share is for a hub, by its UID; None: for everybody who asks."""
    if hub is None:
        return share.open and not share.audience
    return not share.audience or hub in share.audience
