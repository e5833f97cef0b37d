"""How much one file may cost, and what may come of reading it: for parent and child alike."""

from dataclasses import asdict
from dataclasses import dataclass

import json


MEGABYTE = 1024 * 1024

OK = "ok"
ENCRYPTED = "encrypted"
DAMAGED = "damaged"
TOO_LARGE = "too_large"
EMPTY = "empty"
TIMEOUT = "timeout"
UNSUPPORTED = "unsupported"
OUTCOMES = (OK, ENCRYPTED, DAMAGED, TOO_LARGE, EMPTY, TIMEOUT, UNSUPPORTED)


@dataclass(frozen=True)
class ReadingLimits:
    """What reading one file may take."""

    #: Bytes of the file; a larger one is not even opened.
    file: int = 100 * MEGABYTE
    #: Bytes of address space of the child.
    memory: int = 1024 * MEGABYTE
    #: Seconds of computing.
    cpu: int = 60
    #: Seconds on the clock.
    wall: int = 90
    #: Seconds of both where pictures of text are recognised.
    ocr: int = 600
    #: Pages that are recognised, in all and before what they say is kept.
    ocr_pages: int = 500
    ocr_stretch: int = 20
    #: Characters of text that are kept; the rest of a longer file is left out.
    text: int = 6_000_000
    #: Characters of one page of a PDF.
    page: int = 100_000
    #: Pages of a PDF that are read before what they say is kept.
    stretch: int = 100
    #: Pages, slides, sheets or minutes.
    parts: int = 5_000
    #: Files in an Office file.
    members: int = 5_000
    #: Bytes that are unpacked from an Office file.
    unpacked: int = 256 * MEGABYTE
    #: How many times larger than packed a member may be, once it is larger than `harmless`.
    ratio: int = 300
    harmless: int = 20 * MEGABYTE
    #: How deep XML elements or RTF groups may stand in each other.
    depth: int = 1_000
    #: Bytes and pixels of a picture that an Office file carries of itself.
    picture: int = 8 * MEGABYTE
    pixels: int = 16_000_000
    #: Bytes that are looked at of plain text, HTML and subtitles.
    plain: int = 16 * MEGABYTE

    def as_text(self):
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text):
        return cls(**json.loads(text))


class Refused(Exception):
    """A file that is not read, or not to its end; `outcome` and `reason` are tokens."""

    def __init__(self, outcome, reason=""):
        super().__init__(f"{outcome}: {reason}")
        self.outcome = outcome
        self.reason = reason


class Full(Exception):
    """There is more text than is kept."""
