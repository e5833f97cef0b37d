"""Excel: each sheet with its name and charts; formulas give their last value."""

from kommunalhub.lib import markup
from kommunalhub.lib.filetext.limits import Refused
from kommunalhub.lib.filetext.limits import TOO_LARGE
from kommunalhub.lib.filetext.numbers import DAY
from kommunalhub.lib.filetext.numbers import DAY_0
from kommunalhub.lib.filetext.numbers import DAY_0_MAC
from kommunalhub.lib.filetext.numbers import day_of
from kommunalhub.lib.filetext.numbers import format_of
from kommunalhub.lib.filetext.numbers import FORMATS
from kommunalhub.lib.filetext.numbers import number_of
from kommunalhub.lib.filetext.ooxml import say_beside
from kommunalhub.lib.filetext.packages import Package
from kommunalhub.lib.filetext.structure import NEXT_CELL
from kommunalhub.lib.filetext.structure import PARAGRAPH_END


#: Rows of a sheet that is read as a table.
MOST_ROWS = 10_000


class _Names(markup.Handler):
    def __init__(self):
        self.sheets = []
        self.day_0 = DAY_0

    def start(self, name, attributes):
        if name == "s:workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.day_0 = DAY_0_MAC
        if name == "s:sheet" and len(self.sheets) < 10_000:
            self.sheets.append((attributes.get("name", ""), attributes.get("r:id")))


class _Shared(markup.Handler):
    """The texts that cells refer to by number."""

    def __init__(self, room):
        self.room = room
        self.texts = []
        self.pieces = None
        self.is_text = self.is_reading_aid = False

    def start(self, name, attributes):
        if name == "s:si":
            self.pieces = []
        elif name == "s:rPh":
            self.is_reading_aid = True
        elif name == "s:t":
            self.is_text = not self.is_reading_aid

    def end(self, name):
        if name == "s:si" and self.pieces is not None:
            self.texts.append("".join(self.pieces))
            self.room -= 50  # what a text takes beside its letters
        elif name == "s:rPh":
            self.is_reading_aid = False
        elif name == "s:t":
            self.is_text = False

    def text(self, text):
        if self.is_text and self.pieces is not None:
            self.pieces.append(text)
            self.room -= len(text)
            if self.room < 0:
                raise Refused(TOO_LARGE, "unpacked")


class _Styles(markup.Handler):
    """cells: {number of a style of cells: Format}."""

    def __init__(self):
        self.formats = dict(FORMATS)
        self.cells = {}
        self.count = 0
        self.is_cells = False

    def start(self, name, attributes):
        number = attributes.get("numFmtId", "")
        if name == "s:numFmt" and number.isdecimal():
            self.formats[int(number)] = format_of(attributes.get("formatCode", ""))
        elif name == "s:cellXfs":
            self.is_cells = True
        elif name == "s:xf" and self.is_cells:
            shown = self.formats.get(int(number)) if number.isdecimal() else None
            if shown is not None:
                self.cells[str(self.count)] = shown
            self.count += 1

    def end(self, name):
        if name == "s:cellXfs":
            self.is_cells = False


class _Cells(markup.Handler):
    def __init__(self, gathered, shared, formats, day_0):
        self.say = gathered.add
        self.shared = shared
        self.formats = formats
        self.day_0 = day_0
        self.type = ""
        self.format = None
        self.value = []
        self.is_value = self.is_reading_aid = False

    def start(self, name, attributes):
        if name == "s:c":
            self.type = attributes.get("t", "")
            self.format = self.formats.get(attributes.get("s"))
            self.value = []
        elif name == "s:rPh":
            self.is_reading_aid = True
        elif name in ("s:v", "s:t"):  # a text in the cell itself may have several pieces
            self.is_value = not self.is_reading_aid

    def end(self, name):
        if name == "s:c":
            if self.value:
                self.say(self.shown("".join(self.value)) + NEXT_CELL)
        elif name == "s:rPh":
            self.is_reading_aid = False
        elif name in ("s:v", "s:t"):
            self.is_value = False
        elif name == "s:row":
            self.say("\n")

    def text(self, text):
        if self.is_value:
            self.value.append(text)

    def shown(self, value):
        if self.type in ("", "n"):
            is_day = self.format is not None and self.format.kind == DAY
            return day_of(value, self.day_0) if is_day else number_of(value, self.format)
        if self.type != "s":
            return value
        place = int(value) if value.strip().isdigit() else -1
        return self.shared[place] if 0 <= place < len(self.shared) else ""


class _Rows(_Cells):
    """rows: [(number of the row, {column from 0: text})]."""

    def __init__(self, shared, formats, day_0):
        super().__init__(self, shared, formats, day_0)
        self.rows = []
        self.column = -1

    def start(self, name, attributes):
        super().start(name, attributes)
        if name == "s:row":
            number = attributes.get("r", "")
            last = self.rows[-1][0] if self.rows else 0
            if len(self.rows) >= MOST_ROWS:
                raise Refused(TOO_LARGE, "rows")
            self.rows.append((int(number) if number.isdecimal() else last + 1, {}))
            self.column = -1
        elif name == "s:c":
            self.column = column_of(attributes.get("r", ""), self.column + 1)

    def add(self, text):
        if self.rows and text != "\n":
            self.rows[-1][1][self.column] = text.removesuffix(NEXT_CELL)


def column_of(reference, otherwise):
    """Return the column of a cell, counted from 0.

    >>> column_of("A1", 9), column_of("AB12", 9), column_of("", 9)
    (0, 27, 9)
    """
    letters = reference.rstrip("0123456789")
    if not letters or len(letters) > 3 or not (letters.isascii() and letters.isupper()):
        return otherwise
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def rows(file, limits, most_columns=50):
    """Yield (number, cells) of the rows of the first sheet; raises limits.Refused."""
    package = Package(file, limits)
    names, shared, styles, relations = _book(package, limits)
    for _title, key in names.sheets:
        kind, name = relations.get(key, ("", ""))
        if kind == "worksheet":
            found = _Rows(shared.texts, styles.cells, names.day_0)
            package.parse(name, found)
            for number, cells in found.rows:
                width = min(max(cells, default=-1), most_columns) + 1
                yield number, [cells.get(column, "") for column in range(width)]
            return


def _book(package, limits):
    """Return what the sheets of a workbook refer to, and its relations."""
    main = package.main()
    relations = package.relations(main)
    names, shared, styles = _Names(), _Shared(limits.plain), _Styles()
    package.parse(main, names)
    for kind, name in relations.values():
        if kind == "sharedStrings" and name in package:
            package.parse(name, shared)
        elif kind == "styles" and name in package:
            package.parse(name, styles)
    return names, shared, styles, relations


def read(file, sink, limits, ocr):
    """Read an .xlsx."""
    sink.unit = "sheet"
    package = Package(file, limits)
    names, shared, styles, relations = _book(package, limits)
    for number, (title, key) in enumerate(names.sheets, 1):
        kind, name = relations.get(key, ("", ""))
        if kind not in ("worksheet", "chartsheet"):
            continue
        with sink.gathering("sheet", number, title) as gathered:
            gathered.add(title + PARAGRAPH_END)
            if kind == "worksheet":
                package.parse(name, _Cells(gathered, shared.texts, styles.cells, names.day_0))
            say_beside(package, name, gathered)
