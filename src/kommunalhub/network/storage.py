"""What is known of the exchange: a book on the section, and in it a link for each hub.

The book is written (`changes`) with whatever is shared: of two who share a thing at once one is
tried again and sees the other. What came from hubs stands in their links, one tree for each.
"""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from kommunalhub.lib.exchange.manifests import Seen
from kommunalhub.network import rules
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


SECTION = "netzwerk"
KEY = "kommunalhub.network"
#: The log keeps so many lines.
MOST_ENTRIES = 2000


class Chain(Persistent):
    """The last manifest for one reader: its number, bytes and signature."""

    def __init__(self, seq, data, signature, hash_):
        self.seq, self.data, self.signature, self.hash = seq, data, signature, hash_


class Link(Persistent):
    """One hub as seen from here.

    key: what was confirmed; offered: what it showed and nobody has confirmed yet. seq, hash: of the
    manifest that was followed last, data its bytes. insist: it was seen to have lost something.
    knocked: number of our manifest for it that it was told of last.
    """

    state = rules.NEW
    key = offered = ""
    seq, hash, data, signature, etag = 0, "", b"", "", ""
    fetched = tried = asked = expires = None
    failures = knocked = 0
    problem = detail = ""
    insist = False

    def __init__(self, uid, feed):
        self.uid, self.feed = uid, feed
        self.copies = OOBTree()
        #: Ids of copies that somebody has to look at, and of questions and answers.
        self.waiting, self.talk = OOTreeSet(), OOTreeSet()
        #: {id: when} of what was taken back: never again.
        self.recalled = OOBTree()
        #: {id: hash} of cards that were not taken.
        self.refused = OOBTree()
        #: Kinds that come without being looked at.
        self.trusted = OOTreeSet()

    @property
    def seen(self):
        return Seen(self.seq, self.hash)

    def keep(self, copy):
        """Keep a rules.Copy in place of what was here of it."""
        self.drop(copy.id)
        self.copies[copy.id] = copy
        if copy.kind in rules.TALK:
            self.talk.insert(copy.id)
        elif copy.waits:
            self.waiting.insert(copy.id)

    def drop(self, id_):
        """Let go of a copy; nothing where there is none."""
        self.copies.pop(id_, None)
        self.waiting.discard(id_)
        self.talk.discard(id_)


class Book(Persistent):
    """Keys (the newest last), what is shared, the manifests for each reader, links, the log.

    feed: our address among hubs, as it was when something was first published.
    """

    changes = 0
    feed = ""
    keys = ()
    key_changes = ()

    def __init__(self):
        self.shares = OOBTree()
        #: Questions and answers to other hubs, as rules.Share.
        self.said = OOBTree()
        #: {UID of a thing: how often it was shared}: an id is for one time.
        self.times = OOBTree()
        self.chains = OOBTree()
        self.links = OOBTree()
        self.nonces = OOBTree()
        self.log = IOBTree()

    def told(self):
        """Return all Shares that other hubs are told of: things, questions and answers."""
        return [*self.shares.values(), *self.said.values()]

    def note(self, entry):
        """Write a line into the log, and drop the oldest where it is full."""
        self.log[self.log.maxKey() + 1 if self.log else 1] = entry
        while len(self.log) > MOST_ENTRIES:
            del self.log[self.log.minKey()]

    def entries(self, most):
        """Return the newest lines of the log, the newest first."""
        first = self.log.maxKey() - most if self.log else 0
        return list(self.log.values(min=first))[::-1][:most]

    def share_of(self, uid):
        """Return the Share of a thing, or None."""
        return next((one for one in self.shares.values() if one.uid == uid), None)

    def link_from(self, feed):
        """Return the confirmed Link of the hub with a feed, or None."""
        for link in self.links.values():
            if link.feed == feed and link.state == rules.CONFIRMED:
                return link
        return None


def section():
    """Return the section of the network, None where the site has none."""
    return site().get(SECTION)


def book():
    """Return the Book, None where nothing was written yet."""
    folder = section()
    return None if folder is None else IAnnotations(folder).get(KEY)


def ensured_book():
    return ensured_on(section(), KEY, Book)


def link_of(uid):
    """Return the Link of a hub, or None."""
    known = book()
    return None if known is None else known.links.get(uid)
