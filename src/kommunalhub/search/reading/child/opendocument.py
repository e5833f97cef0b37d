"""OpenDocument: texts, presentations with notes, spreadsheets."""

from kommunalhub.search.reading.child import markup
from kommunalhub.search.reading.child.packages import Package
from kommunalhub.search.reading.limits import ENCRYPTED
from kommunalhub.search.reading.limits import Refused


#: What was deleted, what somebody remarked, and pictures.
SKIPPED = {"tracked-changes", "annotation", "binary-data", "scripts", "forms", "page-number"}
BLANKS = {"s": " ", "tab": "\t", "line-break": "\n"}
MARGINS = {"header", "footer", "header-left", "footer-left", "header-first", "footer-first"}
CONTENT = "content.xml"


class _Text(markup.Handler):
    """Gathers paragraphs; inside: only those in one of these elements."""

    def __init__(self, gathered=None, inside=None):
        self.gathered = gathered
        self.inside = inside
        self.open = 0 if inside else 1
        self.skipping = 0
        self.paragraphs = 0

    def start(self, name, attributes):
        if self.skipping or name in SKIPPED:
            self.skipping += 1
        elif self.inside and name in self.inside:
            self.open += 1
        elif name in ("p", "h"):
            self.paragraphs += 1
        elif name in BLANKS:
            self.text(BLANKS[name])

    def end(self, name):
        if self.skipping:
            self.skipping -= 1
        elif self.inside and name in self.inside:
            self.open -= 1
        elif name in ("p", "h"):
            self.text("\n")
            self.paragraphs -= 1

    def text(self, text):
        if self.paragraphs and self.open and not self.skipping and self.gathered:
            self.gathered.add(text)


class _Parts(_Text):
    """Each slide or table as a part of its own."""

    def __init__(self, sink, element, kind):
        super().__init__()
        self.sink, self.element, self.kind = sink, element, kind
        self.level = self.number = 0
        self.part = None

    def start(self, name, attributes):
        if name == self.element and not self.skipping:
            self.level += 1
            if self.level == 1:
                self.begin(attributes.get("name", ""))
        super().start(name, attributes)

    def end(self, name):
        super().end(name)
        if name == self.element and not self.skipping and self.level:
            self.level -= 1
            if self.level == 0:
                self.finish()

    def begin(self, title):
        self.number += 1
        label = title if self.kind == "sheet" else ""
        self.part = self.sink.gathering(self.kind, self.number, label)
        self.gathered = self.part.__enter__()
        self.gathered.add(f"{label}\n")

    def finish(self):
        """Write the part that is open."""
        part, self.part, self.gathered = self.part, None, None
        if part is not None:
            part.__exit__(None, None, None)


class _Manifest(markup.Handler):
    def start(self, name, attributes):
        if name == "encryption-data":
            raise Refused(ENCRYPTED, "password")


def _open(file, limits):
    package = Package(file, limits)
    if "META-INF/manifest.xml" in package:
        package.parse("META-INF/manifest.xml", _Manifest())
    return package


def read_text(file, sink, limits, ocr):
    """Read an .odt."""
    package = _open(file, limits)
    with sink.gathering() as gathered:
        package.parse(CONTENT, _Text(gathered))
    if "styles.xml" in package:
        with sink.gathering("margins") as gathered:
            package.parse("styles.xml", _Text(gathered, MARGINS))


def read_slides(file, sink, limits, ocr):
    """Read an .odp."""
    sink.unit = "slide"
    _read_parts(_open(file, limits), _Parts(sink, "page", "slide"))


def read_sheets(file, sink, limits, ocr):
    """Read an .ods."""
    sink.unit = "sheet"
    _read_parts(_open(file, limits), _Parts(sink, "table", "sheet"))


def _read_parts(package, parts):
    try:
        package.parse(CONTENT, parts)
    finally:
        parts.finish()
