"""Headers of mails as people and rules read them, however they are broken.

Everything is read with the compat32 policy of the standard library, for the newer ones raise where
a header is not as it should be; bytes that are no ASCII are kept as surrogates, to be read here.
"""

from collections.abc import Iterable
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import collapse_rfc2231_value
from email.utils import getaddresses
from kommunalhub.lib.filenames import shown

import re


#: Longer ones were not written by people.
LONGEST, LONGEST_NAME = 2_000, 200
MOST_IDS = 100
MESSAGE_ID = re.compile(r"<([^<>\s]{3,250})>")
#: What mailers send without saying in which encoding.
GUESSES = ("utf-8", "cp1252", "latin-1")


class Raw(Compat32):
    """Gives headers as they are, where compat32 would replace each byte that is no ASCII."""

    def header_fetch_parse(self, name, value):
        return value


POLICY = Raw()


def text_of(value) -> str:
    """Return a header in one line, its encoded words read; "" for none.

    >>> text_of("=?utf-8?b?RHJ1Y2tlciBmw6RsbHQgYXVz?="), text_of("=?x-unknown?b?w6TDtsO8?=")
    ('Drucker fällt aus', 'äöü')
    """
    if value is None:
        return ""
    raw = mended(value)[:LONGEST]
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    words = [
        decoded(_bytes_of(piece, charset, raw), charset) if isinstance(piece, bytes) else piece
        for piece, charset in pieces
    ]
    return shown("".join(words))


def _bytes_of(piece, charset, raw):
    """Return what an encoded word says; what stands beside one is given as bytes of its own."""
    if charset is None and not raw.isascii():
        return piece.decode("raw-unicode-escape").encode()
    return piece


def decoded(data: bytes, charset: str | None) -> str:
    """Return bytes as text: by what is said of them if that is right, else by what is likely.

    >>> decoded("Größe".encode("cp1252"), "utf-8"), decoded(b"plain", "klingon")
    ('Größe', 'plain')
    """
    for name in (charset, *GUESSES):
        if not name or name == "unknown-8bit":
            continue
        try:
            return data.decode(name)
        except (LookupError, ValueError):  # no such encoding, or it is not in it
            continue
    return data.decode("utf-8", "replace")


def mended(text: str) -> str:
    """Return a text in which the parser kept bytes that are no ASCII as surrogates."""
    if text.isascii():
        return text
    return decoded(text.encode("utf-8", "surrogateescape"), None)


def every(message: Message, name: str) -> list[str]:
    """Return all headers of a name, in one line each."""
    return [text_of(value) for value in message.get_all(name, [])]


def address_in(message: Message, name: str) -> tuple[str, str]:
    """Return (name, address in lower case) of the first mailbox of a header; "" without one."""
    found = mailboxes(message, (name,))
    return found[0] if found else ("", "")


def mailboxes(message: Message, names: Iterable[str]) -> list[tuple[str, str]]:
    """Return [(name, address in lower case)] of all mailboxes in some headers."""
    values = [mended(value) for name in names for value in message.get_all(name, [])]
    return [
        (text_of(name)[:LONGEST_NAME], shown(address).strip().lower()[:LONGEST_NAME])
        for name, address in getaddresses(values)
        if "@" in address
    ]


def ids_in(message: Message, name: str) -> list[str]:
    """Return the Message-IDs in a header without brackets, no more than the last MOST_IDS."""
    values = " ".join(
        text_of(value) if "=?" in value else mended(value) for value in message.get_all(name, [])
    )
    return MESSAGE_ID.findall(values)[-MOST_IDS:]


def filename_of(part: Message) -> str:
    """Return what a part calls its file, by any of the ways that are in use; "" without a name."""
    for name, header in (("filename", "content-disposition"), ("name", "content-type")):
        try:
            value = part.get_param(name, None, header)
        except (ValueError, UnicodeError, IndexError, TypeError):
            value = None
        if value is not None:
            try:
                whole = collapse_rfc2231_value(value) if isinstance(value, tuple) else value
            except (ValueError, UnicodeError, LookupError, TypeError):
                whole = value[2] if isinstance(value, tuple) else value
            return text_of(mended(str(whole)))[:LONGEST_NAME]
    return ""
