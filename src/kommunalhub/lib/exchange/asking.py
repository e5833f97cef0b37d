"""A question of one hub to another, signed: who asks, whom, for what, and when.

It travels in a header: the document in base64, a dot, its detached signature. Its time has to be
near; where something is written for it, its nonce counts once, and is noted only after the
signature was found good: a stranger fills nothing.
"""

from base64 import urlsafe_b64decode
from base64 import urlsafe_b64encode
from datetime import timedelta
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from kommunalhub.lib.exchange.refusing import Refused
from kommunalhub.lib.exchange.texts import check

import secrets


HEADER = "X-Hub-Request"
SCHEMA = "kommunalhub.request/1"
#: So old, or so early, a question may be.
WINDOW = timedelta(minutes=10)
#: A person follows a link, after a telephone call perhaps.
WINDOW_OF_PERSONS = timedelta(hours=1)
LONGEST = 4000
NAMES = frozenset({"schema", "from", "to", "act", "made", "nonce"})
#: JOIN: let one person of the hub that asks take part in `item`, the id of a card.
READ, KNOCK, JOIN = ACTS = ("read", "knock", "join")


def asked(private, sender, receiver, act, now, nonce=None, item=""):
    """Return the header with which a hub asks another. sender, receiver: addresses of feeds."""
    values = {
        "schema": SCHEMA,
        "from": sender,
        "to": receiver,
        "act": act,
        "made": texts.stamp(now),
        "nonce": nonce or secrets.token_hex(16),
    }
    data = texts.written(values | {"item": item} if item else values)
    return f"{_encoded(data)}.{signatures.sign(data, private, signatures.REQUEST)}"


def sender_of(header):
    """Return the address from which a question says to come; nothing of it is proven."""
    return read(header)[1]["from"]


def heard(header, public, receiver, act, now):
    """Return (nonce, moment) of a question that is sound; raises Refused."""
    data, values, signature = read(header)
    signatures.verify(data, signature, public, signatures.REQUEST)
    if values["to"] != receiver or values["act"] != act:
        raise Refused(refusing.WRONG_HUB)
    made = texts.moment_of(values["made"])
    if made > now + WINDOW:
        raise Refused(refusing.TOO_EARLY)
    if made < now - (WINDOW_OF_PERSONS if act == JOIN else WINDOW):
        raise Refused(refusing.EXPIRED)
    return values["nonce"], made


def note(nonces, nonce, made, now):
    """Note a verified nonce in {nonce: until when}; raises Refused for one that was noted.

    Nonces whose time is over are dropped: their questions are refused for their age.
    """
    for old in [one for one, until in nonces.items() if until < now]:
        del nonces[old]
    if nonce in nonces:
        raise Refused(refusing.REPLAYED)
    nonces[nonce] = made + WINDOW


def read(header):
    """Return (bytes, values, signature) of a question; nothing of it is proven yet."""
    if not header:
        raise Refused(refusing.UNSIGNED)
    check(isinstance(header, str) and len(header) <= LONGEST and header.isascii(), "question")
    body, _dot, signature = header.partition(".")
    data = _decoded(body)
    values = texts.read(data, LONGEST)
    check(isinstance(values, dict) and values.keys() - {"item"} == NAMES, "names of a question")
    if values["schema"] != SCHEMA:
        raise Refused(refusing.WRONG_VERSION, "question")
    check(all(texts.is_text(value, 500, 1) for value in values.values()), "question")
    return data, values, signature


def _encoded(data):
    return urlsafe_b64encode(data).decode().rstrip("=")


def _decoded(text):
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError as error:
        raise Refused(refusing.MALFORMED, "question") from error
