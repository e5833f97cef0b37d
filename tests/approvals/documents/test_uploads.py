"""Which files a case takes."""

from kommunalhub.approvals.documents import uploads
from kommunalhub.approvals.documents.files import has_macros_in
from pathlib import Path
from zope.i18n import translate

import pytest


LIMITS = uploads.UploadLimits(megabytes=1, kinds=("pdf", "docx", "txt", "exe"))
PDF = b"%PDF-1.7"
CASES = Path(__file__).parents[2] / "search" / "reading" / "cases"


@pytest.mark.parametrize(
    ("filename", "size", "head"),
    [
        ("Gutachten Dach.pdf", 12, PDF),
        ("GUTACHTEN.PDF", uploads.MEGABYTE, PDF),
        ("Übersicht.docx", 12, b"PK\x03\x04...."),
        ("notiz.txt", 1, b"x"),
        (r"C:\Akten\Gutachten.pdf", 12, PDF),
        ("vom Drucker.pdf", 99, b"\x1b%-12345X@PJL\r\n%PDF-1.7"),
        ("Gutachten\u202e.pdf", 12, PDF),
    ],
)
def test_what_a_case_takes(filename, size, head):
    assert uploads.problem(filename, size, head, LIMITS) is None


@pytest.mark.parametrize(
    ("filename", "size", "head", "says"),
    [
        ("", 0, b"", "wählen Sie zuerst"),
        (None, 0, b"", "wählen Sie zuerst"),
        ("leer.pdf", 0, b"", "ist leer"),
        ("gross.pdf", uploads.MEGABYTE + 1, PDF, "bis zu 1 MB"),
        ("seite.html", 12, b"<html>", "Dateiart"),
        ("bild.svg", 12, b"<svg>", "Dateiart"),
        ("ohne", 12, b"abc", "Dateiart"),
        ("virus.exe", 12, b"MZ", "Dateiart"),
        ("gutachten.pdf.html", 12, PDF, "Dateiart"),
        ("falsch.pdf", 12, b"<html>", "enthält nicht"),
        ("vorlage.docm", 12, b"PK\x03\x04....", "enthält Makros"),
    ],
)
def test_what_it_does_not_take_and_why(integration, filename, size, head, says):
    found = uploads.problem(filename, size, head, LIMITS)
    assert says in translate(found, target_language="de")


def test_the_content_type_follows_from_the_name_alone():
    assert uploads.content_type("a.PDF") == "application/pdf"
    assert uploads.content_type("a.html") == "application/octet-stream"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("odt-mit-basic-makro.odt", True),
        ("vorlage-mit-makro.docm", True),
        ("odt-textfeld.odt", False),
    ],
)
def test_macros_are_found_inside(integration, name, found):
    with (CASES / name).open("rb") as file:
        assert has_macros_in(file) is found
    problem = uploads.problem("x.docx", 12, b"PK\x03\x04....", LIMITS, has_macros=found)
    assert (problem is not None) is found
