"""What of a style sheet a page can need."""

from contextlib import suppress
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core.statics import STATIC
from kommunalhub.lib import stylesheets

import pytest
import re


SHEET = """
/* { a brace in a remark } */
@font-face { font-family: "A; B"; src: url("fonts/a.woff2") format("woff2"); }
main > .rows li:not(.wide):hover a[href^="http"]::after { content: " · {x}"; color: red }
.rows, #top .left { margin: 0 }
@media print {
  @page { margin: 2cm; }
  .rows { display: none; }
  @supports (display: grid) { .grid { display: grid } }
}
@keyframes turn { from { left: 0 } to { left: 1px } }
"""


def kept(*words):
    return stylesheets.needed(stylesheets.parsed(SHEET, "/s/"), frozenset(words))


def test_nothing_of_it_is_lost_where_all_words_stand():
    whole = kept("main", "rows", "li", "a", "top", "left", "grid")
    assert whole == (
        '@font-face{font-family: "A; B"; src: url("/s/fonts/a.woff2") format("woff2")}'
        'main > .rows li:not(.wide):hover a[href^="http"]::after{content: " · {x}"; color: red}'
        ".rows,#top .left{margin: 0}"
        "@media print{@page{margin: 2cm}.rows{display: none}"
        "@supports (display: grid){.grid{display: grid}}}"
        "@keyframes turn{from { left: 0 } to { left: 1px }}"
    )


def test_what_cannot_match_is_left_out():
    assert ".grid" not in kept("rows") and "#top" not in kept("top") and "li:" not in kept("rows")
    assert ".rows{margin: 0}" in kept("rows")
    assert kept().startswith("@font-face{") and "@page{margin: 2cm}" in kept()


def test_names_that_are_no_words_are_always_kept():
    assert stylesheets.needed(stylesheets.parsed(r".wide\:a { top: 0 }"), frozenset()) != ""


def test_what_is_no_rule_is_an_error():
    with pytest.raises(ValueError, match="EOF"):
        stylesheets.parsed("a { top: 0 }\n}")


@pytest.mark.parametrize("path", sorted(STATIC.glob("*.css")), ids=lambda path: path.name)
def test_our_sheets_come_through_whole(path):
    """With all of their words nothing but remarks and spaces is gone."""
    text = path.read_text(encoding="utf-8")
    whole = stylesheets.needed(stylesheets.parsed(text), stylesheets.words_of(text))

    def bare(css):
        return re.sub(r"\s|;(?=\s*})", "", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))

    assert bare(whole) == bare(text)


@given(st.text(alphabet="{};:\"'/*@ab.#\\ ", max_size=60))
def test_no_text_breaks_it(text):
    with suppress(ValueError):
        stylesheets.needed(stylesheets.parsed(text), frozenset("ab"))
