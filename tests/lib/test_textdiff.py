"""Word by word, what differs between two texts."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.lib.textdiff import IN
from kommunalhub.lib.textdiff import OUT
from kommunalhub.lib.textdiff import pieces
from kommunalhub.lib.textdiff import SAME
from kommunalhub.lib.textdiff import shortened

import kommunalhub.lib.textdiff as textdiff


TEXTS = st.text(alphabet="ab ,.\n\u00a0ß", max_size=60)


def words_of(found, *kinds):
    return "".join(text for kind, text in found if kind in kinds).split()


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_pieces(before, after):
    found = pieces(before, after)
    assert "".join(words_of(found, SAME, OUT)) == "".join(before.split())
    assert words_of(found, SAME, IN) == after.split()


@given(TEXTS)
def test_equal_texts_have_no_difference(text):
    assert {kind for kind, _text in pieces(text, text)} <= {SAME}


def test_white_space_alone_is_no_difference():
    assert pieces("Ein  Satz\r\nNoch einer", "Ein Satz\nNoch  einer") == [
        (SAME, "Ein Satz\nNoch  einer")
    ]


def test_a_word_is_changed_in_its_place():
    assert pieces("Frist: 2 Wochen.\nEnde", "Frist: 3 Wochen.\nEnde") == [
        (SAME, "Frist: "),
        (OUT, "2"),
        (IN, "3"),
        (SAME, " Wochen.\nEnde"),
    ]


def test_what_costs_too_much_is_given_as_a_whole(monkeypatch):
    monkeypatch.setattr(textdiff, "WORK", 3)
    assert pieces("a b c", "a b d") == [(OUT, "a b c"), (IN, "a b d")]


def test_long_same_passages_are_shortened_and_short_ones_are_not():
    found = [(SAME, "a" * 500), (IN, "neu"), (SAME, "b" * 330), (OUT, "alt"), (SAME, "kurz")]
    cut = shortened(found)
    assert [len(text) for _kind, text in cut] == [163, 3, 323, 3, 4]
    assert cut[0][1].startswith(" … ") and " … " in cut[2][1]
    assert shortened([(SAME, "x" * 900)]) == [(SAME, " … ")]
