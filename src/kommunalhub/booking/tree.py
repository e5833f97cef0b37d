"""What is part of what: who books the whole closes its parts, and the other way round."""

from kommunalhub.booking.storage import book_of
from kommunalhub.booking.storage import ensured_book_of
from kommunalhub.core import formatting


CIRCLE, TAKEN = "circle", "taken"


def why_not(portal, space, whole):
    """Return CIRCLE or TAKEN where a space (UID) cannot be part of a whole (UID, or None)."""
    book = book_of(portal)
    if space == whole:
        return CIRCLE
    if book is None or _parent(book, space) == whole:
        return None
    if whole in _below(book, space):
        return CIRCLE
    now = int(formatting.now().timestamp())
    for uid, claims in _rearranged(book, space, whole).items():
        upcoming = [claim for claim in claims if claim.last > now]
        own = [claim for claim in upcoming if claim.space == uid]
        others = [claim for claim in upcoming if claim.space != uid]
        if any(
            one.first < other.last and other.first < one.last for one in own for other in others
        ):
            return TAKEN
    return None


def arrange(portal, space, whole):
    """Let a space (UID) be part of a whole (UID, or None), with all claims where they belong.

    Raises ValueError where why_not says so: two transactions may have come to it at once.
    """
    known = book_of(portal)
    if known is None and not whole:
        return
    book = ensured_book_of(portal)
    if _parent(book, space) == whole:
        return
    why = why_not(portal, space, whole)
    if why is not None:
        raise ValueError(why)
    claims = _rearranged(book, space, whole)
    ledger, before = book.ledger(space), _parent(book, space)
    if before:
        old = book.ledger(before)
        old.parts = tuple(part for part in old.parts if part != space)
    ledger.parent = whole or None
    if whole:
        new = book.ledger(whole)
        new.parts = (*new.parts, space)
    for uid, own in claims.items():
        changed = book.ledger(uid)
        changed.changes += 1
        changed.days.clear()
        for claim in own:
            changed.enter(claim)


def _rearranged(book, space, whole):
    """Return {UID: claims in its ledger} of all in both trees, as it would be."""
    touched = _tree(book, space) | (_tree(book, whole) if whole else set())
    parents = {uid: _parent(book, uid) for uid in touched} | {space: whole or None}
    above = {uid: _above(parents, uid) for uid in touched}
    found = {uid: [] for uid in touched}
    for uid in touched:
        ledger = book.ledgers.get(uid)
        bookings = () if ledger is None else map(ledger.get, ledger.bookings)
        claims = [booking.claim for booking in bookings if booking.is_firm]
        for other in touched:
            if other == uid or other in above[uid] or uid in above[other]:
                found[other] += claims
    return found


def _tree(book, uid):
    """Return the UIDs of all that hangs together with a space."""
    top = _above({one: _parent(book, one) for one in book.ledgers}, uid)
    root = top[-1] if top else uid
    return {root, uid} | _below(book, root)


def _above(parents, uid):
    found = []
    while (uid := parents.get(uid)) and uid not in found:
        found.append(uid)
    return found


def _below(book, uid):
    below, todo = set(), list(_parts(book, uid))
    while todo:
        part = todo.pop()
        if part not in below:
            below.add(part)
            todo += _parts(book, part)
    return below


def _parent(book, uid):
    ledger = book.ledgers.get(uid)
    return ledger.parent if ledger is not None else None


def _parts(book, uid):
    ledger = book.ledgers.get(uid)
    return ledger.parts if ledger is not None else ()
