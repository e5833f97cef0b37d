"""What the look of printed pages tells, each with a small file."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as some
from kommunalhub.lib.filetext.layout.arranging import Arranger
from kommunalhub.lib.filetext.layout.lines import Line
from kommunalhub.lib.filetext.layout.lines import Page
from kommunalhub.lib.filetext.parts import BODY
from kommunalhub.lib.filetext.parts import CONTENTS
from kommunalhub.lib.filetext.parts import FRONT
from kommunalhub.lib.filetext.parts import INDEX
from lib.filetext.printed import body
from lib.filetext.printed import BOLD
from lib.filetext.printed import line
from lib.filetext.printed import pages_of
from lib.filetext.printed import parts_of
from lib.filetext.printed import pdf
from lib.filetext.printed import REGULAR
from lib.filetext.printed import STEP

import pytest


def listing(entries, y=700, dots=" . . . . . . . . . . . "):
    return [line(f"{title}{dots}{page}", y - n * STEP) for n, (title, page) in enumerate(entries)]


ENTRIES = [(f"{n} Verfahren nach Paragraf {n}", 2 * n) for n in range(1, 12)]


def roles(pages, **more):
    return [part.role for part in pages_of(pdf(pages, **more))]


# heads and feet


def test_heads_and_feet_are_left_out_and_known_once():
    pages = [
        [
            line("Handbuch Beschaffung", 800, size=9),
            *body(),
            line("Stadt Oldenburg", 40, size=9),
            line(f"{number} / 6", 40, x=500, size=9),
        ]
        for number in range(1, 7)
    ]
    parts = parts_of(pdf(pages))
    assert [part.number for part in parts] == [1, 2, 3, 4, 5, 6, None]
    assert all("Handbuch" not in part.text for part in parts[:-1])
    assert all("Stadt" not in part.text and "/ 6" not in part.text for part in parts[:-1])
    assert (parts[-1].kind, parts[-1].role) == ("margins", FRONT)
    assert parts[-1].text == "Handbuch Beschaffung\nStadt Oldenburg"


def test_heads_that_name_the_chapter_and_the_page():
    pages = [
        [line(f"Kapitel {1 + number // 4}: Vergabe {number}", 800, size=9), *body()]
        for number in range(1, 13)
    ]
    assert all("Kapitel" not in part.text for part in pages_of(pdf(pages)))


def test_numbers_of_pages_alone():
    pages = [[*body(), line(f"- {number} -", 40, x=290)] for number in range(1, 6)]
    assert all(part.text.startswith("Der Vermerk") for part in pages_of(pdf(pages)))
    assert not any("- " in part.text for part in pages_of(pdf(pages)))


def test_first_lines_of_text_are_no_heads():
    pages = [
        [line(f"{word} steht ganz oben auf dem Blatt und geht weiter", 800), *body(786)]
        for word in ("Zuerst", "Danach", "Später", "Dann", "Zuletzt")
    ]
    assert [part.text.split()[0] for part in pages_of(pdf(pages))] == [
        *("Zuerst", "Danach", "Später", "Dann", "Zuletzt")
    ]


def test_what_stands_on_top_now_and_then_is_no_head():
    pages = [
        [
            line("Anmerkung" if at % 9 == 0 else f"Absatz {chr(65 + at)} geht weiter", 800),
            *body(780),
        ]
        for at in range(25)
    ]
    assert sum("Anmerkung" in part.text for part in pages_of(pdf(pages))) == 3


def test_a_page_that_says_nothing_else_says_its_head():
    pages = [[line("Entwurf", 800)] for _ in range(4)]
    assert [part.text for part in pages_of(pdf(pages))] == ["Entwurf"] * 4


# lists


def test_contents_with_dots_neither_lead_nor_keep_their_dots():
    contents = [line("Inhaltsverzeichnis", 740, size=18), *listing(ENTRIES)]
    first, second, *_others = pages_of(pdf([[line("Handbuch", 400, size=30)], contents, body()]))
    assert (first.role, second.role) == (BODY, CONTENTS)
    assert "1 Verfahren nach Paragraf 1 2" in second.text
    assert ". ." not in second.text


@pytest.mark.parametrize("title", ["Abbildungsverzeichnis", "Verzeichnis der Tabellen", "Inhalt"])
def test_lists_of_other_things(title):
    pages = [[line(title, 740, size=18), *listing(ENTRIES, dots="   ")], *[body()] * 6]
    assert roles(pages)[0] == CONTENTS


def test_contents_go_on_on_the_next_page():
    one = [line("Inhalt", 740, size=18), *listing(ENTRIES)]
    other = listing([(f"{n} Weiteres zur Vergabe", 30 + n) for n in range(12, 20)], dots="  ")
    assert roles([one, other, *[body()] * 4]) == [CONTENTS, CONTENTS, *[BODY] * 4]


def test_contents_by_the_outline_without_dots_and_title():
    outline = [(title, 4, 1) for title, _page in ENTRIES]
    outline[0] = (ENTRIES[0][0], 3, 1)
    pages = [*[body()] * 20, listing(ENTRIES, dots="   "), *[body()] * 9]
    assert roles(pages, outline=outline)[20] == CONTENTS


def test_list_and_text_on_one_page_are_two_parts():
    page = [line("Inhalt", 780, size=18), *listing(ENTRIES, 750), *body(560)]
    one, other = pages_of(pdf([page]))
    assert (one.number, one.role, other.number, other.role) == (1, CONTENTS, 1, BODY)
    assert other.text.startswith("Der Vermerk wird")
    assert "Paragraf 11 22" in one.text


def test_a_table_with_numbers_is_no_list_of_contents():
    rows = [
        line(f"Haushaltsstelle {n}   {value}", 700 - n * STEP)
        for n, value in enumerate((830, 12, 455, 7, 902, 31, 480, 66))
    ]
    assert roles([body(), [*body(760, 3), *rows], *[body()] * 5]) == [BODY] * 7


def test_index_at_the_end():
    words = ("Antrag", "Bescheid", "Bindefrist", "Frist", "Losverfahren", "Prüfung", "Zuschlag")
    index = [line(f"{word}, 3, {4 + n}, 7f.", 700 - n * STEP) for n, word in enumerate(words)]
    assert roles([*[body()] * 6, [line("Stichwortverzeichnis", 740, size=18), *index]])[-1] == INDEX
    assert roles([*[body()] * 6, index])[-1] == INDEX


def test_title_page_and_imprint():
    title = [line("Handbuch Beschaffung", 500, size=28), line("Stand Oktober 2026", 460)]
    imprint = [
        line(text, 300 - n * STEP)
        for n, text in enumerate(
            (
                "Herausgeber: Stadt Oldenburg",
                "Redaktion: Hauptamt",
                "Druck: Eigendruck",
                "2. Auflage",
            )
        )
    ]
    assert roles([title, imprint, *[body()] * 6]) == [FRONT, FRONT, *[BODY] * 6]


def test_a_list_of_books_is_no_imprint():
    books = [
        line(
            f"[{n}] Vergaberecht, {n}. Auflage, Verlag Nord, ISBN 978-3-540-0071{n}", 700 - n * STEP
        )
        for n in range(1, 8)
    ]
    assert roles([*[body()] * 6, [line("Literatur", 740, size=18), *books]]) == [BODY] * 7


def test_a_page_with_nothing_but_its_number_says_nothing():
    pages = [
        [*body(), line(str(n), 160, x=290)] if n != 3 else [line("3", 160)] for n in range(1, 7)
    ]
    parts = pages_of(pdf(pages))
    assert [part.number for part in parts] == [1, 2, 4, 5, 6]
    assert not any(part.text[-1].isdigit() for part in parts)


def test_a_short_file_has_no_title_page():
    assert roles([[line("Einladung", 700, size=20)], body()]) == [BODY, BODY]


# headings


def test_headings_of_the_outline_stand_where_their_titles_are():
    page = [
        line("4.2 Vergabevermerk", 760, size=14, font=BOLD),
        *body(730, 6),
        line("4.3 Aufbewahrung", 600, size=14, font=BOLD),
        *body(570, 6),
    ]
    outline = [
        ("Kapitel 4", 1, 1),
        ("Vergabevermerk", 2, 2),
        ("4.3 Aufbewahrung", 2, 2),
        ("Kapitel 5", 3, 1),
    ]
    first, second, third = pages_of(pdf([body(), page, body()], outline=outline))
    assert first.sections == ((0, ("Kapitel 4",)),)
    assert second.headings == ("Kapitel 4",)
    assert [way for _at, way in second.sections] == [
        ("Kapitel 4", "4.2 Vergabevermerk"),
        ("Kapitel 4", "4.3 Aufbewahrung"),
    ]
    assert second.text[second.sections[1][0] :].startswith("4.3 Aufbewahrung\n\nDer Vermerk")
    assert third.headings == ("Kapitel 4", "4.3 Aufbewahrung")
    assert third.way_at(3) == ("Kapitel 5",)


def test_headings_by_their_type():
    page = [
        line("Vergabe", 780, size=20, font=BOLD),
        *body(750, 5),
        line("Wann schreiben?", 660, size=14, font=BOLD),
        *body(640, 5),
        line("Aufbewahrung", 540, font=BOLD),
        *body(520, 5),
    ]
    (part,) = pages_of(pdf([page]))
    assert [way for _at, way in part.sections] == [
        ("Vergabe",),
        ("Vergabe", "Wann schreiben?"),
        ("Vergabe", "Wann schreiben?", "Aufbewahrung"),
    ]


def test_numbers_tell_the_level_of_a_heading():
    page = [
        line("1 Vergabe", 780, size=14, font=BOLD),
        *body(760, 3),
        line("1.1 Vermerk", 700, size=14, font=BOLD),
        *body(680, 3),
        line("2 Haushalt", 620, size=14, font=BOLD),
        *body(600, 3),
    ]
    (part,) = pages_of(pdf([page]))
    assert [way for _at, way in part.sections] == [
        ("1 Vergabe",),
        ("1 Vergabe", "1.1 Vermerk"),
        ("2 Haushalt",),
    ]


def test_bold_words_in_the_text_are_no_headings():
    lines = body(700, 6)
    lines[3] = line(
        "Wichtig ist, dass niemand bis zum Ende des Verfahrens damit wartet,", 658, font=BOLD
    )
    (part,) = pages_of(pdf([lines]))
    assert part.sections == ()


def test_headings_that_a_file_tells_by_its_tags():
    lines = [
        line("Vergabe", 780),
        *body(760, 2),
        line("Wann der Vermerk", 720),
        line("geschrieben wird", 706),
        *body(690, 2),
        line("Fett und kein Titel", 640, size=16, font=BOLD),
    ]
    tags = ["H1", "P", "P", "H2", "H2", "P", "P", "P"]
    (part,) = pages_of(pdf([lines], tags=tags))
    assert [way for _at, way in part.sections] == [
        ("Vergabe",),
        ("Vergabe", "Wann der Vermerk geschrieben wird"),
    ]
    assert [part.text[at:][:4] for at, _way in part.sections] == ["Verg", "Wann"]


def test_a_chapter_and_its_title_are_one_heading():
    page = [
        line("Kapitel 4", 780, size=20, font=BOLD),
        line("Vergabevermerk", 740, size=26, font=BOLD),
        *body(700, 6),
    ]
    (part,) = pages_of(pdf([page]))
    assert part.sections == ((0, ("Kapitel 4 Vergabevermerk",)),)


# paragraphs, columns, tables


def test_paragraphs():
    (part,) = pages_of(pdf([[*body(700, 3), *body(640, 3)]]))
    assert part.text.count("\n\n") == 1
    assert "weiter geschrieben und liegt mit dem Zuschlag vollständig vor." in part.text


def test_words_divided_at_the_end_of_a_line_and_of_a_page():
    one = [line("Die Vor-", 700), line("lage geht an den Aus-", 686), line("7", 40, x=290)]
    other = [line("schuss und den Rat.", 780), line("8", 40, x=290)]
    first, second = pages_of(pdf([one, other]))
    assert first.text == "Die Vorlage geht an den Ausschuss"
    assert second.text == "und den Rat."


def test_two_columns_written_one_after_the_other():
    left, right = body(700, 10, x=50, size=5), body(700, 10, x=310, size=5)
    (part,) = pages_of(pdf([[*left, line("ENDE links", 560, x=50, size=5), *right]]))
    assert part.text.index("ENDE links") < part.text.rindex("Der Vermerk")
    assert "\t" not in part.text


def test_two_columns_written_across():
    lines = [
        line(f"{side} {n} steht hier als Satz für sich", 700 - n * STEP, x)
        for n in range(14)
        for side, x in (("Links", 50), ("Rechts", 310))
    ]
    (part,) = pages_of(pdf([lines]))
    assert part.text.index("Links 13") < part.text.index("Rechts 0")


def test_a_row_of_a_table_stays_one():
    rows = [("Produkt", "Ansatz", "Plan"), ("Brandschutz", "4.500", "5.000"), ("Dach", "80", "95")]
    lines = [
        line(cell, 650 - n * STEP, 70 + 150 * at)
        for n, row in enumerate(rows)
        for at, cell in enumerate(row)
    ]
    (part,) = pages_of(pdf([[*body(720, 3), *lines]]))
    assert part.text.endswith("\n\nProdukt\tAnsatz\tPlan\nBrandschutz\t4.500\t5.000\nDach\t80\t95")


def test_a_cell_of_several_lines_stays_in_its_row():
    lines = [
        *(line("Frist", 650, 70), line("bis zum 31.12.", 650, 250), line("des Jahres", 636, 250)),
        *(line("Form", 610, 70), line("schriftlich", 610, 250)),
    ]
    cells = [line("Wer", 690, 70), line("alle Ämter", 676, 70), line("und Betriebe", 662, 70)]
    cells.append(line("Stelle 7", 690, 250))
    (part,) = pages_of(pdf([[*body(780, 3), *cells, *lines]]))
    assert "Wer alle Ämter und Betriebe\tStelle 7" in part.text
    assert "Frist\tbis zum 31.12. des Jahres\nForm\tschriftlich" in part.text


def test_notes_and_captions_stand_apart():
    lines = [
        *body(700, 3),
        line("Abbildung 3: Der Weg einer Vergabe", 658),
        line("1 Siehe die Richtlinie des Landes.", 120, size=8),
    ]
    (part,) = pages_of(pdf([lines]))
    assert "\n\nAbbildung 3: Der Weg einer Vergabe\n\n1 Siehe" in part.text


@pytest.mark.parametrize(
    ("rotate", "matrix"),
    [(0, ""), (90, "0 1 -1 0 595 0 cm"), (270, "0 -1 1 0 0 842 cm"), (0, "0 1 -1 0 595 0 cm")],
)
def test_turned_pages_are_read_like_others(rotate, matrix):
    page = [line("Vergabe", 500, size=20, font=BOLD), *body(470, 4)]
    (part,) = pages_of(pdf([page], rotate=rotate, matrix=matrix))
    assert part.sections == ((0, ("Vergabe",)),)
    assert part.text.count("\n\n") == 1


def test_pictures_of_telephones_move_nothing():
    """They take two places each in PDFium's count."""
    page = [
        line("~ ~ ~ ~ Vergabe", 780, size=20, font=REGULAR),
        *body(750, 3),
        line("Produkt", 660),
        line("Ansatz", 660, x=300),
        line("~ Dach", 646),
        line("80", 646, x=300),
    ]
    (part,) = pages_of(pdf([page], has_phone=True))
    assert part.sections == ((0, ("📞 📞 📞 📞 Vergabe",)),)
    assert part.text.endswith("Produkt\tAnsatz\n📞 Dach\t80")


