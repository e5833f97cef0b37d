"""Browsers a person has signed in with before: they are slowed by their own mistakes only.

Without this, whoever keeps typing wrong passwords for somebody's account from many places could
keep that person waiting. The idea is OWASP's "device cookie".
"""

from kommunalhub.security import tickets
from kommunalhub.security.settings import cookie_options
from kommunalhub.security.settings import secrets

import hmac


COOKIE = "__hub_browser"
DAYS = 180
PURPOSE = "kommunalhub.browser"


def remember(request, login):
    """Give the browser proof that this login was right here."""
    if known(request, login):
        return
    nonce = tickets.new_id()
    proof = tickets.digest(PURPOSE, secrets()[0], f"{nonce} {login}")
    request.response.setCookie(
        COOKIE, f"{nonce}.{proof}", max_age=DAYS * 24 * 3600, **cookie_options(request)
    )


def known(request, login):
    """Return the id of the browser if this login was right in it before, else None."""
    nonce, _, proof = request.cookies.get(COOKIE, "").partition(".")
    if not proof or not proof.isascii():
        return None
    for secret in secrets():
        right = tickets.digest(PURPOSE, secret, f"{nonce} {login}")
        if hmac.compare_digest(right, proof):
            return nonce
    return None
