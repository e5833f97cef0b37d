"""E-mail addresses as people type them."""

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
