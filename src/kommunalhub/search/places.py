"""Where in a thing it stands what was asked for, and what is said there: pure."""

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from kommunalhub.search.answering import answer
from kommunalhub.search.answering import VALUE
from kommunalhub.search.answering import value


#: So many places are told: the best, and others that are nearly as good.
MOST = 4
#: What a place scores at least, as a share of the best one, to be told beside it.
AS_GOOD = 0.55
#: What the best sentence of a passage counts beside the passage's own score.
SENTENCE = 0.15
#: What is left of the score of a passage of which nothing can be shown: code, a row of numbers.
UNSAID = 0.6


@dataclass(frozen=True)
class Place:
    """One place. place: number of the passage in its record; number: of its page, or the second.

    headings: the way to it. anchor: id of its heading on a page of the site. pieces: (text, is a
    hit) of what is shown of it. said: marking.Said, None where no sentence says it.
    """

    place: int
    number: int | None = None
    headings: tuple = ()
    anchor: str | None = None
    pieces: tuple = ()
    score: float = 0.0
    said: object = field(default=None, repr=False)
    sentence: str = ""


def places_of(record, scored, marker, most=MOST, as_good=AS_GOOD):
    """Return [Place] of a record, best first; scored: [(score, place)] as the index ranks them.

    as_good: the share of the best one's score that others need.

    A short text, which the index knows as one, is looked through.
    """
    if record.brought().is_one:
        found = [
            _place(number, passage, 1.0, marker) for number, passage in enumerate(record.passages())
        ]
        found = [place for place in found if place.said is not None]
        return sorted(found, key=lambda place: -place.score)[:most]
    best = max((score for score, _ in scored), default=0.0) or 1.0
    found = []
    passages = record.passages_at(number for _score, number in scored)
    for (score, number), passage in zip(scored, passages, strict=True):
        if passage is not None:
            found.append(_place(number, passage, score / best, marker))
    found.sort(key=lambda place: -place.score)
    least = found[0].score * as_good if found else 0.0
    return [place for place in found if place.score >= least][:most]


def answered(question, marker, record, places):
    """Return the Place at the sentence that answers a question, None where none does for sure.

    places: of the record, best first.
    """
    passages = [record.passage(place.place) for place in places]
    found = answer(question, marker, [passage.text for passage in passages])
    if found is None:
        return None
    number, start, end = found
    return _moved(places[number], passages[number], start, end)


def _moved(place, passage, start, end):
    """Return a Place at another sentence of its passage."""
    return replace(
        place,
        number=passage.number_at(start),
        headings=passage.way_at(start),
        anchor=passage.anchor_at(start),
        sentence=" ".join(passage.text[start:end].split()),
    )


def _place(number, passage, score, marker):
    said = marker.best(passage.text)
    offset = said.offset if said is not None else 0
    score *= UNSAID if said is None else 1.0
    if said is not None:
        score += SENTENCE * said.score / (marker.most or 1.0)
        score += VALUE * value(marker, passage.text)
    return Place(
        number,
        passage.number_at(offset),
        passage.way_at(offset),
        passage.anchor_at(offset),
        said.pieces if said is not None else (),
        score,
        said,
        " ".join(passage.text[slice(*said.sentence)].split()) if said is not None else "",
    )
