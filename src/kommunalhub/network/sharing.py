"""What leaves the house: share a thing, take it back, follow what it becomes.

A card is written when a thing is shared and whenever it has changed since; what is shown before
sharing are the very bytes that other hubs get.
"""

from dataclasses import replace
from hashlib import sha256
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_anonymous
from kommunalhub.core.shareable import IShareable
from kommunalhub.core.tools import brain_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import tool
from kommunalhub.lib.exchange import cards
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from kommunalhub.network import keys
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network import traces
from plone.uuid.interfaces import IUUID
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.component import queryUtility


#: What may be said of how others may use it, by its id (SPDX), as people read it.
LICENCES = {
    "CC0-1.0": "CC0 1.0",
    "CC-BY-4.0": "CC BY 4.0",
    "CC-BY-SA-4.0": "CC BY-SA 4.0",
    "CC-BY-ND-4.0": "CC BY-ND 4.0",
    "CC-BY-NC-4.0": "CC BY-NC 4.0",
    "CC-BY-NC-SA-4.0": "CC BY-NC-SA 4.0",
    "CC-BY-NC-ND-4.0": "CC BY-NC-ND 4.0",
}


class NotShared(Exception):
    """A thing that cannot be shared (any more): it was not released, or is not of a shared kind."""


def is_of_a_kind(thing):
    """Return whether things of this type can be shared at all."""
    return queryUtility(IShareable, name=getattr(thing, "portal_type", "")) is not None


def kind_named(portal_type):
    """Return what things of a shared type are called among hubs."""
    return getUtility(IShareable, name=portal_type).kind


def kind_of(thing):
    """Return the IShareable of a thing that may leave the house now, else None."""
    kind = queryUtility(IShareable, name=getattr(thing, "portal_type", ""))
    if kind is None:
        return None
    state = tool("portal_workflow").getInfoFor(thing, "review_state", None)
    return kind if state in kind.states and kind.fits(thing) else None


def candidates():
    """Return brains of all that may be shared and that who asks may see, by title."""
    found = []
    for name, kind in getUtilitiesFor(IShareable):
        found += catalog()(portal_type=name, review_state=list(kind.states))
    return sorted(found, key=lambda brain: formatting.sort_key(brain.Title or ""))


def id_of(uid):
    """Return the id that a thing has among hubs when it is shared now; writes nothing.

    Nobody can tell the thing from it, and each time of sharing gives another.
    """
    book = storage.book()
    times = book.times.get(uid, 0) if book is not None else 0
    secret = book.keys[0] if book is not None and book.keys else ""
    return sha256(f"{secret} {uid} {times}".encode()).hexdigest()[:32]


def card_of(thing, id_, licence):
    """Return the bytes of the card of a thing; raises NotShared."""
    kind = kind_of(thing)
    if kind is None:
        raise NotShared(thing.getId())
    return cards.written(kind.content(thing), keys.feed(), id_, licence)


def share(thing, licence, audience, by, purpose=""):
    """Share a thing with hubs (UIDs; none: all of them) and return the Share; twice is once.

    purpose: what its card may name persons for. Raises NotShared where it does without any.
    """
    key = keys.private()
    keys.settle()
    book, uid, now = storage.ensured_book(), IUUID(thing), formatting.now()
    book.changes += 1
    before = book.share_of(uid)
    id_ = before.id if before is not None else id_of(uid)
    data = card_of(thing, id_, licence)
    named = traces.found_in(data)
    if named and not purpose:
        raise NotShared(thing.getId())
    made = rules.Share(
        id=id_,
        uid=uid,
        licence=texts.read(data)["licence"],
        audience=tuple(sorted(audience)),
        by=by,
        made=before.made if before is not None else now,
        title=thing.Title(),
        card=data,
        signature=signatures.sign(data, key, signatures.CARD),
        hash=texts.hash_of(data),
        stamp=stamp_of(brain_of(uid)),
        open=is_open(thing),
        purpose=purpose if named else "",
        traces=named,
    )
    book.shares[id_] = made
    if before is None:
        book.times[uid] = book.times.get(uid, 0) + 1
        book.note(rules.Entry(now, rules.SHARED, title=made.title, by=by, why=made.purpose))
    return made


def take_back(id_, by="", what=rules.UNSHARED):
    """Share something no more; the next manifests say so. Nothing where it is not shared."""
    book = storage.ensured_book()
    one = book.shares.get(id_)
    if one is not None:
        book.changes += 1
        del book.shares[id_]
        book.note(rules.Entry(formatting.now(), what, title=one.title, by=by))


def changed():
    """Return ids of shares whose thing is not any more as its card says, or not there."""
    book = storage.book()
    if book is None or not book.shares:
        return []
    shares = list(book.shares.values())
    uids = [one.uid for one in shares]
    stamps = {brain.UID: stamp_of(brain) for brain in catalog().unrestrictedSearchResults(UID=uids)}
    return [one.id for one in shares if stamps.get(one.uid) != one.stamp]


def refresh(id_):
    """Write the card of a share anew, or take it back where its thing is not released any more.

    It is taken back as well where it has come to name persons: nobody has agreed to that.
    """
    book = storage.ensured_book()
    one = book.shares.get(id_)
    if one is None:
        return
    brain = brain_of(one.uid)
    thing = brain._unrestrictedGetObject() if brain is not None else None
    if thing is None or kind_of(thing) is None:
        take_back(id_)
        return
    data = card_of(thing, id_, one.licence)
    if not set(traces.found_in(data)) <= set(one.traces):
        take_back(id_, what=rules.HELD_BACK)
        return
    book.changes += 1
    book.shares[id_] = replace(
        one,
        title=thing.Title(),
        card=data,
        signature=signatures.sign(data, keys.private(), signatures.CARD),
        hash=texts.hash_of(data),
        stamp=stamp_of(brain),
        open=is_open(thing),
    )


def stamp_of(brain):
    """Return how a thing stands, for comparison."""
    return "" if brain is None else f"{brain.modified.ISO8601()} {brain.review_state}"


def is_open(thing):
    """Return whether everybody may see a thing anyway."""
    with as_anonymous():
        return asking.may("View", thing)
