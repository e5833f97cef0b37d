"""Excel: each sheet with its name; shared texts are looked up, formulas give their last value."""

from datetime import datetime
from datetime import timedelta
from kommunalhub.search.reading.child import markup
from kommunalhub.search.reading.child.packages import Package
from kommunalhub.search.reading.limits import Refused
from kommunalhub.search.reading.limits import TOO_LARGE

import re


#: Number formats that show a day: ECMA-376, part 1, 18.8.30, those that every file has by itself.
DATES = {14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)}
#: Day 0 of a sheet, and where the file says so another one.
DAY_0, DAY_0_MAC = datetime(1899, 12, 30), datetime(1904, 1, 1)
#: What a number format says in words, colours and conditions, none of it a sign for a date.
_SAID = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DAY = re.compile("[yd]", re.I)
FIRST_DAY = 1


class _Names(markup.Handler):
    def __init__(self):
        self.sheets = []
        self.day_0 = DAY_0

    def start(self, name, attributes):
        if name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.day_0 = DAY_0_MAC
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


class _Styles(markup.Handler):
    """dates: numbers of the styles of cells that show a day."""

    def __init__(self):
        self.formats = set(DATES)
        self.dates = set()
        self.count = 0
        self.is_cells = False

    def start(self, name, attributes):
        number = attributes.get("numFmtId", "")
        if name == "numFmt" and number.isdecimal():
            if _DAY.search(_SAID.sub("", attributes.get("formatCode", ""))):
                self.formats.add(int(number))
        elif name == "cellXfs":
            self.is_cells = True
        elif name == "xf" and self.is_cells:
            if number.isdecimal() and int(number) in self.formats:
                self.dates.add(str(self.count))
            self.count += 1

    def end(self, name):
        if name == "cellXfs":
            self.is_cells = False


class _Cells(markup.Handler):
    def __init__(self, gathered, shared, dates, day_0):
        self.add = gathered.add
        self.shared = shared
        self.dates = dates
        self.day_0 = day_0
        self.type = ""
        self.is_date = False
        self.value = None

    def start(self, name, attributes):
        if name == "c":
            self.type = attributes.get("t", "")
            self.is_date = attributes.get("s") in self.dates
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
        if self.type in ("", "n") and self.is_date:
            return day_of(value, self.day_0)
        if self.type != "s":
            return value
        place = int(value) if value.strip().isdigit() else -1
        return self.shared[place] if 0 <= place < len(self.shared) else ""


def day_of(value, day_0=DAY_0):
    """Return a number of days as people write the day, with the time where there is one.

    >>> day_of("46380"), day_of("46380.3333333333"), day_of("viele")
    ('24.12.2026', '24.12.2026 08:00', 'viele')
    """
    try:
        days = float(value)
        moment = day_0 + timedelta(minutes=round(days * 24 * 60))
    except (ValueError, OverflowError):
        return value
    if days < FIRST_DAY:
        return value
    return moment.strftime("%d.%m.%Y %H:%M" if days % 1 else "%d.%m.%Y")


def read(file, sink, limits, ocr):
    """Read an .xlsx."""
    sink.unit = "sheet"
    package = Package(file, limits)
    main = package.main("xl/workbook.xml")
    relations = package.relations(main)
    names, shared, styles = _Names(), _Shared(limits.plain), _Styles()
    package.parse(main, names)
    for kind, name in relations.values():
        if kind == "sharedStrings" and name in package:
            package.parse(name, shared)
        elif kind == "styles" and name in package:
            package.parse(name, styles)
    for number, (title, key) in enumerate(names.sheets, 1):
        kind, name = relations.get(key, ("", ""))
        if kind != "worksheet":  # a chart on a page of its own
            continue
        with sink.gathering("sheet", number, title) as gathered:
            gathered.add(f"{title}\n")
            package.parse(name, _Cells(gathered, shared.texts, styles.dates, names.day_0))
