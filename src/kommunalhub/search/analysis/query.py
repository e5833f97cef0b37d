"""What somebody typed, read as words, phrases, words to leave out and beginnings of words.

    Dienstreise „Antrag auf Urlaub“ -Sonderurlaub förder*

Nothing a person can type is an error.
"""

from dataclasses import dataclass
from kommunalhub.lib.german import folding
from kommunalhub.search.analysis.stopwords import STOPPED

import re
import unicodedata


LONGEST_QUERY = 400
MOST_WORDS = 16
#: So many words make a row of words.
ROW = (2, 3)
QUOTES = str.maketrans(dict.fromkeys("„“”«»", '"'))
PIECE = re.compile(r'(-?)"([^"]*)"?|(\S+)')
#: 4 500 is one number, unless it stands in quotes.
OUTSIDE = re.compile(rf'("[^"]*"?)|({folding.SPACED.pattern})')
#: A star needs as many letters beside it, else it finds everything.
SHORTEST_START = 2


@dataclass(frozen=True)
class Query:
    """words and phrases (tuples of words), as typed; stars: folded words with * in them.

    without_words, without_phrases: what a hit must not have. beginning: somebody is still typing
    the last word. parted: (particle, words before it), what may be one verb: Wie melde ich mich an?
    rows: two and three words that were typed one after the other, stop words too, one of which
    tells something. text: all of it, for engines that read for themselves.
    """

    words: tuple = ()
    phrases: tuple = ()
    stars: tuple = ()
    without_words: tuple = ()
    without_phrases: tuple = ()
    parted: tuple = ()
    rows: tuple = ()
    text: str = ""
    beginning: bool = False

    @property
    def asks(self):
        """Tell whether there is anything to find."""
        return bool(self.words or self.phrases or self.stars)


def parse(text):
    """Return the Query of what somebody typed.

    >>> parse('Wie buche ich "Antrag auf Urlaub" -Sonderurlaub reise*').phrases
    (('Antrag', 'auf', 'Urlaub'),)
    """
    text = unicodedata.normalize("NFKC", text)[:LONGEST_QUERY].translate(QUOTES)
    text = OUTSIDE.sub(lambda found: found[1] or found[2].replace(" ", ""), text)
    lists = {name: [] for name in ("words", "phrases", "stars", "no_words", "no_phrases")}
    for minus, quoted, typed in PIECE.findall(text):
        if typed:
            _read_typed(typed, lists)
        else:
            _read_quoted(quoted, bool(minus), lists)
    telling = [word for word in lists["words"] if folding.fold(word) not in STOPPED]
    words = telling or ([] if lists["phrases"] or lists["stars"] else lists["words"])
    unique = {folding.fold(word): word for word in reversed(words[:MOST_WORDS])}
    return Query(
        tuple(reversed(unique.values())),
        *(tuple(dict.fromkeys(lists[name]))[:MOST_WORDS] for name in list(lists)[1:]),
        tuple((particle, tuple(before)) for particle, before in folding.parted(text)),
        rows_of(lists["words"][:MOST_WORDS]),
        text,
    )


def rows_of(words):
    """Return each two and three words in a row, where one of them is no stop word.

    >>> rows_of(["auf", "den", "neuesten"])
    (('den', 'neuesten'), ('auf', 'den', 'neuesten'))
    """
    rows = (tuple(words[at : at + length]) for length in ROW for at in range(len(words)))
    rows = (row for row in rows if any(folding.fold(word) not in STOPPED for word in row))
    return tuple(dict.fromkeys(row for row in rows if len(row) in ROW))


def _read_typed(typed, lists):
    minus = len(typed) > 1 and typed[0] in "-\u2212\u2013"
    if "*" in typed:
        star = _star(typed)
        if star and not minus:
            lists["stars"].append(star)
            return
        typed = typed.replace("*", " ")
    pieces = split(typed)
    if minus and len(pieces) > 1:
        lists["no_phrases"].append(tuple(pieces))
    else:
        lists["no_words" if minus else "words"].extend(pieces)


def _read_quoted(quoted, minus, lists):
    pieces = split(quoted.replace("*", " "))
    if len(pieces) > 1:
        lists["no_phrases" if minus else "phrases"].append(tuple(pieces[:MOST_WORDS]))
    elif minus:
        lists["no_words"].extend(pieces)
    elif pieces:
        # one word in quotes: the word itself, stop word or not
        lists["phrases"].append(tuple(pieces))


def split(text):
    """Return the words of a text, those with hyphens in pieces."""
    return [
        piece
        for whole in folding.words(folding.plain(text))
        for piece in folding.HYPHEN.split(whole)
    ]


def _star(typed):
    """Return `förder*` folded, or None where a star cannot help."""
    pieces = ["".join(folding.words(piece)) for piece in typed.split("*")]
    star = "*".join(folding.HYPHEN.sub("", folding.fold(piece)) for piece in pieces)
    star = re.sub(r"\*+", "*", star)
    return star if len(star.replace("*", "")) >= SHORTEST_START and "*" in star else None
