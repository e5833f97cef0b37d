"""The texts of one thing as the database keeps them."""

from hashlib import blake2b
from persistent import Persistent

import json
import zlib


#: Characters of one text that are kept; a file of a thousand pages has fewer.
LONGEST_TEXT = 5_000_000


class Record(Persistent):
    """title and keywords as they are; body and pages packed, as they are needed seldom."""

    def __init__(self, title, keywords, packed, digest):
        self.title = title
        self.keywords = keywords
        self.packed = packed
        self.digest = digest

    @classmethod
    def of(cls, texts):
        """Return the Record of an ISearchText."""
        title, keywords = _text(texts.title), _text(texts.keywords)
        pages = [(number, _text(text)) for number, text in texts.pages or ()]
        long = json.dumps([_text(texts.body), pages], ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )
        digest = blake2b(digest_size=16)
        for part in (title, keywords):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
        digest.update(long)
        return cls(title, keywords, zlib.compress(long, 6), digest.digest())

    @property
    def long(self):
        """Return (body, [[number, text], ...])."""
        return json.loads(zlib.decompress(self.packed).decode("utf-8", "surrogatepass"))

    def fields(self):
        """Return {name of a field of the sidecar: text}."""
        body, pages = self.long
        body = "\n".join([body, *(text for _, text in pages)])[:LONGEST_TEXT]
        return {"title": self.title, "lead": self.keywords, "body": body}


def _text(value):
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""
