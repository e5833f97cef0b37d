"""Excel: each sheet with its name; shared texts are looked up, formulas give their last value."""

from kommunalhub.search.reading.child import markup
from kommunalhub.search.reading.child.packages import Package
from kommunalhub.search.reading.limits import Refused
from kommunalhub.search.reading.limits import TOO_LARGE


class _Names(markup.Handler):
    def __init__(self):
        self.sheets = []

    def start(self, name, attributes):
        if name == "sheet" and len(self.sheets) < 10_000:
            self.sheets.append((attributes.get("name", ""), attributes.get("id")))


class _Shared(markup.Handler):
    """The texts that cells refer to by number."""

    def __init__(self, room):
        self.room = room
        self.texts = []
        self.pieces = None
        self.is_text = self.is_reading_aid = False

    def start(self, name, attributes):
        if name == "si":
            self.pieces = []
        elif name == "rPh":
            self.is_reading_aid = True
        elif name == "t":
            self.is_text = not self.is_reading_aid

    def end(self, name):
        if name == "si" and self.pieces is not None:
            self.texts.append("".join(self.pieces))
            self.room -= 50  # what a text takes beside its letters
        elif name == "rPh":
            self.is_reading_aid = False
        elif name == "t":
            self.is_text = False

    def text(self, text):
        if self.is_text and self.pieces is not None:
            self.pieces.append(text)
            self.room -= len(text)
            if self.room < 0:
                raise Refused(TOO_LARGE, "unpacked")


class _Cells(markup.Handler):
    def __init__(self, gathered, shared):
        self.add = gathered.add
        self.shared = shared
        self.type = ""
        self.value = None

    def start(self, name, attributes):
        if name == "c":
            self.type = attributes.get("t", "")
        elif name in ("v", "t"):
            self.value = []

    def end(self, name):
        if name in ("v", "t") and self.value is not None:
            self.add(self.shown("".join(self.value)) + "\t")
            self.value = None
        elif name == "row":
            self.add("\n")

    def text(self, text):
        if self.value is not None:
            self.value.append(text)

    def shown(self, value):
        if self.type != "s":
            return value
        place = int(value) if value.strip().isdigit() else -1
        return self.shared[place] if 0 <= place < len(self.shared) else ""


def read(file, sink, limits, ocr):
    """Read an .xlsx."""
    sink.unit = "sheet"
    package = Package(file, limits)
    main = package.main("xl/workbook.xml")
    relations = package.relations(main)
    names, shared = _Names(), _Shared(limits.plain)
    package.parse(main, names)
    for kind, name in relations.values():
        if kind == "sharedStrings" and name in package:
            package.parse(name, shared)
    for number, (title, key) in enumerate(names.sheets, 1):
        kind, name = relations.get(key, ("", ""))
        if kind != "worksheet":  # a chart on a page of its own
            continue
        with sink.gathering("sheet", number, title) as gathered:
            gathered.add(f"{title}\n")
            package.parse(name, _Cells(gathered, shared.texts))
