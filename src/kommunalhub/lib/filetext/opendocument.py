"""OpenDocument: texts, presentations with notes, spreadsheets."""

from kommunalhub.lib import markup
from kommunalhub.lib.filetext.limits import ENCRYPTED
from kommunalhub.lib.filetext.limits import Refused
from kommunalhub.lib.filetext.packages import Package
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
        self.paragraphs = 0
        self.objects = []

    def start(self, name, attributes):
        if self.skipping or name in SKIPPED:
            self.skipping += 1
        elif self.inside and name in self.inside:
            self.open += 1
        elif name in PARAGRAPHS:
            if self.paragraphs:
                self.text("\n")  # a box in a paragraph
            self.paragraphs += 1
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
            self.text("\n")
            self.paragraphs -= 1
            if not self.paragraphs and self.gathered:
                self.gathered.settle()
        elif name in APART:
            self.text("\n")
        elif name in ASIDE and self.gathered:
            self.gathered.end_aside()

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
        self.gathered.add(f"{label}\n")

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
            handler.gathered.add("\n")
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
