"""Read the rows of a CSV file or a workbook (XLSX), whoever made it; what is wrong is told by line.

A CSV file may be UTF-8, UTF-16 or CP1252, its cells may be parted by semicolons, commas or tabs.
"""

from dataclasses import dataclass
from io import BytesIO
from kommunalhub.lib.filetext import sheets
from kommunalhub.lib.filetext.limits import ReadingLimits
from kommunalhub.lib.filetext.limits import Refused

import codecs
import csv
import re


MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 2000
MOST_CELLS = 50
LONGEST_CELL = 5000
#: A workbook of that size is small when unpacked, too.
LIMITS = ReadingLimits(unpacked=16 * 1024 * 1024, members=500, plain=4 * 1024 * 1024)

# What a file is not read for.
EMPTY, TOO_LARGE, TOO_MANY, DAMAGED, ENCODING, QUOTES, WIDE = (
    *("empty", "large", "rows", "damaged", "encoding", "quotes", "wide"),
)
DELIMITERS = ";,\t"
#: Beginnings of two-byte and longer characters in UTF-8, whole.
UTF8_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


@dataclass(frozen=True)
class Bounds:
    """How large a table may be: bytes of the file, its rows, and what unpacking may take."""

    bytes: int = MOST_BYTES
    rows: int = MOST_ROWS
    unpacking: ReadingLimits = LIMITS


#: What people type or export by hand, and what another program hands over.
SMALL = Bounds()
LARGE = Bounds(
    bytes=16 * 1024 * 1024,
    rows=5000 + 1,
    unpacking=ReadingLimits(
        unpacked=64 * 1024 * 1024, members=500, plain=32 * 1024 * 1024, ratio=100
    ),
)


class Unreadable(ValueError):
    """A file that is not read; `code` is one of the above, `line` counts from 1, 0 for the file."""

    def __init__(self, code, line=0):
        super().__init__(code, line)
        self.code = code
        self.line = line


@dataclass(frozen=True)
class Row:
    """One row: the line it stands in, counted from 1, and its cells without outer spaces."""

    line: int
    cells: tuple[str, ...]

    def cell(self, at):
        return self.cells[at] if 0 <= at < len(self.cells) else ""


def rows_of(data, bounds=SMALL):
    """Return the Rows of a file that hold something; raises Unreadable."""
    if not data.strip():
        raise Unreadable(EMPTY)
    if len(data) > bounds.bytes:
        raise Unreadable(TOO_LARGE)
    packed = data.startswith(b"PK\x03\x04")
    found = _workbook(data, bounds.unpacking) if packed else _csv(text_of(data))
    rows = []
    for line, cells in found:
        cells = tuple(cell.strip() for cell in cells)
        if not any(cells):
            continue
        if len(cells) > MOST_CELLS or max(map(len, cells)) > LONGEST_CELL:
            raise Unreadable(WIDE, line)
        rows.append(Row(line, cells))
        if len(rows) > bounds.rows:
            raise Unreadable(TOO_MANY, line)
    if not rows:
        raise Unreadable(EMPTY)
    return rows


def text_of(data):
    """Return the text of a CSV file; raises Unreadable (ENCODING) with the first broken line.

    >>> text_of("Jörg;Möller".encode("cp1252")) == text_of("Jörg;Möller".encode("utf-16"))
    True
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _decoded(data, encoding)
    begin = data[:200]
    if begin.count(0) * 4 >= len(begin):  # UTF-16 without a mark: every other byte is none
        return _decoded(data, "utf-16-be" if data[:1] == b"\0" else "utf-16-le")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if UTF8_LETTER.search(data):  # some of it is UTF-8: two encodings in one file
            raise Unreadable(ENCODING, _line(data[: error.start], b"\n")) from error
        return _decoded(data, "cp1252")
    return _decoded(data, "utf-8")


def _decoded(data, encoding):
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "ignore")
        raise Unreadable(ENCODING, _line(before, "\n")) from error
    if "\0" in text:
        raise Unreadable(ENCODING, _line(text.partition("\0")[0], "\n"))
    return text


def _line(before, newline):
    return before.count(newline) + 1


def _csv(text):
    """Yield (line, cells) of a CSV file, the line being the one in which a row begins."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n", 1)
    said = re.fullmatch(r"sep=(.)", lines[0].strip())  # Excel's own first line
    head = lines[1] if said and len(lines) > 1 else text
    first = re.sub(r'"[^"]*"', "", next((one for one in head.split("\n") if one.strip()), ""))
    delimiter = said[1] if said else max(DELIMITERS, key=first.count)
    reader = csv.reader([f"{one}\n" for one in head.split("\n")], delimiter=delimiter, strict=True)
    skipped = 1 if said else 0
    line = skipped + 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable(QUOTES, line) from error
        yield line, cells
        line = skipped + reader.line_num + 1


def _workbook(data, limits):
    try:
        yield from sheets.rows(BytesIO(data), limits)
    except Refused as refused:
        raise Unreadable(DAMAGED) from refused
