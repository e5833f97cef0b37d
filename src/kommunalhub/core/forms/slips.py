"""Slips: what each drawn form carries to be known again. Pure.

A slip says who was given which form and when; only the site can write one. With it a form that is
sent twice is known, and what was typed before a session ended finds its way back to its person.
"""

from dataclasses import astuple
from dataclasses import dataclass
from hashlib import sha256
from kommunalhub.lib import signing

import json
import secrets


PURPOSE = "kommunalhub.core.forms"
#: How long a form may lie open before it is asked for anew, in seconds.
LIFE = 7 * 24 * 3600
#: How long what was typed is kept for who signs in again, in seconds.
KEPT = 2 * 3600
#: For how long the very same, sent with another slip, is asked about.
SAME = 24 * 3600
#: The most that is kept of one form, in characters.
MOST = 250_000
#: Never kept: what proves who somebody is, and which button was pressed.
_SECRETS = ("password", "passwort", "kennwort", "buttons.")


@dataclass(frozen=True)
class Slip:
    """One drawing of one form.

    user: id of who was given the form. form: its path. made: whole seconds since 1970.
    number: nobody can guess it; those made later sort later.
    keeps: whether what was typed may be kept; not where a password is asked for.
    """

    user: str
    form: str
    made: int
    number: str
    keeps: bool = True

    def is_of(self, user: str | None, form: str) -> bool:
        return (self.user, self.form) == (user, form)

    def is_fresh(self, now: float) -> bool:
        return 0 <= now - self.made + 60 < LIFE


def new_slip(user: str, form: str, now: float, keeps: bool = True) -> Slip:
    return Slip(user, form, int(now), new_number(now), keeps)


def new_number(now: float) -> str:
    """Return a number nobody can guess that sorts after those of earlier seconds."""
    return f"{int(now):010x}{secrets.token_urlsafe(12)}"


def seal(slip: Slip, secret: str) -> str:
    """Return the slip as signed text."""
    return signing.seal(PURPOSE, list(astuple(slip)), secret)


def unseal(text, secrets_: list[str]) -> Slip | None:
    """Return the slip if one of the secrets signed it, else None."""
    values = signing.unseal(PURPOSE, text, secrets_) if isinstance(text, str) else None
    return None if values is None else Slip(*values)


def number_before(now: float, seconds: float) -> str:
    """Return what sorts after all numbers older than `seconds`, and before the younger ones."""
    return f"{max(0, int(now - seconds)):010x}"


def kept(form: dict) -> dict:
    """Return what of a request's form is kept: texts and lists of texts, nothing secret.

    >>> kept({"form.widgets.title": "Dach", "form.buttons.save": "1", "pw": 3, "topics": ["a"]})
    {'form.widgets.title': 'Dach', 'topics': ['a']}
    """
    found = {}
    for name, value in form.items():
        if name.startswith("_") or any(part in name.lower() for part in _SECRETS):
            continue
        if isinstance(value, str):
            found[name] = value
        elif isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            found[name] = list(value)
    return found


def files_of(form: dict) -> list[str]:
    """Return the names of the files in a request's form."""
    found = []
    for value in form.values():
        for item in value if isinstance(value, list | tuple) else [value]:
            name = getattr(item, "filename", None)
            if name:
                found.append(name.replace("\\", "/").rpartition("/")[2])
    return found


def fingerprint(form: dict) -> str:
    """Return what two forms have in common when the same was typed and the same files chosen."""
    text = json.dumps([kept(form), files_of(form)], sort_keys=True)
    return sha256(text.encode()).hexdigest()
