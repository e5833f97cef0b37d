"""What was found, passage by passage, as texts in their order: goes through every hit."""

from kommunalhub.search.fulltext.sidecar import NOWHERE


#: What the second and third best passages of a text add, as a share of what they score.
ALSO = (0.1, 0.05)
#: What a passage gets of the better one beside it: where several in a row tell of it, it is
#: explained, not mentioned.
BESIDE = 0.1
#: Looked at among so many of the best.
BEST = 200
#: So many of its best passages are told.
MOST_PLACES = 8
#: So many of the first are put in order.
ORDERED = 1000


def by_text(hits):
    """Return ([(score, record id)] of texts, {record id: [(score, place)]}) of their passages."""
    scores, counts, places = {}, {}, {}
    for score, rid, place in with_neighbours(hits):
        number = counts.get(rid, 0)
        counts[rid] = number + 1
        if not number:
            scores[rid] = score
        elif number <= len(ALSO):
            scores[rid] += ALSO[number - 1] * score
        if place != NOWHERE and number < MOST_PLACES:
            places.setdefault(rid, []).append((score, place))
    texts = sorted(((score, rid) for rid, score in scores.items()), key=lambda hit: -hit[0])
    return texts, places


def with_neighbours(hits):
    """Return hits, best first, with BESIDE of the better passage before or after each added.

    >>> with_neighbours([(4.0, 7, 9), (3.8, 7, 2), (3.0, 7, 1)])[0][1:]
    (7, 2)
    """
    best = hits[:BEST]
    alone = {(rid, place): score for score, rid, place in best if place != NOWHERE}
    found = []
    for score, rid, place in best:
        if place != NOWHERE:
            beside = max(alone.get((rid, place - 1), 0.0), alone.get((rid, place + 1), 0.0))
            score += BESIDE * beside
        found.append((score, rid, place))
    return sorted(found, key=lambda hit: -hit[0]) + hits[BEST:]


def in_order(hits):
    """Return the hits with those that score alike by record id: the same in every process.

    Nobody turns over so many pages that the others matter.
    """
    first = [(round(score, 3), rid) for score, rid in hits[:ORDERED]]
    return sorted(first, key=lambda hit: (-hit[0], hit[1])) + hits[ORDERED:]
