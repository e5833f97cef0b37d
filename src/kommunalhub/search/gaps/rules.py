"""What may be kept and shown of a search without a hit: pure, no Plone, no "now"."""

from collections import Counter
from dataclasses import dataclass
from kommunalhub.lib.german import folding

import re


#: A line is shown from so many askings on, or as soon as it was asked in so many weeks.
ASKED, WEEKS = 3, 2
LONGEST = 100
MOST_WORDS = 10
#: Numbers of cases, files, plates, telephones and mail addresses.
PERSONAL = re.compile(r"@|\d{4}|(?:\d[\s./()+-]*){6}|\b[a-z]{1,3}\s?[-/]\s?[a-z]{0,2}\s?\d", re.I)
ADDRESSED = re.compile(r"\b(?:herrn?|frau|familie|fam|hr|fr|dr|prof)\b\.?\s+\w", re.I)


@dataclass(frozen=True)
class Line:
    """key: of all spellings; text: the one typed most; week: ISO day of the Monday last seen."""

    key: str
    text: str
    count: int
    weeks: int
    week: str
    spellings: tuple = ()


def tidied(text):
    """Return what is kept of a query, None where it must not be kept.

    >>> tidied("  Rehwild   im Garten "), tidied("info@example.org"), tidied("Frau Petersen")
    ('Rehwild im Garten', None, None)
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST or len(text.split()) > MOST_WORDS:
        return None
    if PERSONAL.search(text) or ADDRESSED.search(text):
        return None
    return text if any(sign.isalpha() for sign in text) else None


def words_of(text):
    """Return the folded words of a text, parts of hyphened ones apart, as a set."""
    return {
        folding.fold(part) for word in folding.words(text) for part in folding.HYPHEN.split(word)
    }


def names_somebody(text, names, is_common):
    """Tell whether a query could be about one of some people.

    names: [(words, surname)], folded; the surname may be None. is_common(word): whether it is a
    word of the language too; such a word counts beside another of the same name, or as a surname.

    >>> koch = [({"petra", "rosa", "koch"}, "koch")]
    >>> common = {"koch", "rosa"}.__contains__
    >>> [names_somebody(t, koch, common) for t in ("Koch", "Petra", "Rosa", "Suppe")]
    [True, True, False, False]
    """
    asked = {word for word in words_of(text) if len(word) > 2}
    for words, surname in names:
        both = asked & words
        if surname in both or len(both) > 1 or any(not is_common(word) for word in both):
            return True
    return False


def key_of(text):
    """Return what all spellings of a query have in common.

    >>> key_of("Maßnahmen-Liste!") == key_of("MASSNAHMEN  Liste")
    True
    """
    return " ".join(
        folding.fold(part) for word in folding.words(text) for part in folding.HYPHEN.split(word)
    )


def lines(periods):
    """Return the Lines to show, the most asked first. periods: {ISO Monday: {text: number}}."""
    spelt, weeks = {}, {}
    for week, texts in periods.items():
        for text, number in texts.items():
            key = key_of(text)
            spelt.setdefault(key, Counter())[text] += number
            weeks.setdefault(key, set()).add(week)
    found = [
        Line(
            key,
            min(texts, key=lambda text: (-texts[text], text)),
            texts.total(),
            len(weeks[key]),
            max(weeks[key]),
            tuple(sorted(texts)),
        )
        for key, texts in spelt.items()
        if texts.total() >= ASKED or len(weeks[key]) >= WEEKS
    ]
    return sorted(found, key=lambda line: (-line.count, line.key))
