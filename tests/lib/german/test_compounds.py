"""How far one word goes, compounds included; cutting them is tested with the search."""

from kommunalhub.lib.german.compounds import Splitter
from kommunalhub.lib.german.wordlist import german

import pytest


@pytest.fixture(scope="module")
def splitter():
    return Splitter(german())


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("haus", 4),
        ("feuerwehrhausxq", 13),
        ("dienstreiseantrag", 17),
        ("strassenreinigungssatzung", 25),
        ("xqjhaus", 0),
        ("", 0),
    ],
)
def test_the_longest_word_at_the_beginning(splitter, text, letters):
    assert splitter.longest(text) == letters
