"""What Office files tell of their text: headings, lists, tables; a long one is several parts."""

from hypothesis import given
from hypothesis import strategies as some
from kommunalhub.lib.filetext import structure
from kommunalhub.lib.filetext.parts import BODY
from kommunalhub.lib.filetext.parts import CONTENTS
from kommunalhub.lib.filetext.parts import INDEX
from kommunalhub.lib.filetext.sink import clean
from kommunalhub.lib.filetext.structure import LONG
from kommunalhub.lib.filetext.structure import pieces
from lib.filetext.printed import parts_of
from search.reading import files

import pytest


LONG_TEXT = (
    "Der Vermerk wird mit jedem Schritt weiter geschrieben und liegt mit dem Zuschlag vor. " * 12
)
#: As Word writes it in German: ids are German, names are not.
STYLES = f"""<w:styles {files.W}>
    <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Amtlich"><w:name w:val="Amtliche Überschrift"/>
        <w:basedOn w:val="Zweite"/></w:style>
    <w:style w:type="paragraph" w:styleId="Zweite"><w:name w:val="Zweite"/>
        <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="a"/><w:basedOn w:val="Kreis"/>
    </w:style></w:styles>"""


def styled(text, style):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def manual(*paragraphs):
    return files.docx("".join(paragraphs), styles=STYLES)


def test_headings_of_word_by_their_styles():
    data = manual(
        styled("Vergabe", "berschrift1"),
        files.paragraph(LONG_TEXT),
        styled("Vermerk", "Amtlich"),
        files.paragraph(LONG_TEXT),
        styled("Haushalt", "berschrift1"),
        styled("Ein Kreis", "Kreis"),
    )
    one, two, three = parts_of(data, "handbuch.docx")
    assert [part.kind for part in (one, two, three)] == ["section"] * 3
    assert [part.number for part in (one, two, three)] == [1, 2, 3]
    assert (one.headings, one.sections) == ((), ((0, ("Vergabe",)),))
    assert (two.headings, two.sections) == (("Vergabe",), ((0, ("Vergabe", "Vermerk")),))
    assert three.way_at(5) == ("Haushalt",)


def test_a_paragraph_that_is_a_heading_by_itself():
    own = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Anlage</w:t></w:r></w:p>'
    (part,) = parts_of(manual(files.paragraph("Vorher"), own, files.paragraph("Nachher")))
    assert (part.kind, part.number, part.text) == ("text", None, "Vorher\n\nAnlage\n\nNachher")
    assert part.sections == ((8, ("Anlage",)),)


def test_contents_of_word_are_a_part_of_their_own():
    data = manual(
        styled("Vergabe 3", "Verzeichnis1"),
        styled("Haushalt 9", "Verzeichnis1"),
        styled("Vergabe", "berschrift1"),
        files.paragraph("Kurz."),
    )
    assert [(part.role, part.text) for part in parts_of(data)] == [
        (CONTENTS, "Vergabe 3\n\nHaushalt 9"),
        (BODY, "Vergabe\n\nKurz."),
    ]


def test_headings_and_lists_of_opendocument():
    body = (
        "<office:text><text:table-of-content><text:p>Vergabe 3</text:p></text:table-of-content>"
        '<text:h text:outline-level="1">Vergabe</text:h><text:p>Kurz.</text:p>'
        '<text:h text:outline-level="2">Vermerk</text:h><text:p>Auch kurz.</text:p>'
        "<text:alphabetical-index><text:p>Antrag, 3</text:p></text:alphabetical-index>"
        "</office:text>"
    )
    one, two, three = parts_of(files.odf("text", body))
    assert (one.role, two.role, three.role) == (CONTENTS, BODY, INDEX)
    assert two.text == "Vergabe\n\nKurz.\n\nVermerk\n\nAuch kurz."
    assert [way for _at, way in two.sections] == [("Vergabe",), ("Vergabe", "Vermerk")]
    assert [two.text[at:].split("\n")[0] for at, _way in two.sections] == ["Vergabe", "Vermerk"]


