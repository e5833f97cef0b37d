"""What comes in: follow the manifest of a hub, take its cards into quarantine, let go what is over.

Each step is a transaction of its own and can be repeated: a process that is killed between two of
them leaves what was done, and the next run does the rest.
"""

from dataclasses import replace
from kommunalhub.lib.exchange import cards
from kommunalhub.lib.exchange import following
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from kommunalhub.lib.exchange.refusing import Refused
from kommunalhub.network import keys
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network.copies import releasing


def due(now):
    """Return UIDs of hubs that are to be asked now."""
    book = storage.book()
    if book is None:
        return []
    return [
        link.uid
        for link in book.links.values()
        if link.state != rules.PAUSED and (link.asked is None or link.asked <= now)
    ]


def standing(link):
    """Return what an answer was asked on; where it has changed since, somebody else was quicker."""
    return link.feed, link.state, link.key, link.seq


def follow(link, answer, etag, now):
    """Follow the answer of a hub to the question for its manifest; return whether it was newer.

    answer: {document, signature, key, changes}. A hub that nobody has confirmed is only looked at:
    its key is noted, to be compared on the screen. Raises Refused.
    """
    key = answer.get("key")
    texts.check(signatures.is_key(key), "key")
    if link.state == rules.NEW:
        link.offered = key
        heard(link, now)
        return False
    key = key_of(link, key, answer.get("changes"), now)
    document = answer.get("document")
    if document is None:  # a hub that shares nothing yet, and had nothing to take back
        heard(link, now)
        return False
    texts.check(isinstance(document, str), "document")
    data = document.encode("utf-8", "replace")
    signatures.verify(data, answer.get("signature"), key, signatures.MANIFEST)
    one = manifests.read(data, link.feed, keys.feed(), now)
    hash_ = texts.hash_of(data)
    if not following.is_newer(one, hash_, link.seq, link.hash):
        heard(link, now, etag)
        return False
    held = {copy.id: copy.newest for copy in link.copies.values()}
    found = following.changes(one, held, link.recalled, link.seq, link.hash)
    if found.restored:
        storage.ensured_book().note(rules.Entry(now, rules.RESTORED, hub=link.uid, why="theirs"))
    for id_ in found.gone:
        let_go(link, id_, rules.RECALLED, now)
    for id_ in (found.gone | one.tombstones.keys()) - set(link.recalled):
        link.recalled[id_] = now
    for id_ in [old for old, at in link.recalled.items() if now - at > 2 * manifests.TOLD]:
        del link.recalled[id_]
    link.seq, link.hash, link.data = one.seq, hash_, data
    link.signature, link.expires = answer["signature"], one.expires
    heard(link, now, etag)
    return True


def key_of(link, key, changes, now):
    """Return the key that a hub signs with now, if its old one leads there; raises Refused."""
    try:
        current = signatures.follow(link.key, key, changes, link.feed)
    except Refused as refused:
        if refused.reason == refusing.UNKNOWN_KEY:
            link.offered = key  # to be compared on the screen
        raise
    if current != link.key:
        link.key, link.offered = current, ""
        storage.ensured_book().note(rules.Entry(now, rules.NEW_KEY, hub=link.uid))
    return current


def heard(link, now, etag=None):
    """Note that a hub has answered well."""
    link.fetched = link.tried = now
    link.asked = now + rules.pause_after(0)
    link.failures, link.problem, link.detail = 0, "", ""
    if etag is not None:
        link.etag = etag


def missed(link, reason, detail, now):
    """Note that a hub has not: why, and that it is asked later."""
    link.tried = now
    link.failures += 1
    link.asked = now + rules.pause_after(link.failures)
    if (link.problem, link.detail) != (reason, detail):
        why = f"{reason} {detail}".strip()
        storage.ensured_book().note(rules.Entry(now, rules.REFUSED, hub=link.uid, why=why))
    link.problem, link.detail = reason, detail
    if reason == refusing.REPLAYED:
        link.insist = True  # it seems to have lost something: tell it what was seen


