"""What makes a password good enough: length and surprise, not a mixture of characters. Pure.

Follows NIST SP 800-63B-4 (2025), section 3.1.1.2, and BSI ORP.4.A22: long passwords, no rules
about kinds of characters, no forced change, but nothing common and nothing about the person.
"""

from functools import cache
from pathlib import Path

import re
import unicodedata


#: A password needs this many surprises; a known word, a run or a year is one, however long.
SURPRISES = 8

#: What we read of a password; longer ones are good anyway.
LONGEST = 256

#: Words of a person shorter than this are too common inside other words to be refused.
SHORTEST_OWN_WORD = 4

WORDS = Path(__file__).parent / "words.txt"
ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertzuiopü",
    "qwertyuiop",
    "asdfghjklöä",
    "yxcvbnm",
    "zxcvbnm",
    "01234567890",
    "1qay2wsx3edc4rfv5tgb6zhn",
    "1qaz2wsx3edc4rfv5tgb6yhn",
)
LEET = str.maketrans("@4031!$5780|", "aaoeiisstbol")
YEAR = re.compile(r"(?:19|20)\d\d")
REPEATED = re.compile(r"(.{1,8}?)\1+", re.DOTALL)


@cache
def common_words() -> tuple[str, ...]:
    """Return the words people build passwords from, longest first (see words.txt)."""
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    words = {plain(word) for line in lines if not line.startswith("#") for word in line.split()}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def plain(text: str) -> str:
    """Return the text in small letters, umlauts and signs in one form of Unicode.

    >>> plain("Straße Ä")
    'strasse ä'
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())


def surprises(password: str) -> int:
    """Return how many things somebody who knows the tricks has to guess.

    >>> surprises("Passwort2026!"), surprises("aaaaaaaaaaaaaaaa"), surprises("qwertzuiop12345")
    (3, 1, 2)
    >>> surprises("P@ssw0rt-P@ssw0rt"), surprises("xK8#mQxK8#mQxK8#mQ")
    (3, 1)
    >>> surprises("vier Deiche Regen")
    17
    """
    text = plain(password)[:LONGEST]
    read = text.translate(LEET)
    count = place = 0
    while place < len(text):
        place += max(
            _word_length(text, place),
            _word_length(read, place),
            _run_length(text, place),
            _repeat_length(text, place),
            1,
        )
        count += 1
    return count


def _word_length(text, place):
    for word in common_words():
        if text.startswith(word, place):
            return len(word)
    found = YEAR.match(text, place)
    return len(found[0]) if found else 0


def _run_length(text, place):
    """Return the length of a run on the keyboard or in the alphabet, either way; 0 below 3."""
    best = 0
    for row in ROWS:
        for line in (row, row[::-1]):
            start = line.find(text[place])
            while start != -1:
                length = 0
                while (
                    place + length < len(text)
                    and start + length < len(line)
                    and text[place + length] == line[start + length]
                ):
                    length += 1
                best = max(best, length)
                start = line.find(text[place], start + 1)
    return best if best >= 3 else 0


def _repeat_length(text, place):
    """Return the length of what repeats what stands here or just before it; 0 for none."""
    found = REPEATED.match(text, place)
    length = len(found[0]) if found and len(found[0]) >= 3 else 0
    for size in range(min(place, len(text) - place), 3, -1):
        if text[place : place + size] in text[:place]:
            return max(length, size)
    return length


def own_words(*values: str) -> frozenset[str]:
    """Return the words in a person's name, login and address that a password must not hold.

    >>> sorted(own_words("Erika Beispiel", "erika.beispiel@example.org"))
    ['beispiel', 'erika', 'example', 'example.org']
    """
    words = set()
    for value in values:
        text = plain(value or "")
        before, _, domain = text.partition("@")
        words.update(re.split(r"[\W_]+", before))
        words.update({domain, domain.split(".")[0]} if domain else ())
    return frozenset(word for word in words if len(word) >= SHORTEST_OWN_WORD)


def flaw(password: str, least: int, own: frozenset[str] = frozenset()) -> str | None:
    """Return what is wrong with a password: "short", "own", "common", or None.

    least: least number of characters. own: what own_words() gave for the person.
    """
    if len(password) < least:
        return "short"
    text = plain(password)
    if any(word in text for word in own):
        return "own"
    if surprises(password) < SURPRISES:
        return "common"
    return None
