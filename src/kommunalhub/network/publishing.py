"""The manifests of this hub: one for each hub that reads, and one for who asks without a name."""

from kommunalhub.core import formatting
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import publishing
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from kommunalhub.network import keys
from kommunalhub.network import rules
from kommunalhub.network import sharing
from kommunalhub.network import storage


def readers():
    """Yield (audience, Link) of each that reads; None for everybody's."""
    yield manifests.EVERYONE, None
    for link in storage.book().links.values():
        if link.state == rules.CONFIRMED:
            yield link.feed, link


def next_of(audience, link, now):
    """Return the Manifest that a reader is to get next, None where the last one still holds."""
    book = storage.book()
    chain = book.chains.get(audience)
    last = manifests.parsed(chain.data) if chain is not None else None
    uid = link.uid if link is not None else None
    items = {one.id: one.hash for one in book.told() if rules.is_for(one, uid)}
    frame = publishing.Frame(hub=keys.feed(), audience=audience)
    if link is not None:
        frame = publishing.Frame(
            hub=frame.hub,
            audience=audience,
            seen=link.seen,
            removed=dict(link.recalled),
            told=theirs(link).seen if link.data else manifests.Seen(),
        )
    last_hash = chain.hash if chain is not None else ""
    insist = link is not None and link.insist
    return publishing.following(last, last_hash, frame, items, now, insist)


def theirs(link):
    """Return the Manifest of a hub that was followed last."""
    return manifests.parsed(link.data)


def is_due(now):
    """Return whether something is to be published; reads only."""
    book = storage.book()
    if book is None or not book.keys or not keys.is_addressed():
        return False
    if sharing.changed():
        return True
    return any(next_of(audience, link, now) is not None for audience, link in readers())


def publish(now=None):
    """Write the cards that changed and the manifests that follow."""
    now = now or formatting.now()
    for id_ in sharing.changed():
        sharing.refresh(id_)
    book, key = storage.ensured_book(), keys.private()
    keys.settle()
    for audience, link in list(readers()):
        if link is not None:
            recover(audience, link)
        made = next_of(audience, link, now)
        if made is None:
            continue
        data = manifests.written(made)
        signature = signatures.sign(data, key, signatures.MANIFEST)
        before = book.chains.get(audience)
        if before is None or manifests.parsed(before.data).items != made.items:
            uid = link.uid if link is not None else ""
            count = str(len(made.items))
            book.note(rules.Entry(now, rules.SERVED, hub=uid, why=count))
        book.chains[audience] = storage.Chain(made.seq, data, signature, texts.hash_of(data))
        if link is not None:
            link.insist = False


def untold():
    """Return UIDs of hubs that have not been told yet that there is a new manifest for them."""
    book = storage.book()
    if book is None:
        return []
    return [
        link.uid
        for audience, link in readers()
        if link is not None and audience in book.chains and link.knocked < book.chains[audience].seq
    ]


def note_told(uid):
    """Note that a hub was told of its newest manifest."""
    link, book = storage.link_of(uid), storage.book()
    if link is not None and link.feed in book.chains:
        link.knocked = book.chains[link.feed].seq


def recover(audience, link):
    """Take back what a reader has removed and this hub has forgotten: it came from a backup."""
    book = storage.ensured_book()
    if not link.data:
        return
    said, chain = theirs(link), book.chains.get(audience)
    last = manifests.parsed(chain.data) if chain is not None else None
    if not publishing.is_behind(last, said.seen):
        return
    book.note(rules.Entry(formatting.now(), rules.RESTORED, hub=link.uid))
    for id_ in publishing.to_take_back(dict(book.shares), said.removed):
        sharing.take_back(id_, what=rules.TAKEN_BACK)


def not_yet_removed():
    """Return {id: [UIDs of hubs]} of what was taken back and is not removed everywhere."""
    book, found = storage.book(), {}
    if book is None:
        return found
    for audience, link in readers():
        chain = book.chains.get(audience)
        if link is None or chain is None:
            continue
        removed = theirs(link).removed if link.data else {}
        for id_ in publishing.not_yet_removed(manifests.parsed(chain.data), removed):
            found.setdefault(id_, []).append(link.uid)
    return found


def served(feed):
    """Return the Chain that a hub gets, by its feed; "" for everybody's; None for none."""
    book = storage.book()
    link = book.link_from(feed) if book is not None and feed else None
    audience = link.feed if link is not None else manifests.EVERYONE
    return book.chains.get(audience) if book is not None else None
