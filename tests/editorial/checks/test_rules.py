"""What is found on a page, and what is no fault."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.checks import rules

import pytest


def found(html):
    return [(one.rule, one.quote) for one in rules.check(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<p>Guten Tag</p>", []),
        ('<img src="/hub/rathaus.png/@@images/1.png">', [("picture", "rathaus.png")]),
        ('<img src="a.png" alt="">', [("picture", "a.png")]),
        ('<img src="a.png" alt="  ">', [("picture", "a.png")]),
        ('<img src="a.png" alt="" role="presentation">', []),
        ('<img src="a.png" alt="Das Rathaus">', []),
        ("<table><tr><td>Montag</td></tr></table>", [("table", "Montag")]),
        ("<table><tr><th>Tag</th></tr><tr><td>Montag</td></tr></table>", []),
        ('<a href="/x"></a>', [("link_empty", "/x")]),
        ('<a href="/x"><img src="a.png" alt="Zur Karte"></a>', []),
        ('<a id="oben"></a>', []),
        ("<p>Gebühr: <mark>[Was kostet es?]</mark></p>", [("gap", "[Was kostet es?]")]),
        ("<p><mark>wichtig</mark> [siehe unten], <mark>ab [Tag] offen</mark></p>", []),
        ('<p>Klicken Sie <a href="/x">hier</a>.</p>', [("link_vague", "hier")]),
        ('<a href="/x">Hier …</a>', [("link_vague", "Hier …")]),
        ('<a href="/x">https://example.org/a</a>', [("link_vague", "https://example.org/a")]),
        ('<a href="/x">Anmeldung zum Kurs</a>', []),
        ("<h2>Zeiten</h2><h4>Montag</h4>", [("heading_skipped", "Montag")]),
        ("<h3>Zeiten</h3>", [("heading_skipped", "Zeiten")]),
        ("<h2>Zeiten</h2><h3>Montag</h3><h2>Ort</h2>", []),
        ("<h2> </h2>", [("heading_empty", "")]),
        ("<p>Zwecks Prüfung</p>", [("officialese", "Zwecks")]),
        ("<p>im  Rahmen der Prüfung</p>", [("officialese", "im Rahmen")]),
        ("<p>Der Rahmen hängt</p>", []),
        ("<p>Alle Bürger sind da.</p>", [("masculine", "Bürger")]),
        ("<p>mit allen Bürgern</p>", [("masculine", "Bürgern")]),
        ("<p>Die Bürgermeisterin, das Bürgerbüro</p>", []),
        ("<p>Bürger:innen, Bürger*innen, Bürgerinnen und Bürger</p>", []),
        ("<p>Bürger und Bürgerinnen</p>", []),
    ],
)
def test_each_rule(html, expected):
    assert found(html) == expected


def test_the_place_is_the_heading_above():
    html = "<h2>Anfahrt</h2><p>Mit dem Bus</p><img src='a.png'><h2>Kontakt</h2><img src='b.png'>"
    places = [(one.place, one.number) for one in rules.check(html)]
    assert places == [("Anfahrt", 0), ("Kontakt", 1)]


def test_a_long_sentence_is_told_with_its_words():
    sentence = " ".join(["Wort"] * 26) + "."
    [one] = rules.check(f"<p>Kurz. {sentence} Ende gut.</p>")
    assert (one.rule, one.number) == ("sentence", 26)
    assert one.quote.startswith("Wort Wort") and one.quote.endswith("…")
    assert rules.check("<ul>" + "<li>Ein Wort</li>" * 30 + "</ul>") == []


def test_how_hard_a_text_reads():
    easy = "<p>" + "Das ist gut. " * 60 + "</p>"
    hard = "<p>" + "Verwaltungsvorschriften betreffende Durchführungsbestimmungen. " * 60 + "</p>"
    assert rules.check(easy) == []
    assert [(one.rule, one.number) for one in rules.check(hard)] == [("hard", 103)]


def test_what_must_be_mended_comes_first_and_whole():
    html = "<p>Zwecks</p>" * 30 + "<img src='a.png'>" * 15
    told = rules.check(html)
    assert [one.must for one in told] == [True] * 15 + [False] * rules.MOST


HURDLES = ["<img src='a'>", "<table></table>", "<a href='/x'></a>", "<mark>[Tag]</mark>"]


@given(st.lists(st.sampled_from(HURDLES)))
def test_what_keeps_back_is_what_the_check_tells_of_it(parts):
    html = "<h2>Ort</h2><p>Zwecks</p>".join(parts)
    told = [one for one in rules.check(html) if one.must]
    assert sorted(rules.hurdles(html), key=lambda one: rules.RULES.index(one.rule)) == told


def test_every_word_has_something_to_write_instead():
    for _rule, _pattern, better in rules._patterns():
        assert better and all(better.values())


@given(st.lists(st.sampled_from(["<img src='a'>", "<p>Text</p>", "<h2>Ort</h2>"]), max_size=8))
def test_a_text_for_each_picture_leaves_nothing_to_mend_and_the_rest_as_it_is(parts):
    html = "".join(parts)
    pictures = [one.number for one in rules.check(html) if one.rule == "picture"]
    assert pictures == list(range(parts.count("<img src='a'>")))
    mended = rules.with_alternatives(html, dict.fromkeys(pictures, "Das Rathaus"))
    assert rules.check(mended) == []
    assert rules.with_alternatives(mended, {}) == mended
    assert rules.tree_of(mended).text_content() == rules.tree_of(html).text_content()


@given(st.text(alphabet="<>/=\"' abhimgr1", max_size=60))
def test_no_html_breaks_it(html):
    assert all(one.rule in rules.RULES for one in rules.check(html))
