"""Where text goes: cleaned, counted, written part by part."""

from contextlib import contextmanager
from dataclasses import replace
from kommunalhub.lib.filetext import fences
from kommunalhub.lib.filetext.limits import Full
from kommunalhub.lib.filetext.parts import Part

import json
import re
import unicodedata


#: Control characters, halves of characters, and what stands for no character at all.
_JUNK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u00ad]")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_BLANKS_BUT_TABS = re.compile(r"[ \u00a0]+")
_LETTER = re.compile(r"\w")


def clean(text, keep=""):
    r"""Return the text with single blanks, without empty lines and control characters.

    keep: a tab, to leave tabs as they are.

    >>> clean("  Ein\x00  Satz \r\n\n und\tnoch  einer ")
    'Ein Satz\nund noch einer'
    """
    text = unicodedata.normalize("NFC", _JUNK.sub("", text.replace("\r", "\n")))
    blanks = _BLANKS_BUT_TABS if keep else _BLANKS
    lines = (blanks.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


class Gathered:
    """The text of one part while it is read."""

    def __init__(self, room):
        self.room = room
        self.pieces = []
        self.interrupted, self.asides = [], []

    def add(self, piece):
        """Take a piece; raise Full when there is no more room."""
        self.pieces.append(piece[: self.room] if len(piece) > self.room else piece)
        self.room -= len(piece)
        if self.room < 0:
            raise Full

    def tail(self):
        """Return the end of what was said last, for whoever has to know what stands before."""
        return "".join(self.pieces[-4:])

    def begin_aside(self):
        """What comes from here on, until the aside ends, is said when the paragraph ends."""
        self.interrupted.append(self.pieces)
        self.pieces = []

    def end_aside(self):
        if self.interrupted:
            self.asides += (*self.pieces, "\n")
            self.pieces = self.interrupted.pop()

    def settle(self):
        """Say the asides now: the paragraph that they are about has ended."""
        if not self.interrupted:
            self.pieces += self.asides
            self.asides = []

    @property
    def text(self):
        """All of it, also when reading broke off in the middle of an aside."""
        begun = (piece for pieces in self.interrupted for piece in pieces)
        return "".join((*begun, *self.pieces, *self.asides))


class Sink:
    """Writes parts to `out` until the limits are reached; then raises Full."""

    def __init__(self, out, limits):
        self.out = out
        self.limits = limits
        self.room = limits.text
        self.parts = limits.parts
        self.has_text = False
        self.kind = self.unit = None
        self.why_empty = "no_text"

    @contextmanager
    def gathering(self, kind="text", number=None, label=""):
        """Yield a Gathered and write it as a part at the end, also when reading breaks off."""
        # White space and tags between words count too, or an endless row of them would not end.
        gathered = Gathered(2 * self.room + 100_000)
        try:
            yield gathered
        finally:
            self.part(gathered.text, kind, number, label)

    def part(self, text, kind="text", number=None, label=""):
        """Write a part unless it says nothing."""
        text = clean(text)
        if not _LETTER.search(text):
            return
        is_cut = len(text) > self.room
        text = text[: self.room]
        self.room -= len(text)
        self.parts -= 1
        self.has_text = True
        self._write({"part": Part(kind, number, clean(label)[:200], text).as_stored()})
        if is_cut or self.parts <= 0:
            raise Full

    def draft(self, text, number):
        """Write a page as it stands there; what is written of it later stands instead.

        It counts as all that is kept of the page does.
        """
        text = clean(text)
        if not _LETTER.search(text):
            return
        is_cut = len(text) > min(self.room, self.limits.page)
        text = text[: min(self.room, self.limits.page)]
        self.room -= len(text)
        self.parts -= 1
        self.has_text = True
        self._write({"draft": Part("page", number, "", text).as_stored()})
        if is_cut and not self.room or self.parts <= 0:
            raise Full

    def write(self, part):
        """Write a Part of what was counted before."""
        text = part.text[: self.limits.page]
        if _LETTER.search(text):
            self._write({"part": replace(part, text=text).as_stored()})

    def end(self, outcome, reason):
        end = {"outcome": outcome, "reason": reason, "kind": self.kind, "unit": self.unit}
        self._write({"end": {**end, "memory": fences.memory()}})

    def picture(self, data):
        """Write a picture, base64 as text."""
        self._write({"picture": data})

    def alone(self, is_alone):
        """Write whether the file names nothing outside of itself."""
        self._write({"alone": is_alone})

    def _write(self, line):
        self.out.write(json.dumps(line) + "\n")
        self.out.flush()
