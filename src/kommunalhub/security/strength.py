"""What makes a password good enough: length and surprise, not a mixture of characters. Pure.

Follows NIST SP 800-63B-4 (2025), section 3.1.1.2, and BSI ORP.4.A22: long passwords, no rules
about kinds of characters, no forced change, but nothing common and nothing about the person. A word
of German is a few guesses, and so is a compound: whoever tries words tries those.
"""

from functools import cache
from kommunalhub.lib.german.compounds import Splitter
from kommunalhub.lib.german.folding import fold
from kommunalhub.lib.german.wordlist import german
from pathlib import Path

import re
import unicodedata


#: A password needs this many surprises; a common word, a run or a year is one, however long, any
#: other word or compound of German so many, so that three words with a space between them do.
SURPRISES = 8
WORD = 3
#: Letters that are looked at for one word: longer ones are no words that people choose.
LONGEST_WORD = 40

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
    >>> surprises("Feuerwehrhaus"), surprises("Gartenzwerg2026!"), surprises("vier Deiche Regen")
    (3, 5, 11)
    """
    return sum(_steps(password))


def is_surprising(password: str, with_german: bool = True) -> bool:
    """Say whether a password has surprises enough; what comes after those is not looked at."""
    count = 0
    for step in _steps(password, with_german):
        count += step
        if count >= SURPRISES:
            return True
    return False


def _steps(password, with_german=True):
    """Yield how many surprises each next thing in a password is."""
    text = plain(password)[:LONGEST]
    read = text.translate(LEET)
    capitals = _capitals(password)
    place = 0
    while place < len(text):
        length = max(
            _word_length(text, place),
            _word_length(read, place),
            _run_length(text, place),
            _repeat_length(text, place),
            1,
        )
        word = _german_length(read, place, capitals) if with_german else 0
        # whichever saves more guesses
        if word - WORD > length - 1:
            place += word
            yield WORD
        else:
            place += length
            yield 1


def _capitals(password):
    """Return the places in the plain text where a capital letter begins another word."""
    place, before, found = 0, "", set()
    for letter in unicodedata.normalize("NFKC", password):
        if letter.isupper() and before.islower():
            found.add(place)
        place += len(letter.casefold())
        before = letter
    return found


@cache
def _splitter():
    return Splitter(german())


def _german_length(text, place, capitals):
    """Return the length of the word or compound of German that stands here, 0 for none."""
    letters = []
    for at in range(place, min(place + LONGEST_WORD, len(text))):
        if not text[at].isalpha() or (letters and at in capitals):
            break
        letters.append(fold(text[at]))
    left = _splitter().longest("".join(letters))
    length = 0
    while left > 0:
        left -= len(letters[length])
        length += 1
    return length


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
    """Return what is wrong with a password: "short", "own", "common", "word", or None.

    "word": but for words of the language it would be good.
    least: least number of characters. own: what own_words() gave for the person.
    """
    if len(password) < least:
        return "short"
    text = plain(password)
    if any(word in text for word in own):
        return "own"
    if is_surprising(password):
        return None
    return "word" if is_surprising(password, with_german=False) else "common"
