"""Files that are broken or want to break something; each stays within its limits."""

from dataclasses import replace
from io import BytesIO
from kommunalhub.lib.filetext import limits as rules
from kommunalhub.lib.filetext.limits import MEGABYTE
from kommunalhub.lib.filetext.limits import ReadingLimits
from kommunalhub.search.reading.process import read
from pathlib import Path
from search.reading import files
from time import sleep

import os
import pytest
import shutil
import stat
import sys


LIMITS = ReadingLimits()


def reading_of(data, name="datei", limits=LIMITS):
    """Read a file; whatever it is, it keeps to its limits."""
    reading = read(BytesIO(data), name, limits, ocr="")
    assert reading.memory is None or reading.memory <= limits.memory
    assert reading.seconds <= limits.cpu + 2
    assert len(reading.text) <= limits.text + len(reading.parts)
    return reading


def outcome(data, name="datei", limits=LIMITS):
    reading = reading_of(data, name, limits)
    return reading.outcome, reading.reason


def test_zip_bomb():
    data = files.zip_bomb()
    assert len(data) < MEGABYTE
    assert outcome(data, "bombe.docx") == (rules.TOO_LARGE, "unpacked")


def test_zip_bomb_that_hides_how_large_it_is():
    small_ratio = replace(LIMITS, ratio=100_000, unpacked=50 * MEGABYTE)
    reading = reading_of(files.zip_bomb(100), limits=small_ratio)
    assert (reading.outcome, reading.reason) == (rules.TOO_LARGE, "unpacked")
    assert reading.memory < 300 * MEGABYTE


def test_flate_bomb():
    data = files.flate_bomb()
    assert len(data) < MEGABYTE
    reading = reading_of(data, "bombe.pdf")
    assert reading.outcome in (rules.TOO_LARGE, rules.EMPTY, rules.TIMEOUT)
    assert reading.parts == ()


def test_flate_bomb_behind_a_good_page():
    """What was read before the bomb is kept."""
    bomb = files.packed(b"(x) Tj ", 200)
    good = b"BT /F1 12 Tf 20 720 Td (Gute Seite) Tj ET"
    data = files.pdf("Gute Seite", "Bombe")
    assert good in data
    last = data.index(b"(Bombe)")
    start = data.rindex(b"<<", 0, data.rindex(b"stream", 0, last))
    end = data.index(b"endobj", last)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\n" % (len(bomb), bomb)
    reading = reading_of(data[:start] + stream + data[end:], limits=replace(LIMITS, cpu=10))
    assert reading.outcome in (rules.TOO_LARGE, rules.TIMEOUT, rules.OK)
    assert reading.parts[0].text == "Gute Seite"


@pytest.mark.parametrize("data", [files.entity_bomb(), files.foreign_entity()])
def test_entities(data):
    reading = reading_of(data, "bombe.docx")
    assert (reading.outcome, reading.reason) == (rules.UNSUPPORTED, "entities")
    assert reading.text == ""
    assert reading.memory < 200 * MEGABYTE


def test_entity_bomb_in_html_is_but_text():
    data = f"<html>{files.BILLION_LAUGHS}<p>&j; Ende</p></html>".encode()
    reading = reading_of(data, "bombe.html")
    assert reading.outcome == rules.OK
    assert len(reading.text) < 1000


def test_three_hundred_pages():
    line = "Die Gemeindevertretung beschliesst den Haushalt. " * 30
    reading = reading_of(files.pdf(*(f"Seite {n}: {line}" for n in range(1, 301))))
    assert reading.outcome == rules.OK
    assert [part.number for part in reading.parts] == list(range(1, 301))
    assert reading.parts[299].text.startswith("Seite 300:")


def test_ten_thousand_tiny_files():
    members = {f"word/media/{n}.xml": b"x" for n in range(10_000)}
    data = files.package({"word/document.xml": "<x/>", **members})
    assert outcome(data, "viele.docx") == (rules.TOO_LARGE, "members")


def test_wrong_extension():
    """The content decides, not the name."""
    reading = reading_of(files.pdf("Eigentlich ein PDF"), "vortrag.pptx")
    assert (reading.outcome, reading.kind, reading.text) == ("ok", "pdf", "Eigentlich ein PDF")


