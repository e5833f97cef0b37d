"""What may have been meant by a word that no text has, as it is written in one that may be seen."""

from kommunalhub.lib.german import folding
from kommunalhub.search.analysis.stopwords import STOPPED
from kommunalhub.search.fulltext.sidecar import NOWHERE
from kommunalhub.search.fulltext.sidecar import WORDS

import collections


#: Words that begin with so many letters alike are compared first.
ALIKE = 3
#: So many of the nearest are tried, and so many texts are looked at for how it is written.
TRIED, LOOKED_AT = 8, 5
#: So many compounds that may have been meant are looked for inside of words.
MOST_MENDED = 40
MOST_LETTERS = 100_000
#: From so many letters on a word may have one or two wrong.
ONE_WRONG, TWO_WRONG = 4, 9


def wrong_letters(folded):
    """Return how many letters of an unknown word may be wrong."""
    if not folded.isalpha() or folded in STOPPED or len(folded) < ONE_WRONG:
        return 0
    return 2 if len(folded) >= TWO_WRONG else 1


def suggest(question, word):
    """Return the word that was meant, or None; only texts that may be seen count."""
    wrong = wrong_letters(word.folded)
    if not wrong or question.records is None:
        return None
    for folded in _alike(question, word.folded, wrong)[:TRIED]:
        found = question.first(question.term(WORDS, folded))
        if found:
            return _spelled(question, found, lambda piece, folded=folded: piece == folded)
    found = question.first(question.similar(word, wrong))
    return _spelled(question, found, lambda piece: distance(piece, word.folded, wrong) <= wrong)


def compound(question, word):
    """Return (Word, how a text writes it or None) of a compound that was meant, or None.

    For one that no text has as a whole: Strasenreinigung, where there is a
    Straßenreinigungssatzung. A text that has it inside of a word comes first, else all its parts
    have to be in one.
    """
    if not wrong_letters(word.folded) or question.records is None:
        return None
    others = [question.analyser.word(folded) for folded in question.analyser.mended(word.folded)]
    for other in others[:MOST_MENDED]:
        found = question.first(question.inside(other)) if _may_be_inside(question, other) else []
        if found:
            is_meant = lambda piece, folded=other.folded: folded in piece  # noqa: E731
            return other, _spelled(question, found, is_meant)
    for other in others[:TRIED]:
        if other.parts and question.may_have(other) and question.number(question.has(other)):
            return other, None
    return None


def _may_be_inside(question, word):
    return question.may_have(word) and any(
        sidecar.may_be_inside(word.folded) for sidecar, _ in question.sources
    )


def _alike(question, folded, wrong):
    """Return the folded words that begin alike and differ in few letters, nearest first."""
    near = {}
    for sidecar, _ in question.sources:
        for term, count in sidecar.searcher.terms_with_prefix(WORDS, folded[:ALIKE]):
            if abs(len(term) - len(folded)) <= wrong:
                off = distance(term, folded, wrong)
                if off <= wrong:
                    near[term] = min(near.get(term, (off, 0)), (off, -count))
    return sorted(near, key=lambda term: (near[term], term))


def _spelled(question, found, is_meant):
    """Return the most common way in which the first texts found write what was meant, or None."""
    counted = collections.Counter()
    named = sorted(found[: 2 * LOOKED_AT], key=lambda hit: hit[2] == NOWHERE)
    for _, rid, place in named[:LOOKED_AT]:
        record = question.records.get(rid)
        if record is None:
            continue
        text = _text_of(record, place)[:MOST_LETTERS]
        for whole in folding.words(folding.plain(text)):
            for piece in (whole, *folding.HYPHEN.split(whole)):
                if is_meant(folding.fold(piece)):
                    counted[piece] += 1
    return min(counted, key=lambda piece: (-counted[piece], piece)) if counted else None


def _text_of(record, place):
    """Return the text of a passage; of a text in one passage all of it."""
    if record.brought().is_one:
        return "\n".join(record.fields().values())
    if place == NOWHERE:
        listed = (passage.text for passage in record.passages() if not passage.explains)
        return "\n".join((record.title, record.keywords, *listed))
    passage = record.passage(place)
    return "\n".join((*passage.own_headings, passage.text)) if passage is not None else ""


def distance(one, other, most=10):
    """Return how many letters to change, leave out, add or swap; more than `most` is most + 1.

    >>> distance("datenschuz", "datenschutz"), distance("hausahlt", "haushalt")
    (1, 1)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = [], list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
