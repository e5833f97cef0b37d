"""What may have been meant by a word that no text has, as it is written in one that may be seen."""

from kommunalhub.search.analysis import folding

import collections


#: So many of the texts with a similar word are looked at.
LOOKED_AT = 12
MOST_LETTERS = 200_000


def suggest(question, unknown):
    """Return {unknown word: word}; only texts that may be seen are asked."""
    found = {}
    for typed in unknown:
        folded = folding.fold(typed)
        clause = question.meant(question.analyser.word(typed))
        if clause is None:
            continue
        word = _nearest(folded, question, clause)
        if word:
            found[typed] = word
    return found


def _nearest(folded, question, clause):
    best = {}
    for _, rid in question.find(clause)[:LOOKED_AT]:
        record = question.records.get(rid) if question.records is not None else None
        if record is None:
            continue
        for spelled, count in _similar(folded, record).items():
            best[spelled] = best.get(spelled, 0) + count
    if not best:
        return None
    return min(best, key=lambda s: (distance(folding.fold(s), folded), -best[s], s))


def _similar(folded, record):
    """Return a Counter of the words of a text, as written, that resemble the folded one."""
    counted = collections.Counter()
    text = "\n".join(record.fields().values())[:MOST_LETTERS]
    first = folded[:1]
    for whole in folding.words(folding.plain(text)):
        for piece in folding.HYPHEN.split(whole):
            if abs(len(piece) - len(folded)) <= 4:
                counted[piece] += 1
    return collections.Counter(
        {
            piece: count + (piece[:1].lower() == first)
            for piece, count in counted.items()
            if distance(folding.fold(piece), folded, 2) <= 2
        }
    )


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