@pytest.mark.parametrize(
    "name, expected",
    [
        ("bild.docx", (rules.UNSUPPORTED, "other_content")),
        ("bild.txt", (rules.UNSUPPORTED, "not_text")),
        ("bild.png", (rules.UNSUPPORTED, "kind")),
        ("bild", (rules.UNSUPPORTED, "kind")),
    ],
)
def test_something_else_than_its_name_says(name, expected):
    data = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
    assert outcome(data, name) == expected


@pytest.mark.parametrize("name", ["leer.pdf", "leer.docx", "leer.txt", ""])
def test_zero_bytes(name):
    assert outcome(b"", name) == (rules.EMPTY, "no_bytes")


def test_nothing_but_zeros():
    assert outcome(b"\0" * 100_000, "nullen.pdf") == (rules.DAMAGED, "zeros")


def test_password():
    manifest = '<manifest xmlns="m"><file-entry><encryption-data/></file-entry></manifest>'
    odt = files.odf("text", "", manifest=manifest)
    for data in (files.encrypted_pdf(), files.encrypted_docx(), odt):
        assert outcome(data) == (rules.ENCRYPTED, "password")


def test_pdf_that_only_forbids_printing():
    assert reading_of(files.encrypted_pdf(password="")).text == "Streng geheim"


def test_old_word_file():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000
    assert outcome(data, "alt.doc") == (rules.UNSUPPORTED, "old_format")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
@pytest.mark.parametrize(
    "data",
    [
        files.pdf("eins", "zwei"),
        files.docx(),
        files.pptx("eins"),
        files.xlsx(Blatt=[["eins"]]),
        files.odf("text", "<office:text><text:p>eins</text:p></office:text>"),
        rb"{\rtf1\ansi eins {zwei drei} und {vier {fuenf}}}",
    ],
    ids=["pdf", "docx", "pptx", "xlsx", "odt", "rtf"],
)
def test_truncated(data, share):
    """A PDF may be mended as far as it goes; the others are told to be damaged."""
    data = data[: int(len(data) * share)]
    if data == rb"{\rt":  # too little is left to tell what it was
        assert outcome(data, "abgebrochen.docx") == (rules.UNSUPPORTED, "other_content")
        return
    reading = reading_of(data, "abgebrochen.docx")
    assert reading.outcome in (
        rules.DAMAGED,
        *([rules.OK, rules.EMPTY] if data[:1] == b"%" else []),
    )


def test_broken_slide_keeps_the_others():
    data = files.pptx("Erste", "Zweite & kaputt", "Dritte")
    reading = reading_of(data)
    assert (reading.outcome, reading.reason) == (rules.DAMAGED, "markup")
    assert [part.text for part in reading.parts] == ["Erste"]


@pytest.mark.parametrize("depth", [2_000, 200_000])
def test_deep_nesting(depth):
    body = "<w:p>" * depth + "</w:p>" * depth
    assert outcome(files.docx(body)) == (rules.UNSUPPORTED, "nested")
    assert outcome(rb"{\rtf1 " + b"{" * depth + b"}" * depth + b"}") == (
        rules.UNSUPPORTED,
        "nested",
    )
    html = "<html>" + "<div>" * depth + "tief" + "</div>" * depth
    assert reading_of(html.encode()).text == "tief"


def test_pdf_with_arrays_in_arrays():
    data = files.pdf("x").replace(b"/Type /Catalog", b"/Type /Catalog /X " + b"[" * 50_000)
    reading = reading_of(data)
    assert reading.outcome in (rules.OK, rules.DAMAGED)


