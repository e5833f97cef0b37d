"""What is kept of mails: with a ticket its articles, with the section what waits and what was seen.

Which mails were seen is kept by keys that tell nothing. Two processes that take the same mail write
the same key, so one of them is tried again and finds it.
"""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.support.operations import SECTION
from persistent import Persistent
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations

import shutil


KEY = "kommunalhub.support.mail"
#: What became of a mail that was seen.
ARTICLE, PARKED, DISCARDED = "article", "parked", "discarded"
#: Characters of a mail that are kept with what is parked; all of it is in the original.
TOLD = 20_000


class Article(Persistent):
    """A mail that is an entry of a ticket's journal. text: all of it; hints: what was left out."""

    def __init__(self, message_id, userid, text, hints, original):
        self.message_id, self.userid = message_id, userid
        self.text, self.hints = text, tuple(hints)
        self.original = original

    def forget(self):
        """Keep that there was a mail, and nothing of what it said."""
        self.text, self.hints, self.message_id, self.original = "", (), "", None


class TicketMails(Persistent):
    """articles: {number of the entry: Article}."""

    def __init__(self):
        self.articles = IOBTree()


class Parked(Persistent):
    """A mail that waits for somebody of support, or was sent by no person and is only kept.

    ticket: UID of the one it seems to belong to, "". files: [(name, bytes)].
    """

    def __init__(self, **values):
        vars(self).update(values)


class Section(Persistent):
    """seen: {key of a mail: (what became of it, where)}; threads: {key of a Message-ID and who used
    it: UID of the ticket}; parked: {id: Parked}, the ids in the order of time; lately:
    {address: when tickets have begun by mails of it, not long ago}.
    """

    def __init__(self):
        self.seen = OOBTree()
        self.threads = OOBTree()
        self.parked = OOBTree()
        self.lately = OOBTree()


def section_of(portal):
    """Return what the section keeps, None before the first mail."""
    folder = portal.get(SECTION)
    return None if folder is None else IAnnotations(folder).get(KEY)


def ensured(portal):
    return ensured_on(portal[SECTION], KEY, Section)


def mails_of(ticket):
    """Return the TicketMails of a ticket, None for one without."""
    return IAnnotations(ticket).get(KEY)


def article_of(ticket, seq):
    """Return the Article that is an entry of a ticket, or None."""
    mails = mails_of(ticket)
    return None if mails is None else mails.articles.get(seq)


def keep_article(ticket, seq, article):
    ensured_on(ticket, KEY, TicketMails).articles[seq] = article


def blob_of(stream):
    """Return a Blob with what is in a file."""
    blob = Blob()
    stream.seek(0)
    with blob.open("w") as copy:
        shutil.copyfileobj(stream, copy)
    return blob
