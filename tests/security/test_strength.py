"""Which passwords are good enough."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.security.strength import common_words
from kommunalhub.security.strength import flaw
from kommunalhub.security.strength import own_words
from kommunalhub.security.strength import plain
from kommunalhub.security.strength import surprises

import pytest
import time


@pytest.mark.parametrize(
    "password",
    [
        "vier Deiche im Regen",
        "nur-fuer-die-pruefung-1",
        "correct horse battery staple",
        "Ölzeug am Haken, nass",
        "xk8#mQ2pLw9z",
        "лошадь батарея скоба",
        "🦆🦆 schwimmen rückwärts",
    ],
)
def test_good(password):
    assert flaw(password, 12) is None


@pytest.mark.parametrize(
    "password",
    [
        "Passwort2026!",
        "P@ssw0rt2026!!",
        "PASSWORT-passwort",
        "Sommer2026Malente!",
        "kommunalhub-demo",
        "KommunalHub2026",
        "qwertzuiop123",
        "poiuztrewq987",
        "1qay2wsx3edc",
        "123456789012",
        "aaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "xK8#xK8#xK8#xK8#",
        "HalloHalloHallo1",
        "Michael19751975",
        "fussball-bayern-2024",
        "            ",
    ],
)
def test_common(password):
    assert flaw(password, 12) == "common"


@pytest.mark.parametrize(
    "password",
    [
        "Feuerwehrhaus",
        "Gartenzwerg2026",
        "Gartenzwerg-2026!",
        "feuerwehrgerätehaus!!",
        "F3u3rw3hrhaus!",
        "Feuerwehr-Gerätehaus",
        "2026Straßenreinigungssatzung",
        "verantwortungsbewusst",
        "pferdbatterieheftklammer",
    ],
)
def test_one_word_of_german_is_too_little(password):
    assert flaw(password, 12) == "word"


@pytest.mark.parametrize(
    "password", ["Garten Zwerg Haus", "PferdBatterieHeftKlammer", "Feuerwehr, drei Ziegen"]
)
def test_several_words_are_enough(password):
    assert flaw(password, 12) is None


def test_the_longest_compounds_take_no_time():
    longest = "Donaudampfschifffahrtsgesellschaftskapitän" * 6
    before = time.process_time()
    assert flaw(longest.lower(), 12) in {"word", "common", None}
    assert time.process_time() - before < 2


def test_length_comes_first():
    assert flaw("xk8#mQ2pLw9", 12) == "short"
    assert flaw("", 12) == "short"


def test_nothing_about_the_person():
    own = own_words("Erika Beispiel", "e.beispiel@malente.de", "malente-redaktion")
    assert flaw("vier BEISPIEL Deiche im Regen", 12, own) == "own"
    assert flaw("vier Redaktion Deiche im Regen", 12, own) == "own"
    assert flaw("vier Deiche im Regen", 12, own) is None


def test_short_names_are_no_words():
    assert own_words("Ute Alt", "ua@x.de") == {"x.de"}


def test_words_are_plain_and_many():
    assert len(common_words()) > 400
    assert all(plain(word) == word for word in common_words())


@given(st.text(max_size=300), st.integers(8, 64))
def test_any_text_has_an_answer(password, least):
    assert flaw(password, least) in {"short", "common", "word", None}
    assert 0 <= surprises(password) <= max(len(plain(password)), 1)


@given(st.sampled_from(common_words()), st.text("0123456789!?-", max_size=6))
def test_a_word_and_some_figures_never_do(word, tail):
    assert flaw(word.capitalize() + tail, 8) in {"short", "common"}


@given(st.text(min_size=1, max_size=3), st.integers(12, 60))
def test_repeating_does_not_help(part, times):
    assert flaw(part * times, 12) == "common"
