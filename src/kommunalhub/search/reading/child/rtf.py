"""RTF: a small reader for text, without pictures, styles and other matter."""

from kommunalhub.search.reading.limits import DAMAGED
from kommunalhub.search.reading.limits import Refused

import codecs
import re


TOKEN = re.compile(
    rb"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)"
)
BLANKS = {
    **dict.fromkeys(["par", "line", "sect", "page", "row"], "\n"),
    **dict.fromkeys(["tab", "cell"], "\t"),
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
}


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
        # of the group: whether it is skipped, and how many signs stand for one \u
        self.skipped, self.stand_ins = False, 1
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
                self.skipped = True
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
            self.gathered.add(left.decode(self.codec, "replace"))
        elif sign in SIGNS:
            self.gathered.add(SIGNS[sign])

    def brace(self, brace):
        self.to_skip = 0
        if brace == b"{":
            self.groups.append((self.skipped, self.stand_ins))
            if len(self.groups) > self.depth:
                raise Refused(DAMAGED, "nested")
        elif self.groups:
            self.skipped, self.stand_ins = self.groups.pop()

    def word(self, word, number):
        if word in SKIPPED:
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
        elif word in BLANKS:
            self.gathered.add(BLANKS[word])

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
