"""A manifest: all that one hub shares with another at one time, and what it has taken back.

It is complete: what it does not name is withdrawn. `seq` only grows; `prev` and `chain` are hashes
of the manifests before it, by which a reader sees that a hub came back from a backup. `seen` and
`removed` tell the other hub how far its own manifests were followed here: receipts, signed with
all the rest.
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import timedelta
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import texts
from kommunalhub.lib.exchange.cards import ID_FORM
from kommunalhub.lib.exchange.refusing import Refused
from kommunalhub.lib.exchange.texts import check
from kommunalhub.lib.exchange.texts import is_hash
from kommunalhub.lib.exchange.texts import is_text

import re


SCHEMA = "kommunalhub.manifest/1"
#: For whom a manifest is that nobody in particular asks for: things that are public anyway.
EVERYONE = "everyone"
#: Clocks may differ by so much.
SKEW = timedelta(minutes=10)
#: Copies live so long after the last manifest that named them.
LEASE = timedelta(days=14)
#: A longer lease is not granted, whatever a manifest says.
LONGEST_LEASE = timedelta(days=60)
#: Without any change there is a new one after this time, so that leases go on.
RENEWED = timedelta(days=1)
MOST_ITEMS = 20_000
CHAIN = 30
#: So long a hub tells what it has taken back, and what it has removed.
TOLD = timedelta(days=400)
MOST_TOLD = 5_000
ADDRESS_FORM = re.compile(r"https?://[^\s\"'<>\\?#]+")
NAMES = frozenset(
    {
        *("schema", "hub", "audience", "seq", "prev", "chain", "made", "expires", "items"),
        *("tombstones", "seen", "removed"),
    }
)


@dataclass(frozen=True)
class Seen:
    """How far the manifests of the other hub were followed: number and hash of the last one."""

    seq: int = 0
    hash: str = ""


@dataclass(frozen=True)
class Manifest:
    """A manifest that was read, or is to be written.

    items: {id: hash of the card}; tombstones, removed: {id: when}; chain: {seq: hash}.
    """

    hub: str
    audience: str
    seq: int
    prev: str
    made: object
    expires: object
    items: dict
    tombstones: dict = field(default_factory=dict)
    chain: dict = field(default_factory=dict)
    seen: Seen = Seen()
    removed: dict = field(default_factory=dict)


def written(one):
    """Return the bytes of a Manifest."""
    return texts.written(
        {
            "schema": SCHEMA,
            "hub": one.hub,
            "audience": one.audience,
            "seq": one.seq,
            "prev": one.prev,
            "chain": [[seq, one.chain[seq]] for seq in sorted(one.chain)[-CHAIN:]],
            "made": texts.stamp(one.made),
            "expires": texts.stamp(one.expires),
            "items": [[id_, one.items[id_]] for id_ in sorted(one.items)],
            "tombstones": _told(one.tombstones),
            "seen": [one.seen.seq, one.seen.hash],
            "removed": _told(one.removed),
        }
    )


def read(data, hub, audience, now):
    """Return the Manifest in bytes from elsewhere; raises Refused.

    hub, audience: whose it has to be and for whom; its signature is checked by who calls.
    """
    one = parsed(data)
    if one.hub != hub or one.audience != audience:
        raise Refused(refusing.WRONG_HUB)
    if one.made > now + SKEW:
        raise Refused(refusing.TOO_EARLY, texts.stamp(one.made))
    if one.expires <= now:
        raise Refused(refusing.EXPIRED, texts.stamp(one.expires))
    return one


def parsed(data):
    """Return the Manifest in bytes, whosever and however old; raises Refused."""
    values = texts.read(data)
    check(isinstance(values, dict), "no manifest")
    if values.get("schema") != SCHEMA:
        raise Refused(refusing.WRONG_VERSION, "manifest")
    check(values.keys() == NAMES, "names of a manifest")
    check(all(is_text(values[name], 500) for name in ("hub", "audience")), "hub")
    check(_is_count(values["seq"]) and values["seq"] > 0, "seq")
    check(values["prev"] == "" or is_hash(values["prev"]), "prev")
    made = texts.moment_of(values["made"])
    return Manifest(
        hub=values["hub"],
        audience=values["audience"],
        seq=values["seq"],
        prev=values["prev"],
        made=made,
        expires=min(texts.moment_of(values["expires"]), _latest(made)),
        items=_pairs(values["items"], MOST_ITEMS, _is_id, is_hash),
        tombstones=_moments(values["tombstones"]),
        chain=_pairs(values["chain"], CHAIN, _is_count, is_hash),
        seen=_seen(values["seen"]),
        removed=_moments(values["removed"]),
    )


def _latest(made):
    """Return until when a manifest may be good; raises Refused for the end of all times."""
    try:
        return made + LONGEST_LEASE
    except OverflowError as error:
        raise Refused(refusing.MALFORMED, "time") from error


def is_address(value):
    """Return whether a value can be the address of a feed."""
    return is_text(value, 500) and bool(ADDRESS_FORM.fullmatch(value))


def _told(moments):
    newest = sorted(moments, key=lambda id_: (moments[id_], id_))[-MOST_TOLD:]
    return [[id_, texts.stamp(moments[id_])] for id_ in sorted(newest)]


def _is_id(value):
    return isinstance(value, str) and bool(ID_FORM.fullmatch(value))


def _is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= texts.GREATEST


def _pairs(found, most, is_name, is_value):
    check(isinstance(found, list) and len(found) <= most, "list")
    for pair in found:
        check(isinstance(pair, list) and len(pair) == 2, "pair")
        check(is_name(pair[0]) and is_value(pair[1]), "pair")
    pairs = dict(found)
    check(len(pairs) == len(found), "an id twice")
    return pairs


def _moments(found):
    pairs = _pairs(found, MOST_TOLD, _is_id, lambda value: isinstance(value, str))
    return {id_: texts.moment_of(text) for id_, text in pairs.items()}


def _seen(found):
    check(isinstance(found, list) and len(found) == 2 and _is_count(found[0]), "seen")
    check(is_hash(found[1]) if found[0] else found[1] == "", "seen")
    return Seen(*found)
