"""Signed tickets: what a browser keeps to be known again. Pure.

A ticket holds no secret of the person; only who has the site's secret can make one.
"""

from dataclasses import astuple
from dataclasses import dataclass
from kommunalhub.lib import signing
from kommunalhub.lib.signing import digest

import secrets


__all__ = ("Ticket", "digest", "new_id", "seal", "unseal")


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


def seal(purpose: str, ticket: Ticket, secret: str) -> str:
    """Return the ticket as signed text, safe in a cookie."""
    return signing.seal(purpose, list(astuple(ticket)), secret)


def unseal(purpose: str, text: str, secrets_: list[str]) -> Ticket | None:
    """Return the ticket if one of the secrets signed it, else None."""
    values = signing.unseal(purpose, text, secrets_)
    return None if values is None else Ticket(*values)
