"""Signed links: how people without an account get at what is theirs, by an address in a mail.

A link says for what it is good and what it leads to; only the site can make one, and whoever has it
can use it. So pages behind one are hidden (`hide`): no address of theirs leaves the site, nobody
keeps or lists them. The site's own secrets are replaced from time to time; links must hold longer,
so they are signed with one of their own.
"""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core import tools
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.lib import signing
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations

import secrets


STORE = "kommunalhub.core.links"
#: The parameter of an address that holds a link's signed text.
KEY = "key"
#: Longer texts were not made here.
LONGEST = 8000


class Links(Persistent):
    """What the site knows of its links: the secret that signs them."""

    def __init__(self):
        self.secret = secrets.token_hex(32)


def sealed(purpose, values, made=None):
    """Return JSON values as signed text for an address; made: when, now if left out."""
    seconds = int((made or formatting.now()).timestamp())
    return signing.seal(purpose, [seconds, *values], _ensured().secret)


def unsealed(purpose, text, valid: timedelta | None = None):
    """Return the values of a text signed for this purpose, else None; valid: for how long it is."""
    store = IAnnotations(tools.site()).get(STORE)
    if store is None or not isinstance(text, str) or len(text) > LONGEST:
        return None
    found = signing.unseal(purpose, text, [store.secret])
    if found is None:
        return None
    made, *values = found
    age = formatting.now().timestamp() - made
    return None if valid is not None and age > valid.total_seconds() else values


def signature(purpose, text):
    """Return what signs a text for a purpose, of 43 characters; None where nothing was signed yet.

    For what is no address: who checks it knows the text and makes it again.
    """
    store = IAnnotations(tools.site()).get(STORE)
    return None if store is None else signing.digest(purpose, store.secret, text)


def sign(purpose, text):
    """Return the signature of a text, from now on to be known."""
    _ensured()
    return signature(purpose, text)


def hide(response):
    """Let nobody keep or list a page behind a link, and no address of it leave the site."""
    response.setHeader("Cache-Control", "no-store")
    response.setHeader("Referrer-Policy", "no-referrer")
    response.setHeader("X-Robots-Tag", "noindex, nofollow")


def _ensured():
    return ensured_on(tools.site(), STORE, Links)