# language


def test_language_of_each_page():
    english = [
        line("The note is to be written with each step of the procedure, and it has to be", 700),
        line("complete when the contract is awarded. It is not enough to do that at the end.", 686),
    ]
    assert [part.language for part in pages_of(pdf([body(), english, body()]))] == [
        "de",
        "en",
        "de",
    ]


# whatever it looks like

words = some.text(some.sampled_from("abdeöst.,-0123456789 "), min_size=1, max_size=30)
lines = some.builds(
    lambda text, x, y, size, bold: Line(text, x, x + 5 * len(text), y, y + size, size, bold, (x,)),
    words,
    *(some.integers(0, 500), some.integers(0, 830), some.sampled_from([8, 10, 14])),
    some.booleans(),
)


@settings(deadline=None)
@given(some.lists(some.lists(lines, max_size=12), min_size=1, max_size=6))
def test_no_word_is_lost_but_numbers_of_pages_and_dots(pages):
    made = [Page(n, 595, 842, tuple(said)) for n, said in enumerate(pages, 1)]
    arranger = Arranger(len(made))
    parts = list(arranger.parts(made))
    margins = arranger.margins()
    kept = "".join(part.text for part in (*parts, *((margins,) if margins else ())))
    said = [one.text for page in pages for one in page]
    assert {letter for text in said for letter in text if letter.isalpha()} <= set(kept)
    for part in parts:
        places = [at for at, _way in part.sections]
        assert places == sorted(set(places))
        assert all(0 <= at < max(1, len(part.text)) for at in places)
    if margins is None:  # else heads that come again are kept once
        assert sorted(filter(str.isalpha, kept)) == sorted(filter(str.isalpha, "".join(said)))
