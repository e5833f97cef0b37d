"""Reading a query and counting hits."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.search import rules

import doctest
import pytest
import re


def test_examples_in_docstrings():
    assert doctest.testmod(rules).failed == 0


@pytest.mark.parametrize(
    "query, words",
    [
        ("", ()),
        ("  ?!* ", ()),
        ("Haushalt Haushalt", ("haushalt",)),
        ("der Haushalt", ("haushalt",)),
        ("E-Akte", ("akte",)),
        ("und", ("und",)),
        ('"Vergabe" AND (x OR y)', ("vergabe", "and", "or")),
        ("Straße Übung", ("straße", "übung")),
    ],
)
def test_words(query, words):
    assert rules.words_of(query) == words


@given(st.text())
def test_every_part_of_an_index_query_is_one_word_and_a_star(query):
    asked = rules.index_query(rules.words_of(query))
    assert all(re.fullmatch(r"\w+\*", part) for part in asked.split(" AND ") if part)


def test_long_query_is_cut():
    assert len(rules.words_of("wort" * 500)) == 1
    assert len(rules.words_of(" ".join(f"wort{n}" for n in range(40)))) == rules.MOST_WORDS


ROWS = [
    {"art": ("page",), "partner": ("malente",)},
    {"art": ("page",), "partner": ("lensahn",)},
    {"art": ("file",), "partner": ("malente",)},
    {"art": ("file",), "partner": ()},
]


def test_nothing_chosen_counts_everything():
    places, counts = rules.narrow(ROWS, {})
    assert places == [0, 1, 2, 3]
    assert counts["art"] == {"page": 2, "file": 2}
    assert counts["partner"] == {"malente": 2, "lensahn": 1}


def test_own_facet_keeps_its_other_values():
    places, counts = rules.narrow(ROWS, {"art": ["page"]})
    assert places == [0, 1]
    assert counts["art"] == {"page": 2, "file": 2}
    assert counts["partner"] == {"malente": 1, "lensahn": 1}


def test_two_values_of_one_facet_widen_and_two_facets_narrow():
    assert rules.narrow(ROWS, {"art": ["page", "file"]})[0] == [0, 1, 2, 3]
    assert rules.narrow(ROWS, {"art": ["file"], "partner": ["malente"]})[0] == [2]


VALUES = st.lists(st.sampled_from("abc"), max_size=2)


@given(
    st.lists(st.fixed_dictionaries({"x": VALUES, "y": VALUES})),
    st.fixed_dictionaries({"x": VALUES, "y": VALUES}),
)
def test_a_count_is_what_choosing_that_value_alone_finds(rows, chosen):
    _, counts = rules.narrow(rows, chosen)
    for facet in counts:
        for value, count in counts[facet].items():
            assert len(rules.narrow(rows, {**chosen, facet: [value]})[0]) == count


@given(st.text(), st.lists(st.text(min_size=1, max_size=3), max_size=3))
def test_marking_loses_no_text(text, words):
    assert "".join(piece for piece, _ in rules.marked(text, words)) == text
