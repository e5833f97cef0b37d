"""What is remembered of all words stays right when texts come and go."""

from kommunalhub.search.fulltext import vocabulary
from kommunalhub.search.fulltext.vocabulary import Searcher
from kommunalhub.search.fulltext.vocabulary import Vocabulary

import pytest


class Asked:
    """Words of an index; counts how often they are asked for."""

    def __init__(self, *words):
        self.words = list(words)
        self.number = 0

    def __call__(self):
        self.number += 1
        return self.words


def test_letters_inside_of_words():
    words, known = Asked("strassenreinigungssatzung", "bau"), Vocabulary()
    assert known.has_inside("strassenreinigung", words)
    assert not known.has_inside("strasenreinigung", words)
    assert not known.has_inside("satzungbau", words)
    assert words.number == 1


def test_words_that_come_are_known():
    words, known = Asked("bau"), Vocabulary()
    known.note(["steuer"])
    assert not known.has_inside("steuer", words)
    known.note(["hundesteuer"])
    assert known.has_inside("steuer", words)
    assert not known.has_inside("bauhunde", words)
    assert words.number == 1


def test_after_many_new_words_all_are_asked_for_anew(monkeypatch):
    monkeypatch.setattr(vocabulary, "MOST_NEW", 20)
    words, known = Asked("bau"), Vocabulary()
    assert not known.has_inside("steuer", words)
    known.note(["hundesteuer", "zweitwohnungssteuer"])
    words.words.append("hundesteuer")
    assert known.has_inside("steuer", words)
    assert words.number == 2


def test_how_often_a_term_is_is_asked_once():
    class Plain:
        num_docs, search, fast_field_values, terms_with_prefix = 1, None, None, None
        asked = 0

        def doc_freq(self, name, stem):
            self.asked += 1
            if name == "nothing":
                raise ValueError(name)
            return 7

    plain = Plain()
    searcher = Searcher(plain)
    assert [searcher.doc_freq("body", "bau") for _ in range(3)] == [7, 7, 7]
    assert plain.asked == 1
    with pytest.raises(ValueError, match="nothing"):
        searcher.doc_freq("nothing", "bau")