def wanted(link):
    """Return {id: hash} of cards that a hub shares and that are not here; those refused stay so."""
    if not link.data or link.state != rules.CONFIRMED:
        return {}
    held = {copy.id: copy.newest for copy in link.copies.values()}
    found = following.changes(manifests.parsed(link.data), held, link.recalled)
    return {id_: hash_ for id_, hash_ in found.wanted.items() if link.refused.get(id_) != hash_}


def take(link, asked, answer, now):
    """Take cards of an answer {cards: [{document, signature}]}, those asked for; return how many.

    asked: {id: hash} asked for. What is not sound is noted and not asked for again. What is not
    wanted any more is left: another process has taken it meanwhile, or it was recalled.
    """
    still = wanted(link)
    hashes = {id_: hash_ for id_, hash_ in asked.items() if still.get(id_) == hash_}
    sent = answer.get("cards")
    texts.check(isinstance(sent, list) and len(sent) <= len(asked), "cards")
    left = set(asked.values()) - set(hashes.values())
    by_hash = {hash_: id_ for id_, hash_ in hashes.items()}
    taken = 0
    for one in sent:
        texts.check(isinstance(one, dict) and isinstance(one.get("document"), str), "card")
        data = one["document"].encode("utf-8", "replace")
        hash_ = texts.hash_of(data)
        if hash_ in left:
            continue
        id_ = by_hash.pop(hash_, None)
        if id_ is None:
            refuse(link, "", "", rules.Entry(now, rules.REFUSED, link.uid, why=refusing.TAMPERED))
            continue
        try:
            signatures.verify(data, one.get("signature"), link.key, signatures.CARD)
            card = cards.read(data, link.feed)
            texts.check(card.id == id_, "id")
        except Refused as refused:
            entry = rules.Entry(now, rules.REFUSED, link.uid, why=refused.reason)
            refuse(link, id_, hashes[id_], entry)
            continue
        put(link, card, (data, one["signature"], hashes[id_]), now)
        taken += 1
    for hash_, id_ in by_hash.items():  # named and not given: not before the next manifest
        entry = rules.Entry(now, rules.REFUSED, link.uid, why=refusing.MALFORMED)
        refuse(link, id_, hash_, entry)
    if taken:
        book = storage.ensured_book()
        book.note(rules.Entry(now, rules.TAKEN, hub=link.uid, why=str(taken)))
    return taken


def refuse(link, id_, hash_, entry):
    if id_:
        link.refused[id_] = hash_
    storage.ensured_book().note(entry)


def put(link, card, document, now):
    """Keep a card: a new one in quarantine, a changed one beside what was released of it."""
    data, signature, hash_ = document
    before = link.copies.get(card.id)
    if before is not None and before.state == rules.FREE:
        link.keep(replace(before, newer=document))
    else:
        made = rules.Copy(
            id=card.id,
            kind=card.kind,
            title=card.title,
            card=data,
            signature=signature,
            hash=hash_,
            taken=now,
        )
        link.keep(made)
    link.refused.pop(card.id, None)
    if card.kind in link.trusted:
        releasing.release(link, card.id, "")


def let_go(link, id_, what, now):
    """Remove a copy, wherever it is shown; the log says who had released it."""
    copy = link.copies.get(id_)
    if copy is None:
        return
    releasing.hide(copy)
    link.drop(id_)
    entry = rules.Entry(now, what, hub=link.uid, title=copy.title, by=copy.by)
    storage.ensured_book().note(entry)


def lapsed(now):
    """Return UIDs of hubs whose lease is over while copies of theirs are here."""
    book = storage.book()
    if book is None:
        return []
    return [
        link.uid
        for link in book.links.values()
        if link.copies and link.expires is not None and link.expires <= now
    ]


def end_lease(uid, now):
    """Remove all copies of a hub that was silent for too long; they come again when it speaks."""
    link = storage.link_of(uid)
    if link is not None and link.expires is not None and link.expires <= now:
        for id_ in list(link.copies):
            let_go(link, id_, rules.LAPSED, now)
        link.etag = ""
