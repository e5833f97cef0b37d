"""What is kept with a page: its comments by number, and who found it helpful.

Beside it, on the site: of which pages a person has said something, so that it can be found when
their account goes; and how many comments each page has, so that lists wake none. All of it is
written by `operations` alone.
"""

from BTrees.IOBTree import IOBTree
from BTrees.OIBTree import OIBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import asdict
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.editorial.talk.rules import Comment
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY, COUNTS = "kommunalhub.talk", "kommunalhub.talk.counts"


class Talk(Persistent):
    """Of one page."""

    def __init__(self):
        self.rows = IOBTree()  # number: fields of a Comment
        self.helpful = OOTreeSet()  # ids of people

    @property
    def comments(self):
        """All Comments, the oldest first."""
        return [Comment(**row) for row in self.rows.values()]

    def get(self, number):
        """Return the Comment of a number, or None."""
        row = self.rows.get(number)
        return None if row is None else Comment(**row)

    def put(self, comment):
        self.rows[comment.number] = asdict(comment)

    @property
    def next_number(self):
        return self.rows.maxKey() + 1 if self.rows else 1


def talk_of(page):
    """Return the Talk of a page, or None; reads only."""
    return (IAnnotations(page, None) or {}).get(KEY)


def ensure_talk(page):
    return ensured_on(page, KEY, Talk)


def note_page(portal, userid, uid):
    """Note that a person has said something of a page."""
    ensured_in(ensured_on(portal, KEY, OOBTree), userid, OOTreeSet).insert(uid)


def note_count(portal, uid, count):
    """Note how many comments of a page are shown."""
    counts = ensured_on(portal, COUNTS, OIBTree)
    if count:
        counts[uid] = count
    else:
        counts.pop(uid, None)


def counts_on(portal):
    """Return {uid of a page: how many comments are shown}; reads only."""
    return IAnnotations(portal).get(COUNTS) or {}


def take_pages(portal, userid):
    """Return the uids of the pages that a person has said something of, and forget them."""
    people = IAnnotations(portal).get(KEY)
    return sorted(people.pop(userid, ())) if people is not None else []
