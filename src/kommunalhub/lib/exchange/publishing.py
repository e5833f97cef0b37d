"""The next manifest for a hub that reads. Pure."""

from dataclasses import dataclass
from dataclasses import field
from kommunalhub.lib.exchange.manifests import CHAIN
from kommunalhub.lib.exchange.manifests import LEASE
from kommunalhub.lib.exchange.manifests import Manifest
from kommunalhub.lib.exchange.manifests import RENEWED
from kommunalhub.lib.exchange.manifests import Seen
from kommunalhub.lib.exchange.manifests import TOLD


@dataclass(frozen=True)
class Frame:
    """What a manifest says besides its items.

    hub, audience: addresses of feeds; seen, removed: how far the reader's own manifests were
    followed here, {id: when} of what it took back and is gone here. told: what the reader says it
    saw last of ours; a hub that came back from a backup goes on behind that.
    """

    hub: str
    audience: str
    seen: Seen = Seen()
    removed: dict = field(default_factory=dict)
    told: Seen = Seen()


def following(last, last_hash, frame, items, now, insist=False):
    """Return the Manifest after the last one, None where there is nothing new to say.

    last: None before the first. items: {id: hash}. insist: say it again all the same, to a reader
    or on a hub that seems to have lost something. That the reader's manifests were seen is no
    reason for a new one by itself: two hubs would answer each other for ever.
    """
    told = frame.told
    removed = {id_: at for id_, at in frame.removed.items() if now - at < TOLD}
    seq = last.seq if last is not None else 0
    tombstones = dict(last.tombstones) if last is not None else {}
    if last is not None:
        tombstones |= {id_: now for id_ in last.items.keys() - items.keys()}
    tombstones = {id_: at for id_, at in tombstones.items() if now - at < TOLD}
    items = {id_: hash_ for id_, hash_ in items.items() if id_ not in tombstones}
    if last is not None and not insist and told.seq <= seq:
        same = (items, removed) == (last.items, last.removed)
        if same and now - last.made < RENEWED:
            return None
    chain = {**(last.chain if last is not None else {}), **({seq: last_hash} if seq else {})}
    prev = last_hash
    if told.seq > seq:
        seq, prev, chain = told.seq, told.hash, {**chain, told.seq: told.hash}
    return Manifest(
        hub=frame.hub,
        audience=frame.audience,
        seq=seq + 1,
        prev=prev,
        made=now,
        expires=now + LEASE,
        items=items,
        tombstones=tombstones,
        chain={number: chain[number] for number in sorted(chain)[-CHAIN:]},
        seen=frame.seen,
        removed=removed,
    )


def not_yet_removed(manifest, removed):
    """Return ids that were taken back and for which the reader has given no receipt yet.

    removed: what its own manifest says; it gives one for each, also for what it never had.
    """
    return frozenset(manifest.tombstones.keys() - removed.keys())


def is_behind(manifest, told):
    """Return whether a reader has seen a later manifest than the last one here: after a backup."""
    return told.seq > (manifest.seq if manifest is not None else 0)


def to_take_back(items, removed):
    """Return ids that live here although a reader removed them, as we had asked it to.

    So it is after a backup, see is_behind: the reader remembers what this hub has forgotten.
    """
    return frozenset(items.keys() & removed.keys())
