"""RTF: a small reader for text, without pictures, styles and other matter."""

from kommunalhub.lib.filetext.limits import DAMAGED
from kommunalhub.lib.filetext.limits import Refused
from kommunalhub.lib.filetext.limits import UNSUPPORTED
from kommunalhub.lib.notemarks import is_mark

import codecs
import re


TOKEN = re.compile(
    rb"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)"
)
BLANKS = {
    **dict.fromkeys(["par", "line", "sect", "page", "row", "nestrow", "column"], "\n"),
    **dict.fromkeys(["tab", "cell", "nestcell"], "\t"),
    **dict.fromkeys(["emspace", "enspace", "qmspace"], " "),
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
}
SIGNS = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
#: Groups without text of the document.
SKIPPED = {
    *("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "datastore"),
    *("listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl", "fldinst"),
    *("latentstyles", "colorschememapping", "annotation", "atnid", "atnauthor", "nonshppict"),
    *("sp", "shprslt", "bkmkstart", "bkmkend", "template"),
}
#: What programs that do not know it skip (\\*), and what has text here.
KNOWN = {"shpinst", "shptxt", "shpgrp"}
#: Text that stands in the middle of another one and apart from it, and what is said after it.
BOXES = {"shptxt", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr"}
BOXES |= {"footerf", "dptxbxtext"}
ASIDES = {"footnote"}


def read(file, sink, limits, ocr):
    """Read an .rtf."""
    data = file.read()
    with sink.gathering() as gathered:
        _Reader(gathered, limits.depth).read(data)


class _Reader:
    def __init__(self, gathered, depth):
        self.gathered = gathered
        self.depth = depth
        self.codec = "cp1252"
        # of the group: whether it is skipped, how many signs stand for one \u, whether it is set
        # high, and what to do at its end
        self.skipped, self.stand_ins, self.is_raised, self.at_end = False, 1, False, None
        self.is_starred = False
        self.groups = []
        self.to_skip = 0
        self.half = ""

    def read(self, data):
        for token in TOKEN.finditer(data):
            word, number, code, sign, brace, text = token.groups()
            if brace:
                self.brace(brace)
            elif word:
                self.word(word.decode("ascii"), int(number) if number else None)
            elif sign == b"*":
                self.is_starred = True
            elif not self.skipped:
                self.say(code, sign, text)
        if self.groups:
            raise Refused(DAMAGED, "package")

    def say(self, code, sign, text):
        if code:
            text = bytes([int(code, 16)])
        if text:
            left = text[self.to_skip :]
            self.to_skip -= len(text) - len(left)
            said = left.decode(self.codec, "replace")
            if self.is_raised and is_mark(self.gathered.tail(), said):
                self.gathered.add(" ")
            self.gathered.add(said)
        elif sign in SIGNS:
            self.gathered.add(SIGNS[sign])

    def brace(self, brace):
        self.to_skip = 0
        self.is_starred = False
        if brace == b"{":
            self.groups.append((self.skipped, self.stand_ins, self.is_raised, self.at_end))
            self.at_end = None
            if len(self.groups) > self.depth:
                raise Refused(UNSUPPORTED, "nested")
        elif self.groups:
            if self.at_end is not None:
                self.at_end()
            self.skipped, self.stand_ins, self.is_raised, self.at_end = self.groups.pop()

    def word(self, word, number):
        is_unknown = self.is_starred and word not in KNOWN
        self.is_starred = False
        if word in SKIPPED or is_unknown or word == "deleted" and number != 0:
            self.skipped = True
        elif word == "ansicpg" and number:
            self.codec = _codec(f"cp{number}", self.codec)
        elif word == "uc":
            self.stand_ins = min(max(number or 0, 0), 100)
        elif self.skipped:
            return
        elif word == "u" and number is not None:
            self.unicode(number % 65536)
            self.to_skip = self.stand_ins
        elif word in ("super", "nosupersub", "plain"):
            self.is_raised = word == "super" and number != 0
        elif word in BOXES:
            self.gathered.add("\n")
            self.at_end = lambda: self.gathered.add("\n")
        elif word in ASIDES and self.at_end is None:
            self.gathered.begin_aside()
            self.at_end = self.gathered.end_aside
        elif word in BLANKS:
            self.gathered.add(BLANKS[word])
            if word == "par":
                self.gathered.settle()

    def unicode(self, number):
        """Say a character of UTF-16; the first half of a pair waits for the second."""
        sign = chr(number)
        if "\ud800" <= sign <= "\udbff":
            self.half = sign
            return
        if "\udc00" <= sign <= "\udfff" and self.half:
            pair = (self.half + sign).encode("utf-16-le", "surrogatepass")
            sign = pair.decode("utf-16-le", "replace")
        self.half = ""
        self.gathered.add(sign)


def _codec(name, otherwise):
    try:
        return codecs.lookup(name).name
    except LookupError:
        return otherwise
