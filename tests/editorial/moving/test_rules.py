"""Addresses, headings, names and what becomes of a piece: pure."""

from base64 import b64encode
from editorial.moving import making
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.moving import addresses
from kommunalhub.editorial.moving import rules
from kommunalhub.editorial.moving.reader import html as pages
from kommunalhub.editorial.moving.reader.refusing import Refused

import pytest


OLD = "https://www.lensahn.example/alt"


@pytest.mark.parametrize(
    ("address", "noted"),
    [
        ("frist.html", "/-moved-/dienste/frist.html"),
        ("../bilder/a b.png", "/-moved-/bilder/a%20b.png"),
        ("/alt/start.html", "/-moved-/start.html"),
        ("../../../start.html", f"{OLD[:27]}/start.html"),
        ("http://lensahn.example/alt/dienste/", "/-moved-/dienste"),
        ("https://www.lensahn.example/neu/x.html", "https://www.lensahn.example/neu/x.html"),
        ("suche.php?wort=pass", f"{OLD}/dienste/suche.php?wort=pass"),
        ("../resolveuid/" + "AB" * 16 + "/@@images/image/mini", "/-moved-/resolveuid/" + "ab" * 16),
        ("mailto:amt@lensahn.example", "mailto:amt@lensahn.example"),
        ("//anders.example/x", "https://anders.example/x"),
        ("#frist", "#frist"),
        ("http://[kaputt", None),
        ("", None),
    ],
)
def test_an_address_names_a_piece_or_leads_elsewhere(address, noted):
    assert addresses.noted(address, "dienste/pass.html", OLD) == noted


def test_without_an_old_address_what_leads_nowhere_is_no_link():
    noted = addresses.noted("weg.html", "a.html")
    html, missing = addresses.filled_in(f'<p><a href="{noted}">Weg</a></p>', {}.get)
    assert (html, missing) == ("<p><a>Weg</a></p>", ["weg.html"])
    picture = '<p><img alt="a > b" src="/-moved-/weg.png">Text</p>'
    assert addresses.filled_in(picture, {}.get) == ("<p>Text</p>", ["weg.png"])


def test_with_one_it_leads_to_where_it_was():
    html, _missing = addresses.filled_in('<a href="/-moved-/weg.html">Weg</a>', {}.get, OLD)
    assert html == f'<a href="{OLD}/weg.html">Weg</a>'


@given(st.lists(st.integers(1, 6), max_size=30))
def test_headings_begin_with_the_second_and_skip_none(found):
    made = list(rules.levels(found))
    assert len(made) == len(found)
    assert all(2 <= level <= 6 for level in made)
    assert all(after <= before + 1 for before, after in zip([1, *made], made, strict=False))


@given(st.text(max_size=40))
def test_no_path_leads_out(path):
    if rules.is_inside(path):
        assert ".." not in path.split("/") and not path.startswith("/") and "\\" not in path


def page(body, **more):
    text = f"<html><head><title>Seite | Amt</title></head><body>{body}</body></html>"
    return pages.page_of(text, "dienste/pass.html", "", **more)


def test_a_page_is_its_text_without_what_stands_around_it():
    told = page(
        "<header><h1>Amt Lensahn</h1></header><nav><a href='x'>Menü</a></nav>"
        "<main><h1>Personalausweis</h1><h4>Frist</h4><p onclick='x()'>Drei <b>Wochen</b></p>"
        "<p>&nbsp;</p><script>x()</script><form><input></form>"
        "<iframe src='https://karte.example/'></iframe></main><footer>Impressum</footer>"
    )
    assert told["title"] == "Personalausweis"
    assert told["html"] == "<h2>Frist</h2><p>Drei <b>Wochen</b></p>"
    assert told["lost"] == {"frames": 1, "forms": 1, "scripts": 1}


def test_a_page_without_a_heading_is_called_by_its_head_and_keeps_all_headings():
    told = page("<p>Text</p><h3>Ende</h3>")
    assert (told["title"], told["html"]) == ("Seite | Amt", "<p>Text</p><h2>Ende</h2>")


def test_of_several_chapters_none_is_the_title():
    told = pages.page_of("<h1>Eins</h1><h1>Zwei</h1>", "x/satzung-2026.docx", "", **CHAPTERS)
    assert (told["title"], told["html"]) == ("Satzung 2026", "<h2>Eins</h2><h2>Zwei</h2>")


CHAPTERS = {"headings_are_chapters": True}


def test_pictures_of_other_sites_stay_there_and_carried_ones_come_along():
    clock = b64encode(making.png()).decode()
    told = page(
        "<p><img src='https://anders.example/zaehler.gif'><img src='wappen.png' alt='Wappen'>"
        f"<img src='data:image/png;base64,{clock}' alt='Uhr'>"
        "<img src='data:image/png;base64,QUJD' alt=''>"
        "<img src='data:image/svg+xml;base64,QUJD' alt=''></p>"
    )
    assert told["html"] == (
        '<p><img src="/-moved-/dienste/wappen.png" alt="Wappen">'
        '<img src="/-moved-/dienste/pass.html/bild-1.png" alt="Uhr"></p>'
    )
    assert told["lost"] == {"pictures": 3, "without_words": 1}
    assert told["pictures"] == [{"name": "bild-1.png", "alt": "Uhr", "data": clock}]


def test_nothing_is_refused():
    with pytest.raises(Refused):
        pages.page_of(" \n", "leer.html", "")


@pytest.mark.parametrize(
    ("known", "digest", "here", "is_draft", "used", "verdict"),
    [
        (None, "a", None, True, False, (rules.NEW, "")),
        (None, "a", "x", True, True, (rules.REFUSED, "uid_taken")),
        (("a", "x"), "a", "x", True, True, (rules.SAME, "")),
        (("a", "x"), "a", "anders", False, True, (rules.SAME, "")),
        (("a", "x"), "b", "x", True, True, (rules.CHANGED, "")),
        (("a", "x"), "b", "anders", True, True, (rules.REFUSED, "changed_here")),
        (("a", "x"), "b", "x", False, True, (rules.REFUSED, "released_here")),
        (("a", "x"), "b", None, True, False, (rules.REFUSED, "deleted_here")),
    ],
)
def test_what_becomes_of_a_piece(known, digest, here, is_draft, used, verdict):
    assert rules.verdict(known, digest, here, is_draft, used) == verdict
