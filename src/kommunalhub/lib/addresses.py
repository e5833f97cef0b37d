"""Addresses of mailboxes, telephones and sites as people type them."""

from urllib.parse import urlsplit

import re


LONGEST = 254  # RFC 5321, errata 1690
_EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([A-Za-z0-9äöüß]([A-Za-z0-9äöüß-]{0,61}[A-Za-z0-9äöüß])?\.)+[A-Za-z]([A-Za-z0-9-]*[A-Za-z])"
)
LONGEST_LOCAL = 64  # RFC 5321, 4.5.3.1.1
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
_PHONE = re.compile(r"\+?[0-9(][0-9 ()/.–-]{2,28}[0-9]")


def is_email(text) -> bool:
    """Return whether text looks like one e-mail address.

    >>> [is_email(text) for text in ("kontakt@example.org", "kontakt@hafen", "a@b.de, c@d.de")]
    [True, False, False]
    """
    return len(text) <= LONGEST and _EMAIL.fullmatch(text) is not None


def is_account_email(text) -> bool:
    """Return whether text is an e-mail address that an account can have: Plone's rule besides.

    >>> [is_account_email(text) for text in ("kontakt@example.org", "info@straße.example")]
    [True, False]
    """
    return is_email(text) and text.isascii() and text.index("@") <= LONGEST_LOCAL


def is_phone(text) -> bool:
    """Return whether text looks like a telephone number: four digits, the usual signs between.

    >>> is_phone("+49 4361 498-0"), is_phone("anrufen"), is_phone("110")
    (True, False, False)
    """
    text = text.strip()
    return _PHONE.fullmatch(text) is not None and sum(sign.isdigit() for sign in text) >= 4


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


def is_host(name):
    """Say whether this is the bare name of a host.

    >>> is_host("video.example.org"), is_host("https://a.example"), is_host("*.a.example")
    (True, False, False)
    """
    return _HOST.fullmatch(name) is not None
