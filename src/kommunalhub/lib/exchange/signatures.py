"""Keys of hubs (Ed25519) and detached signatures (JWS, RFC 7515 and 7797) on documents.

The `typ` of a signature says what was signed: one for a card never passes for one on a manifest.
"""

from base64 import urlsafe_b64decode
from base64 import urlsafe_b64encode
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hashlib import sha256
from jwt.api_jws import PyJWS
from jwt.exceptions import PyJWTError
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import texts
from kommunalhub.lib.exchange.refusing import Refused

import re


ALGORITHM = "EdDSA"
CARD, MANIFEST, KEY, REQUEST = TYPES = ("hub-card", "hub-manifest", "hub-key", "hub-request")
KEY_FORM = re.compile(r"[A-Za-z0-9_-]{43}")
#: Characters of a signature.
LONGEST = 1000
KEY_SCHEMA = "kommunalhub.key/1"
#: So many changes of the key are followed.
MOST_CHANGES = 20
_JWS = PyJWS(algorithms=[ALGORITHM])


def new_key():
    """Return a new private key: 43 characters, never to be shown."""
    return _text(Ed25519PrivateKey.generate().private_bytes_raw())


def public_of(private):
    """Return the public key (43 characters) of a private one."""
    return _text(_private(private).public_key().public_bytes_raw())


def key_id(public):
    """Return by what a public key is called in signatures: 16 characters."""
    return sha256(_raw(public)).hexdigest()[:16]


def is_key(value):
    """Return whether a value looks like a public key."""
    if not isinstance(value, str) or not KEY_FORM.fullmatch(value):
        return False
    try:
        return _text(_raw(value)) == value
    except ValueError:
        return False


def fingerprint(public):
    """Return a public key's fingerprint, to be compared by eye: 8 groups of 5 digits.

    128 bits of a hash would be 39 digits; people who compare on the telephone are given 40.

    >>> fingerprint("A" * 43)
    '50390 86362 76606 85244 02479 98227 71005 07532'
    """
    number = int.from_bytes(sha256(b"kommunalhub fingerprint" + _raw(public)).digest(), "big")
    digits = f"{number % 10**40:040}"
    return " ".join(digits[at : at + 5] for at in range(0, 40, 5))


def sign(data, private, typ):
    """Return the detached signature on bytes."""
    headers = {"typ": typ, "kid": key_id(public_of(private))}
    return _JWS.encode(
        data, _private(private), algorithm=ALGORITHM, headers=headers, is_payload_detached=True
    )


def verify(data, signature, public, typ):
    """Raise Refused unless a signature on bytes was made with the private part of a public key."""
    if not signature or not isinstance(signature, str):
        raise Refused(refusing.UNSIGNED)
    if len(signature) > LONGEST or not signature.isascii():
        raise Refused(refusing.MALFORMED, "signature")
    try:
        found = _JWS.decode_complete(
            signature, _public(public), algorithms=[ALGORITHM], detached_payload=data
        )
    except (PyJWTError, InvalidSignature, ValueError, TypeError) as error:
        raise Refused(refusing.TAMPERED, type(error).__name__) from error
    if found["header"].get("typ") != typ:
        raise Refused(refusing.TAMPERED, "signed as something else")


def change_of_key(hub, old_private, new_public, now):
    """Return {document, signature}: the old key says which is the new one."""
    data = texts.written(
        {
            "schema": KEY_SCHEMA,
            "hub": hub,
            "old": public_of(old_private),
            "new": new_public,
            "made": texts.stamp(now),
        }
    )
    return {"document": data.decode("utf-8"), "signature": sign(data, old_private, KEY)}


def follow(known, current, changes, hub):
    """Return the current key if signed changes lead to it from the known one; raises Refused.

    changes: list of what `change_of_key` returns, from elsewhere, the oldest first.
    """
    if known == current:
        return known
    texts.check(isinstance(changes, list) and len(changes) <= MOST_CHANGES, "changes of key")
    at = known
    for change in changes:
        texts.check(isinstance(change, dict), "change of key")
        document = change.get("document")
        texts.check(texts.is_text(document, 2000), "change of key")
        data = document.encode("utf-8")
        values = texts.read(data, 2000)
        texts.check(isinstance(values, dict) and is_key(values.get("new")), "change of key")
        if values.get("old") != at:
            continue
        verify(data, change.get("signature"), at, KEY)
        if values.get("schema") != KEY_SCHEMA:
            raise Refused(refusing.WRONG_VERSION, "change of key")
        if values.get("hub") != hub:
            raise Refused(refusing.WRONG_HUB)
        at = values["new"]
        if at == current:
            return at
    raise Refused(refusing.UNKNOWN_KEY)


def _text(raw):
    return urlsafe_b64encode(raw).decode().rstrip("=")


def _raw(text):
    return urlsafe_b64decode(text + "=")


def _private(text):
    return Ed25519PrivateKey.from_private_bytes(_raw(text))


def _public(text):
    return Ed25519PublicKey.from_public_bytes(_raw(text))
