"""What a manifest of another hub means for the copies here; pure, it changes nothing."""

from dataclasses import dataclass
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange.refusing import Refused


@dataclass(frozen=True)
class Changes:
    """What follows from a manifest.

    gone: ids that have to go, whoever released them; wanted: {id: hash} of cards to fetch;
    kept: ids that stay as they are. restored: the hub seems to have come back from a backup.
    """

    gone: frozenset
    wanted: dict
    kept: frozenset
    restored: bool = False


def is_newer(manifest, data_hash, seq, known_hash):
    """Return whether a manifest is to be followed; False for the one that was followed last.

    seq, known_hash: of that. Raises Refused for an older one, and for another of the same number:
    a hub that was restored, or somebody who kept an old answer.
    """
    if manifest.seq == seq and data_hash == known_hash:
        return False
    if manifest.seq <= seq:
        raise Refused(refusing.REPLAYED, f"{manifest.seq} after {seq}")
    return True


def is_fork(manifest, seq, known_hash):
    """Return whether a hub tells another past than the one that was seen here."""
    if not seq:
        return False
    if manifest.seq == seq + 1:
        return manifest.prev != known_hash
    return manifest.chain.get(seq, known_hash) != known_hash


def changes(manifest, held, recalled, seq=0, known_hash=""):
    """Return the Changes that a manifest brings.

    held: {id: hash of the newest card here}; recalled: ids that were ever taken back: they never
    come again, for who shares a thing anew gives it a new id.
    """
    gone = (held.keys() - manifest.items.keys()) | (held.keys() & manifest.tombstones.keys())
    gone |= held.keys() & recalled
    dead = gone | set(recalled) | manifest.tombstones.keys()
    living = {id_: hash_ for id_, hash_ in manifest.items.items() if id_ not in dead}
    wanted = {id_: hash_ for id_, hash_ in living.items() if held.get(id_) != hash_}
    return Changes(
        gone=frozenset(gone),
        wanted=wanted,
        kept=frozenset(living.keys() - wanted.keys()),
        restored=is_fork(manifest, seq, known_hash),
    )
