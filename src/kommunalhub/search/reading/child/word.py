"""Word: paragraphs, tables, text boxes, notes, headers and footers."""

from kommunalhub.search.reading.child import markup
from kommunalhub.search.reading.child.packages import Package
from kommunalhub.search.reading.child.sink import clean
from kommunalhub.search.reading.child.sink import Gathered

import re


_NOTES = re.compile(r"word/(footnotes|endnotes)\d*\.xml")
_MARGINS = re.compile(r"word/(header|footer)\d*\.xml")


class Text(markup.Handler):
    """Gathers the text of Office's XML: Word, PowerPoint and drawings call it alike."""

    #: A second copy for old programs, and numbers of slides.
    SKIPPED = {"Fallback", "instrText", "delText"}
    BLANKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

    def __init__(self, gathered):
        self.add = gathered.add
        self.skipping = 0
        self.is_text = False

    def start(self, name, attributes):
        number = name == "fld" and attributes.get("type") == "slidenum"
        if self.skipping or name in self.SKIPPED or number:
            self.skipping += 1
        elif name == "t":
            self.is_text = True
        elif name in self.BLANKS:
            self.add(self.BLANKS[name])

    def end(self, name):
        if self.skipping:
            self.skipping -= 1
        elif name == "t":
            self.is_text = False
        elif name == "p":
            self.add("\n")

    def text(self, text):
        if self.is_text and not self.skipping:
            self.add(text)


def read(file, sink, limits, ocr):
    """Read a .docx. It has no pages: where one ends is up to the program that shows it."""
    package = Package(file, limits)
    with sink.gathering() as gathered:
        package.parse(package.main("word/document.xml"), Text(gathered))
    for name in sorted(filter(_NOTES.fullmatch, package.members)):
        with sink.gathering("notes") as gathered:
            package.parse(name, Text(gathered))
    seen = set()
    for name in sorted(filter(_MARGINS.fullmatch, package.members)):
        gathered = Gathered(limits.plain)
        package.parse(name, Text(gathered))
        text = clean("".join(gathered.pieces))
        if text not in seen:
            seen.add(text)
            sink.part(text, "margins")
