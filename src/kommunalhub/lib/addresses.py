"""Addresses of mailboxes and sites as people type them."""

from urllib.parse import urlsplit

import re


LONGEST = 254  # RFC 5321, errata 1690
_EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([A-Za-z0-9äöüß]([A-Za-z0-9äöüß-]{0,61}[A-Za-z0-9äöüß])?\.)+[A-Za-z]([A-Za-z0-9-]*[A-Za-z])"
)


def is_email(text) -> bool:
    """Return whether text looks like one e-mail address.

    >>> [is_email(text) for text in ("kontakt@example.org", "kontakt@hafen", "a@b.de, c@d.de")]
    [True, False, False]
    """
    return len(text) <= LONGEST and _EMAIL.fullmatch(text) is not None


def is_web_address(text):
    """Return whether a text is the address of a site, without query or fragment.

    >>> is_web_address("https://hub.example.org/nord"), is_web_address("hub.example.org")
    (True, False)
    """
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - a ValueError when it is none
    except ValueError:
        return False
    whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    return whole and not (parts.query or parts.fragment or parts.username or " " in text)
