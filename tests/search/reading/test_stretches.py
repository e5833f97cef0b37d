"""Long files are read stretch by stretch, to their end, and say the same as if read at once."""

from dataclasses import replace
from io import BytesIO
from kommunalhub.lib.filetext import limits as rules
from kommunalhub.lib.filetext.limits import ReadingLimits
from kommunalhub.search.reading import process
from kommunalhub.search.reading.result import Reading
from lib.filetext.printed import body
from lib.filetext.printed import BOLD
from lib.filetext.printed import line
from lib.filetext.printed import pdf
from search.reading import files

import os
import pytest
import stat


def manual(pages=17):
    """Return a manual with heads, numbers, headings, and words that go on on the next page."""
    made = []
    for number in range(1, pages + 1):
        lines = [line("Handbuch", 800, size=9), *body(720, 8), line(str(number), 40, x=290)]
        if number % 3 == 1:
            lines.insert(1, line(f"Vergabe Teil {chr(65 + number // 3)}", 750, size=16, font=BOLD))
        if number > 1 and number % 4 != 1:
            lines.insert(1, line("lagen werden gezeichnet.", 770))
        if number % 4:
            lines.insert(-1, line("Alle Vor-", 580))
        made.append(lines)
    return pdf(made)


@pytest.mark.parametrize("stretch", [4, 5, 16, 17])
def test_in_stretches_as_at_once(stretch):
    data = manual()
    once = process.read(BytesIO(data), limits=ReadingLimits(), ocr="")
    parted = process.read(BytesIO(data), limits=ReadingLimits(stretch=stretch), ocr="")
    assert (parted.outcome, parted.pages, parted.unit) == (rules.OK, 17, "page")
    assert [part.text for part in parted.parts] == [part.text for part in once.parts]
    assert [part.headings for part in parted.parts] == [part.headings for part in once.parts]
    assert [part.sections for part in parted.parts] == [part.sections for part in once.parts]
    assert parted.picture == once.picture


def test_the_end_of_a_file_that_is_too_long_is_left_out_and_said():
    limits = ReadingLimits(stretch=4, text=4_000)
    reading = process.read(BytesIO(manual()), limits=limits, ocr="")
    assert (reading.outcome, reading.reason) == (rules.OK, "cut")
    assert 1 < max(part.number for part in reading.parts if part.number) < 17
    assert len(reading.text) < 4_500


def test_a_page_has_a_limit_of_its_own():
    pages = [body(), [line("Wort " * 40, 800 - n) for n in range(100)], body()]
    reading = process.read(BytesIO(pdf(pages)), limits=ReadingLimits(page=2_000), ocr="")
    assert all(len(part.text) <= 2_000 for part in reading.parts)
    assert [part.number for part in reading.parts if part.kind == "page"] == [1, 2, 3]
    assert reading.outcome == rules.OK


def test_pages_without_text_before_others():
    pages = [[], [], [], [], body(), body()]
    reading = process.read(BytesIO(pdf(pages)), limits=ReadingLimits(stretch=2), ocr="")
    assert (reading.outcome, [part.number for part in reading.parts]) == (rules.OK, [5, 6])
    nothing = process.read(BytesIO(pdf(pages[:4])), limits=ReadingLimits(stretch=2), ocr="")
    assert (nothing.outcome, nothing.reason) == (rules.EMPTY, "scanned")


def test_scans_are_recognised_in_stretches_and_have_the_headings_of_the_outline(tmp_path):
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nprintf '4.2 Vergabevermerk\\n\\nDer Vermerk liegt vor.\\n'\n")
    os.chmod(program, stat.S_IRWXU)
    outline = [("4.2 Vergabevermerk", 2, 1), ("Anlage", 3, 2), ("Ende", 5, 1)]
    data = pdf([[] for _ in range(5)], outline=outline)
    limits = replace(ReadingLimits(), ocr_stretch=2)
    reading = process.read(BytesIO(data), limits=limits, ocr=str(program))
    assert (reading.outcome, [part.number for part in reading.parts]) == (rules.OK, [1, 2, 3, 4, 5])
    ways = [part.way_at(0) for part in reading.parts]
    assert ways == [
        (),
        ("4.2 Vergabevermerk",),
        ("4.2 Vergabevermerk", "Anlage"),
        ("4.2 Vergabevermerk", "Anlage"),
        ("Ende",),
    ]
    some = process.read(BytesIO(data), limits=replace(limits, ocr_pages=3), ocr=str(program))
    assert (some.reason, len(some.parts)) == ("cut", 3)


def test_a_stretch_that_leads_nowhere_ends(monkeypatch):
    """Whatever the program says, reading goes forward."""
    monkeypatch.setattr(process, "_run", lambda *args, **kwargs: Reading("ok", next={"first": 1}))
    assert process.read(BytesIO(files.pdf("x")), ocr="").next is None
