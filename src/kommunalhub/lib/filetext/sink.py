"""Where text goes: cleaned, counted, written part by part."""

from contextlib import contextmanager
from dataclasses import replace
from kommunalhub.lib.filetext import fences
from kommunalhub.lib.filetext import structure
from kommunalhub.lib.filetext.languages import language_of
from kommunalhub.lib.filetext.limits import Full
from kommunalhub.lib.filetext.parts import BODY
from kommunalhub.lib.filetext.parts import FRONT
from kommunalhub.lib.filetext.parts import GERMAN
from kommunalhub.lib.filetext.parts import PARAGRAPH
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
            self.asides += (*self.pieces, structure.PARAGRAPH_END)
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
        #: Of a file that is read in stretches: the page to begin with, and what is known until
        #: there; how many pages there are, and where and with what to go on.
        self.first, self.reached = 1, None
        self.pages = self.next = None

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
        """Write a part unless it says nothing; a long text in several, one for each section."""
        label = clean(label)[:200]
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        found, _way = structure.pieces(text, clean, ((0, label),) if label else ())
        if kind == "text":
            kind = "section" if len(found) > 1 else kind
            for at, (said, headings, sections, role) in enumerate(found, 1):
                at = at if kind == "section" else None
                language = language_of(said, GERMAN)
                self.whole(Part(kind, at, "", said, headings, sections, role, language))
            return
        # a slide, a sheet, a minute: as it is, whatever its length
        said, sections, length = [], [], 0
        for piece, _headings, inside, _role in found:
            sections += ((length + at, way) for at, way in inside)
            said.append(piece)
            length += len(piece) + len(PARAGRAPH)
        text = PARAGRAPH.join(said)
        headings = (label,) if label and kind == "sheet" else ()
        if kind == "slide":
            sections = sections or structure.first_line(text)
            headings = sections[0][1] if sections else ()  # wherever its title was written
        role = FRONT if kind == "margins" else BODY
        language = language_of(text, GERMAN)
        self.whole(Part(kind, number, label, text, headings, tuple(sections), role, language))

    def whole(self, part):
        """Write a Part with clean text unless it says nothing."""
        if not _LETTER.search(part.text):
            return
        is_cut = len(part.text) > self.room
        text = part.text[: self.room]
        self.room -= len(text)
        self.parts -= 1
        self.has_text = True
        self._write({"part": replace(part, text=text).as_stored()})
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
        end |= {"pages": self.pages, "next": self.next, "memory": fences.memory()}
        self._write({"end": end})

    def picture(self, data):
        """Write a picture, base64 as text."""
        self._write({"picture": data})

    def alone(self, is_alone):
        """Write whether the file names nothing outside of itself."""
        self._write({"alone": is_alone})

    def _write(self, line):
        self.out.write(json.dumps(line, ensure_ascii=False) + "\n")
        self.out.flush()
