"""Tables from files as people send them: encodings, delimiters, broken lines, workbooks."""

from contextlib import suppress
from hypothesis import given
from hypothesis import strategies as st
from io import BytesIO
from kommunalhub.lib.tables import reading
from kommunalhub.lib.tables.reading import rows_of
from kommunalhub.lib.tables.reading import Unreadable
from kommunalhub.lib.tables.writing import csv_of
from kommunalhub.lib.tables.writing import FORMULA
from xlsxwriter import Workbook

import pytest
import zipfile


TEXT = "Name;E-Mail\r\nJörg Möller;joerg@example.org\r\n\r\n„Ärzt:in“;x@example.org\r\n"
ROWS = [
    (1, ("Name", "E-Mail")),
    (2, ("Jörg Möller", "joerg@example.org")),
    (4, ("„Ärzt:in“", "x@example.org")),
]


def read(data):
    return [(row.line, row.cells) for row in rows_of(data)]


def workbook(rows, first=0):
    target = BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows, first):
            for at, value in enumerate(row):
                if value != "":
                    sheet.write(number, at, value)
    return target.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_usual_encoding_and_delimiter_is_read(encoding, delimiter):
    assert read(TEXT.replace(";", delimiter).encode(encoding)) == ROWS


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "empty", 0),
        (b" \n ;;\n", "empty", 0),
        (b"x" * (reading.MOST_BYTES + 1), "large", 0),
        (b"a;b\n" * 2001, "rows", 2001),
        (b"a" + b";b" * 50, "wide", 1),
        (b"a\n" + b"x" * 5001, "wide", 2),
        (b"Name\nM\xc3\xb6we\nM\xf6we\n", "encoding", 3),  # UTF-8 and CP1252 in one file
        (b"Name\nMia\nM\x81ller\n", "encoding", 3),
        ("Name\nMia\n".encode("utf-16") + b"x", "encoding", 3),
        (b"Name\nMia\0\n" + b" " * 200, "encoding", 2),
        (b'a;b\n"c;d\ne', "quotes", 2),
        (b'a;b\n"c"d;e', "quotes", 2),
        (b"PK\x03\x04 no workbook", "damaged", 0),
    ],
)
def test_what_is_not_read_is_told_by_line(data, code, line):
    with pytest.raises(Unreadable) as error:
        rows_of(data)
    assert (error.value.code, error.value.line) == (code, line)


def test_a_cell_may_have_lines_of_its_own_and_excel_may_say_its_delimiter():
    assert read(b'sep=;\nName;Note\nMia;"two\nlines"\nMax;x\n') == [
        (2, ("Name", "Note")),
        (3, ("Mia", "two\nlines")),
        (5, ("Max", "x")),
    ]


def test_a_workbook_is_read_with_its_rows_and_empty_cells():
    data = workbook([["Name", "", "Zahl"], ["Jörg", "", 12.5], ["", "", ""], ["Mia"]], first=2)
    assert read(data) == [(3, ("Name", "", "Zahl")), (4, ("Jörg", "", "12,5")), (6, ("Mia",))]


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(workbook([["Name"]]))) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                data = data.replace(b"<sheetData>", b"<sheetData>" + b" " * (40 * 1024 * 1024))
            new.writestr(name, data)
    with pytest.raises(Unreadable, match="damaged"):
        rows_of(target.getvalue())


CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=8))
def test_what_is_written_can_be_read_and_runs_nowhere(rows):
    data = csv_of(["A", "B"], rows)
    found = [list(row.cells) for row in rows_of(data)[1:]]
    wanted = [
        [("'" + cell if cell.startswith(FORMULA) else cell).strip() for cell in row] for row in rows
    ]
    assert found == [row for row in wanted if any(row)]
    assert not [cell for row in found for cell in row if cell.startswith(("=", "+", "-", "@"))]


@given(st.binary(max_size=300))
def test_no_file_whatever_does_more_than_be_refused(data):
    with suppress(Unreadable):
        assert rows_of(data)
