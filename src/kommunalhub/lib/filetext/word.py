"""Word: paragraphs, tables, text boxes, charts, notes, headers and footers."""

from kommunalhub.lib import markup
from kommunalhub.lib.filetext.ooxml import say_beside
from kommunalhub.lib.filetext.ooxml import Text
from kommunalhub.lib.filetext.packages import Package
from kommunalhub.lib.filetext.sink import clean
from kommunalhub.lib.filetext.sink import Gathered
from kommunalhub.lib.filetext.structure import heading
from kommunalhub.lib.filetext.structure import INDEXED
from kommunalhub.lib.filetext.structure import LISTED

import re


#: The names of styles, which Word writes in English in every language.
_HEADING = re.compile(r"heading ([1-9])", re.I)
_LISTED = re.compile(r"toc( heading| [1-9])|table of (figures|authorities)", re.I)
_INDEXED = re.compile(r"index( heading| [1-9])", re.I)
#: A style is based on another one, that on a third …
DEEPEST = 10


class _Styles(markup.Handler):
    """names, levels, based_on: what is told of each style of paragraphs, by its id."""

    def __init__(self):
        self.names, self.levels, self.based_on = {}, {}, {}
        self.id = None

    def start(self, name, attributes):
        value = attributes.get("w:val", "")
        if name == "w:style":
            self.id = attributes.get("w:styleId") if len(self.names) < 5_000 else None
        elif self.id is None:
            return
        elif name == "w:name":
            self.names[self.id] = value
        elif name == "w:basedOn":
            self.based_on[self.id] = value
        elif name == "w:outlineLvl" and value.isdecimal():
            self.levels[self.id] = int(value)

    def end(self, name):
        if name == "w:style":
            self.id = None

    def marks(self):
        """Return {id: mark of structure} of the styles that stand for one."""
        found = {}
        for id in self.names:
            mark, at = None, id
            for _ in range(DEEPEST):
                mark = self.mark_of(at)
                if mark is not None or at not in self.based_on:
                    break
                at = self.based_on[at]
            if mark:
                found[id] = mark
        return found

    def mark_of(self, id):
        """Return the mark that a style tells by itself, "" for running text, None for nothing."""
        name = self.names.get(id, "")
        if _LISTED.fullmatch(name):
            return LISTED
        if _INDEXED.fullmatch(name):
            return INDEXED
        if id in self.levels:
            return heading(self.levels[id] + 1) if self.levels[id] < 9 else ""
        found = _HEADING.fullmatch(name)
        return heading(int(found[1])) if found else None


def read(file, sink, limits, ocr):
    """Read a .docx. It has no pages: where one ends is up to the program that shows it."""
    package = Package(file, limits)
    main = package.main()
    styles = _Styles()
    for name in package.related(main, "styles"):
        package.parse(name, styles)
    with sink.gathering() as gathered:
        package.parse(main, Text(gathered, styles.marks()))
        say_beside(package, main, gathered)
    for name in sorted(package.related(main, "footnotes", "endnotes")):
        with sink.gathering("notes") as gathered:
            package.parse(name, Text(gathered))
    seen = set()
    for name in sorted(package.related(main, "header", "footer")):
        gathered = Gathered(limits.plain)
        package.parse(name, Text(gathered))
        text = clean(gathered.text)
        if text not in seen:
            seen.add(text)
            sink.part(gathered.text, "margins")
