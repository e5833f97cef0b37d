"""Two versions of a page compared section by section."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.lib import sectiondiff
from kommunalhub.lib.sectiondiff import ADDED
from kommunalhub.lib.sectiondiff import CHANGED
from kommunalhub.lib.sectiondiff import changes
from kommunalhub.lib.sectiondiff import differences
from kommunalhub.lib.sectiondiff import REMOVED
from kommunalhub.lib.sectiondiff import sections_of

import pytest


BEFORE = """
<p>Ab 1. Januar gilt eine neue Regel.</p>
<h2>Wer</h2><p>Alle Beschäftigten.</p>
<h2>Wie</h2><p>Der Zugang von außen braucht ein Kennwort.</p>
<h2>Wann</h2><ul><li>werktags</li><li>von 6 bis 20 Uhr</li></ul>
"""
words = st.text("abc ", min_size=1, max_size=12).filter(str.strip)
pages = st.lists(st.tuples(words, words), max_size=4, unique_by=lambda one: one[0].split()[0]).map(
    lambda found: "".join(f"<h2>{head}</h2><p>{text}</p>" for head, text in found)
)


def told(before, after):
    return [(one.kind, one.heading) for one in changes(before, after)]


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("", "", []),
        ("ein Kennwort.", "ein Kennwort und einen Schlüssel.", [(CHANGED, "Wie")]),
        ("<h2>Wer</h2><p>Alle Beschäftigten.</p>", "", [(REMOVED, "Wer")]),
        ("<h2>Wer</h2>", "<h2>Warum</h2><p>Darum.</p><h2>Wer</h2>", [(ADDED, "Warum")]),
        ("<h2>Wie</h2>", "<h2>So geht es</h2>", [(CHANGED, "So geht es")]),
        ("<p>Ab 1. Januar", "<p>Ab 1. Februar", [(CHANGED, "")]),
        ("von 6 bis 20 Uhr", "von 6 bis 22 Uhr", [(CHANGED, "Wann")]),
        ("<h2>Wer</h2>", "<h2\n>Wer </h2>\n\n", []),
    ],
)
def test_only_what_differs_is_told(old, new, expected):
    assert told(BEFORE, BEFORE.replace(old, new, 1) if old else BEFORE) == expected


def test_a_section_that_moved_says_the_same():
    one, other = "<h2>A</h2><p>eins</p>", "<h2>B</h2><p>zwei</p>"
    assert told(one + other, other + one) == []


def test_a_change_is_told_word_by_word():
    after = BEFORE.replace("ein Kennwort", "einen zweiten Schlüssel")
    [one] = changes(BEFORE, after)
    assert [kind for kind, _text in one.pieces] == ["same", "out", "in", "same"]
    assert not one.was_renamed


def test_what_is_gone_stands_where_it_was():
    after = BEFORE.replace("<h2>Wer</h2><p>Alle Beschäftigten.</p>", "")
    assert [one.heading for one in differences(BEFORE, after)] == ["", "Wer", "Wie", "Wann"]


@given(pages)
def test_a_page_and_itself_do_not_differ(page):
    assert changes(page, page) == []


@given(pages, pages)
def test_nothing_is_lost_and_nothing_comes_twice(before, after):
    found = differences(before, after)
    kept = [one for one in found if one.kind != REMOVED]
    assert [one.heading for one in kept] == [one.heading for one in sections_of(after)]
    gone = [one for one in found if one.kind == REMOVED]
    assert len(gone) + sum(one.kind != ADDED for one in kept) == len(sections_of(before))
    for one, section in zip(kept, sections_of(after), strict=True):
        if one.pieces:
            assert "".join(t for kind, t in one.pieces if kind != "out").split() == (
                section.text.split()
            )


@given(st.text(max_size=80))
def test_whatever_was_written_is_read(text):
    assert sectiondiff.changes(text, text) == []
