"""What is known to be private: found in any spelling, as whole words, also with a genitive."""

from collections.abc import Iterable
from kommunalhub.lib.german.folding import fold
from kommunalhub.lib.redaction.spans import NAME
from kommunalhub.lib.redaction.spans import Span

import re


_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTER = rf"[^\W_][\u0300-\u036f{_UNSEEN}]*"
_WORD = re.compile(rf"(?:{_LETTER})+")
#: The same, with words that go on in the next line.
_BROKEN = rf"[-\u2010\u2011][ \t]*\r?\n[ \t]*(?={_LETTER})"
_MENDED = re.compile(rf"(?:{_LETTER})+(?:{_BROKEN}(?:{_LETTER})+)*")
_NO_LETTER = re.compile(rf"[-\u2010\u2011\s{_UNSEEN}]")
#: What may stand between the words of a name, and how a name ends besides.
_BETWEEN = re.compile(r"[\W_]{1,4}")
_GENITIVE = re.compile(r"['’´`]s?\b|['’´`]")
#: Parts of names that are no names by themselves.
_PARTICLES = """
    am an auf de der den di dr du im la le med prof van vom von zu zum zur
"""
_PARTICLES = frozenset(_PARTICLES.split())


class Known:
    """What is known to be private: made once, asked for many texts."""

    def __init__(self, entries: Iterable[tuple[str, str]] = ()):
        """entries: (text, reason); full names are found with all of their parts."""
        self.starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for text, reason in entries:
            for words in _ways(text, reason):
                self.starts.setdefault(words[0], []).append((words, reason))
        for ways in self.starts.values():
            ways.sort(key=lambda way: -len(way[0]))

    def find(self, text) -> list[Span]:
        """Return where what is known stands in a text: whole words, however they are spelled."""
        found = []
        for pattern in (_WORD, _MENDED) if re.search(_BROKEN, text) else (_WORD,):
            words = [(_folded(at.group()), at.start(), at.end()) for at in pattern.finditer(text)]
            for place in range(len(words)):
                span = self._at(text, words, place)
                if span:
                    found.append(span)
        return found

    def _at(self, text, words, place):
        first = words[place][0]
        for start in (first, first.removesuffix("s")):
            for way, reason in self.starts.get(start, ()):
                if _goes_on(text, words, place, way):
                    end = words[place + len(way) - 1][2]
                    more = _GENITIVE.match(text, end)
                    return Span(words[place][1], more.end() if more else end, reason)
        return None


def names_of(person) -> list[str]:
    """Return a full name, and its parts that are names by themselves.

    >>> names_of("Dr. Anna-Lena von Malente")
    ['Dr. Anna-Lena von Malente', 'Anna', 'Lena', 'Malente']
    """
    parts = [part.group() for part in _WORD.finditer(person)]
    own = [part for part in parts if len(part) > 1 and _folded(part) not in _PARTICLES]
    return [person, *own] if len(parts) > 1 else own


def _ways(text, reason):
    """Return what to look for: the words of it, and those of its parts where it is a name."""
    texts = names_of(text) if reason == NAME else [text]
    ways = (tuple(_folded(at.group()) for at in _WORD.finditer(one)) for one in texts)
    # one letter or digit is in every text
    return [words for words in ways if len("".join(words)) > 1]


def _folded(word):
    return fold(_NO_LETTER.sub("", word))


def _goes_on(text, words, place, way):
    here = words[place : place + len(way)]
    if len(here) < len(way):
        return False
    said = tuple(word for word, _start, _end in here)
    if said[:-1] != way[:-1] or said[-1] not in (way[-1], way[-1] + "s"):
        return False
    return all(
        _BETWEEN.fullmatch(text, before[2], after[1])
        for before, after in zip(here, here[1:], strict=False)
    )