@pytest.mark.parametrize(
    "data",
    [
        files.docx(
            "<w:tbl>"
            + "".join(
                f"<w:tr>{''.join(f'<w:tc>{files.paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
                for row in (("Produkt", "Ansatz"), ("Dach", "80"))
            )
            + "</w:tbl>"
        ),
        files.odf(
            "text",
            "<office:text><table:table>"
            + "".join(
                "<table:table-row>"
                + "".join(
                    f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row
                )
                + "</table:table-row>"
                for row in (("Produkt", "Ansatz"), ("Dach", "80"))
            )
            + "</table:table></office:text>",
        ),
    ],
    ids=["word", "opendocument"],
)
def test_a_row_of_a_table_is_a_line(data):
    assert [part.text for part in parts_of(data)] == ["Produkt\tAnsatz\nDach\t80"]


def test_paragraphs_of_one_cell_are_one_text():
    cell = f"<w:tc>{files.paragraph('alle Ämter')}{files.paragraph('und Betriebe')}</w:tc>"
    table = f"<w:tbl><w:tr>{cell}<w:tc>{files.paragraph('7')}</w:tc></w:tr></w:tbl>"
    (part,) = parts_of(files.docx(f"{files.paragraph('Davor')}{table}{files.paragraph('Danach')}"))
    assert part.text == "Davor\n\nalle Ämter und Betriebe\t7\n\nDanach"


def test_the_title_of_a_slide_wherever_it_was_written(monkeypatch):
    slide = (
        f"<p:sld {files.P} {files.A}><p:sp>{files.paragraph('Inhalt', 'a')}</p:sp><p:sp><p:nvSpPr>"
        "<p:nvPr><p:ph type='title'/></p:nvPr></p:nvSpPr>"
        f"{files.paragraph('Wann schreiben?', 'a')}{files.paragraph('Immer', 'a')}</p:sp></p:sld>"
    )
    monkeypatch.setattr(files, "slide", lambda text: slide)
    (part,) = parts_of(files.pptx("eine"))
    assert part.headings == ("Wann schreiben?",)
    assert part.text == "Inhalt\n\nWann schreiben?\n\nImmer"


def test_titles_of_opendocument_slides():
    page = (
        '<draw:page><draw:frame presentation:class="title"><text:p>Wann?</text:p></draw:frame>'
        "<draw:frame><text:p>Immer</text:p></draw:frame></draw:page>"
    )
    (part,) = parts_of(
        files.odf("presentation", f"<office:presentation>{page}</office:presentation>")
    )
    assert (part.headings, part.text) == (("Wann?",), "Wann?\n\nImmer")


def test_the_first_line_of_a_slide_without_a_title_is_one():
    frame = "<draw:frame><text:p>{}</text:p></draw:frame>"
    said = ("Wann schreiben?", "Immer")
    page = f"<draw:page>{''.join(map(frame.format, said))}</draw:page>"
    data = files.odf("presentation", f"<office:presentation>{page}</office:presentation>")
    (part,) = parts_of(data)
    assert part.headings == ("Wann schreiben?",)


def test_names_of_sheets_are_headings():
    one, other = parts_of(files.xlsx(Haushalt=[["Dach", 80]], Stellen=[["Bauhof", 2]]))
    assert (one.headings, other.headings) == (("Haushalt",), ("Stellen",))
    assert one.text == "Haushalt\n\nDach\t80"


def test_long_text_without_headings_is_cut_between_paragraphs():
    text = "\n\n".join(f"{n} {LONG_TEXT}" for n in range(12))
    parts = parts_of(text.encode(), "notiz.txt")
    assert len(parts) > 1
    assert all(len(part.text) <= LONG and part.text[0].isdigit() for part in parts)


PARAGRAPHS = some.lists(
    some.tuples(
        some.sampled_from(["", structure.LISTED, *map(structure.heading, (1, 2, 3))]),
        some.text(some.sampled_from("abc .\x1f\n\t"), max_size=40),
    ),
    max_size=30,
)


@given(PARAGRAPHS)
def test_no_letter_is_lost_and_places_lie_in_the_text(paragraphs):
    text = structure.PARAGRAPH_END.join(mark + said for mark, said in paragraphs)
    found, _way = pieces(text, clean)
    letters = "".join(filter(str.isalpha, text))
    assert "".join(filter(str.isalpha, "".join(said for said, *_more in found))) == letters
    for said, _headings, sections, _role in found:
        places = [at for at, _way in sections]
        assert places == sorted(set(places))
        assert all(said[at:].startswith(way[-1].split()[0]) for at, way in sections)
