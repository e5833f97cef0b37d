"""The key of this hub: made with the section, kept in the database, never shown."""

from dataclasses import replace
from kommunalhub.core import formatting
from kommunalhub.core.tools import site
from kommunalhub.lib.exchange import signatures
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.notices.address import is_known
from kommunalhub.notices.address import link_to
from kommunalhub.security.address import configured


def feed():
    """Return the address at which this hub publishes: its name among the others.

    What an operator has set counts, then what it was when something was first published: documents
    are signed with it, so it must not follow the address of a request.
    """
    book = storage.book()
    if book is not None and book.feed and not configured():
        return book.feed
    return link_to(site(), storage.section())


def private():
    """Return the private key, made where there is none; writes then."""
    book = storage.ensured_book()
    make(book)
    return book.keys[-1]


def make(book):
    """Give a Book a key where it has none."""
    if not book.keys:
        book.keys = (signatures.new_key(),)


def is_addressed():
    """Return whether it is known under which address others reach this hub.

    Before anybody of the staff has worked on a new site, a job knows no more than a made up one.
    """
    book = storage.book()
    return bool(book is not None and book.feed) or is_known(site())


def settle():
    """Keep the address from now on."""
    book = storage.ensured_book()
    if not book.feed:
        book.feed = feed()


def public():
    """Return the public key, "" before the first use; writes nothing."""
    book = storage.book()
    return signatures.public_of(book.keys[-1]) if book is not None and book.keys else ""


def change(by):
    """Take a new key: the old one says so, in a document that others follow."""
    old = private()
    book, now = storage.ensured_book(), formatting.now()
    new = signatures.new_key()
    said = signatures.change_of_key(feed(), old, signatures.public_of(new), now)
    book.key_changes = (*book.key_changes, said)[-signatures.MOST_CHANGES :]
    book.keys = (*book.keys, new)[-2:]
    for chain in book.chains.values():
        chain.signature = signatures.sign(chain.data, new, signatures.MANIFEST)
    for tree in (book.shares, book.said):
        for share in list(tree.values()):
            signature = signatures.sign(share.card, new, signatures.CARD)
            tree[share.id] = replace(share, signature=signature)
    book.note(rules.Entry(now, rules.NEW_KEY, by=by))
