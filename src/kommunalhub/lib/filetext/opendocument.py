"""OpenDocument: texts, presentations with notes, spreadsheets."""

from kommunalhub.lib import markup
from kommunalhub.lib.filetext.limits import ENCRYPTED
from kommunalhub.lib.filetext.limits import Refused
from kommunalhub.lib.filetext.packages import Package
from kommunalhub.lib.filetext.structure import heading
from kommunalhub.lib.filetext.structure import INDEXED
from kommunalhub.lib.filetext.structure import LISTED
from kommunalhub.lib.filetext.structure import NEXT_CELL
from kommunalhub.lib.filetext.structure import PARAGRAPH_END
from kommunalhub.lib.office import member_name


#: What was deleted, what somebody remarked, numbers of notes and pages, and what is no text.
SKIPPED = {
    "text:tracked-changes",
    "text:note-citation",
    "text:page-number",
    "office:annotation",
    "office:binary-data",
    "office:scripts",
    "office:forms",
}
PARAGRAPHS = {"text:p", "text:h"}
HEADING, CELLS, ROW, TABLE = "text:h", {"table:table-cell"}, "table:table-row", "table:table"
#: Lists of what stands where.
LISTS = {
    **dict.fromkeys(
        ("text:table-of-content", "text:illustration-index", "text:table-index"), LISTED
    ),
    **dict.fromkeys(("text:object-index", "text:user-index"), LISTED),
    "text:alphabetical-index": INDEXED,
}
#: What is said after the paragraph that it is about.
ASIDE = {"text:note-body"}
#: Descriptions of pictures: in a paragraph and no part of its words.
APART = {"svg-compatible:title", "svg-compatible:desc"}
BLANKS = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
MARGINS = {
    f"style:{name}"
    for name in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
}
CONTENT = "content.xml"


class _Text(markup.Handler):
    """Gathers paragraphs; inside: only those in one of these elements.

    objects: names of the charts and tables of other programs in it.
    """

    def __init__(self, gathered=None, inside=None):
        self.gathered = gathered
        self.inside = inside
        self.open = 0 if inside else 1
        self.skipping = 0
        self.paragraphs = self.cells = 0
        self.list = ""
        self.is_title = False
        self.objects = []

    def start(self, name, attributes):
        if self.skipping or name in SKIPPED:
            self.skipping += 1
        elif self.inside and name in self.inside:
            self.open += 1
        elif name in PARAGRAPHS:
            if self.paragraphs:
                self.text(self.apart())  # a box in a paragraph
            self.paragraphs += 1
            self.begin_as(name, attributes.get("text:outline-level", "1"))
        elif name in LISTS:
            self.list = LISTS[name]
        elif name in CELLS:
            self.cells += 1
        elif name == TABLE and not self.cells:
            self.say(PARAGRAPH_END)
        elif name == "drawing:frame":
            self.is_title = attributes.get("presentation:class") == "title"
        elif name in BLANKS:
            self.text(BLANKS[name])
        elif name in APART:
            self.text("\n")
        elif name in ASIDE and self.gathered:
            self.gathered.begin_aside()
        elif name == "drawing:object" and len(self.objects) < 1_000:
            self.objects.append(member_name(attributes.get("xlink:href", "").removeprefix("./")))

    def end(self, name):
        if self.skipping:
            self.skipping -= 1
        elif self.inside and name in self.inside:
            self.open -= 1
        elif name in PARAGRAPHS:
            self.text(self.apart())
            self.paragraphs -= 1
            if not self.paragraphs and self.gathered:
                self.gathered.settle()
        elif name in APART:
            self.text("\n")
        elif name in ASIDE and self.gathered:
            self.gathered.end_aside()
        elif name in LISTS:
            self.list = ""
        elif name in CELLS and self.cells:
            self.cells -= 1
            self.say(" " if self.cells else NEXT_CELL)
        elif name == ROW and not self.cells:
            self.say("\n")
        elif name == TABLE and not self.cells:
            self.say(PARAGRAPH_END)

    def apart(self):
        """Return what stands between two paragraphs; those of one cell are one text."""
        return " " if self.cells else PARAGRAPH_END

    def begin_as(self, name, level):
        """A paragraph begins that is a heading, or one of a list."""
        if self.list:
            self.text(self.list)
        elif name == HEADING and not self.cells:
            self.text(heading(int(level) if level.isdecimal() else 1))
        elif self.is_title:
            self.text(heading(1))
            self.is_title = False

    def say(self, text):
        """Gather what stands between paragraphs."""
        if self.open and not self.skipping and self.gathered:
            self.gathered.add(text)

    def text(self, text):
        if self.paragraphs and self.open and not self.skipping and self.gathered:
            self.gathered.add(text)


class _Parts(_Text):
    """Each slide or table as a part of its own."""

    def __init__(self, package, sink, element, kind):
        super().__init__()
        self.package = package
        self.sink, self.element, self.kind = sink, element, kind
        self.level = self.number = 0
        self.part = None

    def start(self, name, attributes):
        if name == self.element and not self.skipping:
            self.level += 1
            if self.level == 1:
                self.begin(attributes.get(f"{name.partition(':')[0]}:name", ""))
        super().start(name, attributes)

    def end(self, name):
        super().end(name)
        if name == self.element and not self.skipping and self.level:
            self.level -= 1
            if self.level == 0:
                _say_objects(self.package, self)
                self.finish()

    def begin(self, title):
        self.number += 1
        label = title if self.kind == "sheet" else ""
        self.part = self.sink.gathering(self.kind, self.number, label)
        self.gathered = self.part.__enter__()
        self.gathered.add(label + PARAGRAPH_END)

    def finish(self):
        """Write the part that is open."""
        part, self.part, self.gathered = self.part, None, None
        if part is not None:
            part.__exit__(None, None, None)


class _Manifest(markup.Handler):
    def start(self, name, attributes):
        if name == "manifest:encryption-data":
            raise Refused(ENCRYPTED, "password")


def _say_objects(package, handler):
    """Gather the texts of the charts that a handler has seen."""
    names, handler.objects = handler.objects, []
    for name in names:
        where = f"{name}/{CONTENT}"
        if where in package:
            handler.gathered.add(PARAGRAPH_END)
            package.parse(where, _Text(handler.gathered))


def _open(file, limits):
    package = Package(file, limits)
    if "meta-inf/manifest.xml" in package:
        package.parse("meta-inf/manifest.xml", _Manifest())
    return package


def read_text(file, sink, limits, ocr):
    """Read an .odt."""
    package = _open(file, limits)
    with sink.gathering() as gathered:
        text = _Text(gathered)
        package.parse(CONTENT, text)
        _say_objects(package, text)
    if "styles.xml" in package:
        with sink.gathering("margins") as gathered:
            package.parse("styles.xml", _Text(gathered, MARGINS))


def read_slides(file, sink, limits, ocr):
    """Read an .odp."""
    sink.unit = "slide"
    package = _open(file, limits)
    _read_parts(package, _Parts(package, sink, "drawing:page", "slide"))


def read_sheets(file, sink, limits, ocr):
    """Read an .ods."""
    sink.unit = "sheet"
    package = _open(file, limits)
    _read_parts(package, _Parts(package, sink, "table:table", "sheet"))


def _read_parts(package, parts):
    try:
        package.parse(CONTENT, parts)
    finally:
        parts.finish()
