"""Signed tickets: what a browser keeps to be known again. Pure.

A ticket holds no secret of the person; only who has the site's secret can make one.
"""

from base64 import urlsafe_b64decode
from base64 import urlsafe_b64encode
from dataclasses import astuple
from dataclasses import dataclass

import hashlib
import hmac
import json
import secrets


@dataclass(frozen=True)
class Ticket:
    """One session of one person.

    session: random id of this session. epoch: changes when all sessions of the person end.
    started, renewed: whole seconds since 1970.
    """

    user: str
    session: str
    epoch: str
    started: int
    renewed: int


def new_id() -> str:
    """Return a random id nobody can guess."""
    return secrets.token_urlsafe(18)


def digest(purpose: str, secret: str, text: str) -> str:
    """Return a keyed hash of a text, of its own for each purpose; 43 characters."""
    key = hmac.digest(secret.encode(), purpose.encode(), hashlib.sha256)
    return _encode(hmac.digest(key, text.encode(), hashlib.sha256))


def seal(purpose: str, ticket: Ticket, secret: str) -> str:
    """Return the ticket as signed text, safe in a cookie."""
    body = _encode(json.dumps(astuple(ticket), separators=(",", ":")).encode())
    return f"{body}.{digest(purpose, secret, body)}"


def unseal(purpose: str, text: str, secrets_: list[str]) -> Ticket | None:
    """Return the ticket if one of the secrets signed it, else None."""
    body, dot, signature = text.partition(".")
    if not dot or not body.isascii() or not signature.isascii():
        return None
    if not any(
        hmac.compare_digest(digest(purpose, secret, body), signature) for secret in secrets_
    ):
        return None
    return Ticket(*json.loads(_decode(body)))


def _encode(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
