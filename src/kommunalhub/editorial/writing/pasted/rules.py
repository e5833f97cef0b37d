"""Which pasted pictures become files. Pure."""

from base64 import b64decode
from dataclasses import dataclass
from lxml import html as lxml_html

import binascii
import re


#: Kinds that browsers show and that carry no scripts, with the endings of their files.
KINDS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
#: So many of a text, of so many bytes each.
MOST, BIGGEST = 30, 10 * 1024 * 1024
ADDRESS = re.compile(r"\s*data:([a-z/+.-]+);base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Pasted:
    """A picture in a text. address: as it stands there; alternative: what it says it shows."""

    address: str
    kind: str
    data: bytes
    alternative: str = ""

    @property
    def ending(self):
        return KINDS[self.kind]


def pasted(html):
    """Return the pasted pictures of a text that can become files, each once.

    >>> [(one.kind, one.data, one.alternative) for one in pasted(
    ...     '<img alt="Uhr" src="data:image/png;base64,QUJD"><img src="/a.png">')]
    [('image/png', b'ABC', 'Uhr')]
    """
    if "data:" not in html:
        return []
    found = {}
    for image in lxml_html.fragment_fromstring(html, create_parent="div").iter("img"):
        address = image.get("src") or ""
        told = ADDRESS.fullmatch(address)
        kind = told[1].lower() if told else ""
        if kind not in KINDS or address in found or len(found) == MOST:
            continue
        try:
            data = b64decode("".join(told[2].split()), validate=True)
        except (binascii.Error, ValueError):
            continue
        if 0 < len(data) <= BIGGEST:
            alternative = " ".join((image.get("alt") or "").split())
            found[address] = Pasted(address, kind, data, alternative)
    return list(found.values())
