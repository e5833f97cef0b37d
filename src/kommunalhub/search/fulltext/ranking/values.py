"""What says the time, number or address a question wants comes before what has its words alone.

Wie lange, wie oft, wie viele, wann, wo: only the first texts are read for it, each at its best
place, and only the order changes.
"""

from kommunalhub.search.answering import VALUE
from kommunalhub.search.answering import value
from kommunalhub.search.answering import value_wanted
from kommunalhub.search.fulltext.ranking.hits import in_order
from kommunalhub.search.marking import Marker


#: So many of the first are read.
READ = 10


def brought_up(question, ranked, query, places):
    """Return [(score, record id)] in the new order; places: {record id: [(score, place)]}."""
    if value_wanted(query.text) is None or len(ranked) < 2:
        return ranked
    marker = Marker(question.analyser, query, question.suggestions.values())
    worth = VALUE * ranked[0][0]
    first = [
        (score + worth * value(marker, _text(question.records.get(rid), places.get(rid))), rid)
        for score, rid in ranked[:READ]
    ]
    return in_order(first) + ranked[READ:]


def _text(record, scored):
    """Return what a text says at its best place, "" where it is gone."""
    if record is None:
        return ""
    if not scored or record.brought().is_one:
        return record.fields()["body"]
    passage = record.passage(scored[0][1])
    return passage.text if passage is not None else ""
