"""The words of HTML."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.lib.htmltext import APART
from kommunalhub.lib.htmltext import SILENT
from kommunalhub.lib.htmltext import text_of

import pytest


INLINE = """
    a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr q samp small
    span strong sub time tt u var x-eigenes
"""
INLINE = INLINE.split()
BLOCK = [tag for tag in APART if tag not in ("br", "hr", "img", "input", "col", "frame")]


@pytest.mark.parametrize("tag", INLINE)
def test_inline_markup_keeps_a_word_together(tag):
    assert text_of(f"<p><{tag} class='x'>F</{tag}>örder<{tag}>antrag</{tag}></p>") == "Förderantrag"


@pytest.mark.parametrize("tag", sorted(BLOCK))
def test_blocks_keep_words_apart(tag):
    assert text_of(f"<div>Amt<{tag}>Kreis</{tag}>Stadt</div>").split() == ["Amt", "Kreis", "Stadt"]


@pytest.mark.parametrize("markup", ["Amt<br>Kreis", "Amt<br/>Kreis", "Amt<hr>Kreis"])
def test_breaks_keep_words_apart(markup):
    assert text_of(markup) == "Amt\nKreis"


def test_breaks_that_are_none():
    assert text_of("Abwasser<wbr>konzept und\nVer&shy;gabe") == "Abwasserkonzept und Ver\u00adgabe"


@pytest.mark.parametrize("tag", sorted(SILENT))
def test_what_is_not_said(tag):
    assert text_of(f"<p>Eigen<{tag}>alt</{tag}>anteil</p>") == "Eigenanteil"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Förderquote<sup>1</sup> gilt", "Förderquote 1 gilt"),
        ("Einwohnerzahl<sup>2,3</sup>", "Einwohnerzahl 2,3"),
        ("120 m<sup>2</sup>", "120 m2"),
        ("CO<sub>2</sub>", "CO2"),
        ("der 1<sup>te</sup>", "der 1te"),
    ],
)
def test_marks_of_notes(markup, text):
    assert text_of(markup) == text


def test_pictures_say_what_they_show():
    assert text_of("<p>im Bild<img src='x' alt='Graben'></p>") == "im Bild\nGraben"


def test_lines_of_the_source_are_none():
    assert text_of("<p>Ein\nSatz</p><pre>eins\nzwei</pre>") == "Ein Satz\neins\nzwei"


@given(st.text(alphabet="<>/abup!-&;= \n'\"", max_size=200))
def test_any_markup_has_a_text(markup):
    assert isinstance(text_of(markup), str)
