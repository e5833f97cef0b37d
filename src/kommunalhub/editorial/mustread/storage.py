"""What is kept of a page that asks: its revisions, and who confirmed which of them.

On the page, as an annotation; beside it, on the site, what each person has confirmed, so that
lists know what is still open without waking a page. Both are written by `operations` alone.
"""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import asdict
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.editorial.mustread.rules import Revision
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.mustread"
ENDED = "kommunalhub.mustread.ended"


class Readings(Persistent):
    """Of one page. ended: ISO day on which it was no longer asked for, None while it is."""

    ended = None

    def __init__(self):
        self.revisions = IOBTree()  # number: fields of a Revision
        self.rounds = IOBTree()  # round: OOBTree of user id: {"when", "number", "mark"}
        self.told = IOBTree()  # round: ids of those who were told of it
        self.reminded = IOBTree()  # round: ids of those who were reminded

    def revision(self, number):
        """Return the Revision of a number, or None."""
        kept = self.revisions.get(number)
        return None if kept is None else Revision(**kept)

    @property
    def last(self):
        """The Revision that was released last, or None."""
        return self.revision(self.revisions.maxKey()) if self.revisions else None

    def add(self, revision):
        self.revisions[revision.number] = asdict(revision)

    def confirmed(self, round):
        """Return {user id: {"when", "number", "mark"}} of a round."""
        return self.rounds.get(round) or {}

    def confirm(self, userid, revision, when):
        round = revision.round
        if round not in self.rounds:
            self.rounds[round] = OOBTree()
        self.rounds[round][userid] = {
            "when": when.isoformat(),
            "number": revision.number,
            "mark": revision.mark,
        }

    def entry_of(self, userid):
        """Return {"when", "number", "mark"} of what a person confirmed last, or None."""
        for round in reversed(list(self.rounds)):
            if userid in self.rounds[round]:
                return self.rounds[round][userid]
        return None

    def last_of(self, userid):
        """Return the Revision that a person confirmed last, or None."""
        kept = self.entry_of(userid)
        return None if kept is None else self.revision(kept["number"])

    def note(self, which, round, userid):
        """Note that a person was told of a round, or reminded; return whether that is new."""
        return bool(ensured_in(getattr(self, which), round, OOTreeSet).insert(userid))

    def noted(self, which, round):
        return getattr(self, which).get(round) or ()

    def forget_person(self, userid):
        for kept in (self.rounds, self.told, self.reminded):
            for found in kept.values():
                if userid in found:
                    found.remove(userid) if isinstance(found, OOTreeSet) else found.pop(userid)


def readings_of(page):
    """Return the Readings of a page, or None; reads only."""
    return (IAnnotations(page, None) or {}).get(KEY)


def ensure_readings(page):
    return ensured_on(page, KEY, Readings)


def forget_readings(page):
    IAnnotations(page).pop(KEY, None)


def key_of(uid, round):
    """Return what stands for a round of a page in what a person has confirmed."""
    return f"{uid} {round}"


def own_of(portal, userid):
    """Return what a person has confirmed: keys as of `key_of`."""
    people = IAnnotations(portal).get(KEY)
    return () if people is None or userid is None else people.get(userid, ())


def ensure_own(portal, userid):
    return ensured_in(ensured_on(portal, KEY, OOBTree), userid, OOTreeSet)


def forget_own(portal, userid):
    """Forget what a person has confirmed; return the uids of the pages it was about."""
    people = IAnnotations(portal).get(KEY)
    kept = people.pop(userid, ()) if people is not None else ()
    return sorted({key.partition(" ")[0] for key in kept})


def ended_of(portal):
    """Return {uid: ISO day} of the pages that no longer ask; made when it is missing."""
    return ensured_on(portal, ENDED, OOBTree)


def ended_pages(portal):
    """Return [(uid, ISO day)] of the pages that no longer ask; reads only."""
    return list((IAnnotations(portal).get(ENDED) or {}).items())


def forget_page(portal, uid):
    """Forget of everybody what they confirmed of a page."""
    people = IAnnotations(portal).get(KEY)
    for kept in people.values() if people is not None else ():
        for key in list(kept.keys(f"{uid} ", f"{uid}!")):
            kept.remove(key)