def test_hundred_megabytes_of_text():
    data = ("Das ist eine Zeile mit Wörtern.\n".encode() * (LIMITS.file // 33 + 1))[: LIMITS.file]
    reading = reading_of(data, "lang.txt")
    assert (reading.outcome, reading.reason) == (rules.OK, "cut")
    assert len(reading.text) == LIMITS.text
    assert reading.memory < 400 * MEGABYTE


def test_larger_than_any_file_may_be():
    assert outcome(b"x" * 1001, limits=replace(LIMITS, file=1000)) == (rules.TOO_LARGE, "file")


def test_names_that_lead_out_of_the_archive(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    target = "../../../../../../../../tmp/kommunalhub-entkommen.xml"
    data = files.package(
        {
            target: f"<w:document {files.W}>{files.paragraph('Hier')}</w:document>",
            "/etc/passwd": "<x/>",
            "_rels/.rels": files.rels(r1=("officeDocument", target)),
            "word/document.xml": "<x/>",
        }
    )
    assert reading_of(data).text == "Hier"
    assert not os.path.exists("/tmp/kommunalhub-entkommen.xml")
    assert os.listdir(tmp_path) == []


def test_part_that_is_missing():
    data = files.pptx("Erste").replace(b"slides/slide1.xml", b"slides/slideX.xml")
    assert outcome(data)[0] == rules.DAMAGED


def test_archive_that_is_no_office_file():
    assert outcome(files.package({"a.txt": "a"}), "a.zip") == (rules.UNSUPPORTED, "archive")


def test_many_references_to_one_long_text():
    rows = [["x" * 100_000]]
    once = files.xlsx(Blatt=rows)
    cell = '<c t="s"><v>0</v></c>'
    data = f"<worksheet {files.S}><row>{cell * 100_000}</row></worksheet>"
    members = {"xl/worksheets/sheet1.xml": data}
    with files.ZipFile(BytesIO(once)) as archive:
        for name in archive.namelist():
            members.setdefault(name, archive.read(name))
    assert outcome(files.package(members)) == (rules.OK, "cut")


def test_pictures_of_text_without_tesseract():
    assert outcome(files.scanned_pdf()) == (rules.EMPTY, "scanned")


def test_pictures_of_text_with_tesseract(tmp_path):
    """A program in the place of tesseract, that gets a picture and says what it sees."""
    program = tmp_path / "tesseract"
    program.write_text('#!/bin/sh\nhead -c 2 "$1"; echo " auf dem Bild, Sprache $4"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    reading = read(BytesIO(files.scanned_pdf()), "scan.pdf", ocr=str(program))
    assert (reading.outcome, reading.text) == (rules.OK, "P5 auf dem Bild, Sprache deu")
    assert reading.parts[0].number == 1


def test_tesseract_that_fails_is_asked_once_and_named_in_the_log(tmp_path, caplog):
    """As it does without German."""
    program, calls = tmp_path / "tesseract", tmp_path / "calls"
    program.write_text(f'#!/bin/sh\necho . >> "{calls}"\nexit 1\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    data = files.scan("Öffentlich", pages=3)
    reading = read(BytesIO(data), "scan.pdf", ocr=str(program))
    assert (reading.outcome, reading.reason) == (rules.EMPTY, "recognition")
    assert reading.picture
    assert calls.read_text() == ".\n"
    assert "is its language deu installed?" in caplog.text


@pytest.mark.skipif(not shutil.which("tesseract"), reason="above with a program in its place")
def test_a_scanned_letter_with_the_real_tesseract():
    lines = (
        "Öffentliche Bekanntmachung der Fördermittelberatung",
        "Straßenausbaubeiträge für das Feuerwehrgerätehaus",
    )
    reading = read(BytesIO(files.scan(*lines, pages=2)), "scan.pdf", ocr=None)
    assert (reading.outcome, reading.unit) == (rules.OK, "page")
    assert [part.text for part in reading.parts] == ["\n".join(lines)] * 2


def test_tesseract_that_hangs_is_ended_with_all_it_started(tmp_path):
    program = tmp_path / "tesseract"
    mark = tmp_path / "pid"
    program.write_text(f'#!/bin/sh\necho $$ > "{mark}"\nexec sleep 600\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    reading = read(BytesIO(files.scanned_pdf()), "scan.pdf", replace(LIMITS, ocr=3), str(program))
    assert (reading.outcome, reading.reason) == (rules.TIMEOUT, "wall")
    assert is_gone(int(mark.read_text()))


def is_gone(pid):
    """Return whether a process has ended, also where nobody has asked yet how."""
    for _attempt in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        sleep(0.02)
    return False


def test_time_is_up():
    slow = replace(LIMITS, wall=0)
    assert outcome(files.pdf("Text"), limits=slow) == (rules.TIMEOUT, "wall")


def test_memory_is_up():
    data = rb"{\rtf1 " + b"Zeile\n" * (10 * MEGABYTE) + b"}"
    assert outcome(data, limits=replace(LIMITS, memory=100 * MEGABYTE))[0] == rules.TOO_LARGE


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_secrets_of_the_site_stay_there(monkeypatch):
    from kommunalhub.search.reading.child import environment

    monkeypatch.setenv("DATABASE_PASSWORD", "geheim")
    assert "geheim" not in str(environment("/tmp"))
