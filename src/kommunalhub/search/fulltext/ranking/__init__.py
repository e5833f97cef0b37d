"""A query as clauses with weights, and what it finds among the texts that may be seen.

A text in several passages scores what its best passage does, and a little more for others that are
good as well; what it is called and described by counts for each of them.

A word counts as known only when a text that may be seen has it: what nobody may see changes
neither the hits nor whether something else is suggested.
"""

from dataclasses import dataclass
from dataclasses import field
from kommunalhub.search.fulltext.ranking import values
from kommunalhub.search.fulltext.ranking.hits import by_text
from kommunalhub.search.fulltext.ranking.hits import in_order
from kommunalhub.search.fulltext.ranking.hits import MOST_PLACES
from kommunalhub.search.fulltext.ranking.question import Question
from kommunalhub.search.fulltext.ranking.sources import any_of
from kommunalhub.search.fulltext.sidecar import KEY
from kommunalhub.search.fulltext.sidecar import key_of
from kommunalhub.search.fulltext.sidecar import NOWHERE
from tantivy import Query as Clause


@dataclass
class Ranked:
    """ranked: [(score, record id)], best first; unknown: words as typed that nothing has.

    suggestions: {unknown word: what may have been meant, as it is written in a text}. places:
    {record id: [(score, place), ...]} of the best passages of texts that have several.
    """

    ranked: list = field(default_factory=list)
    unknown: tuple = ()
    suggestions: dict = field(default_factory=dict)
    places: dict = field(default_factory=dict)


def search(sources, query, analyser, within=None, records=None):
    """Return what is Ranked in all sources: (sidecar, record ids in it that do not count)."""
    if not query.asks:
        return Ranked()
    asked = Question(sources, analyser, within, records)
    clause, unknown = asked.clause_of(query)
    found = Ranked(unknown=unknown)
    if clause is not None:
        hits, others = asked.best_and_others(clause)
        texts, found.places = by_text(hits)
        ranked = asked.brought_near(in_order(texts), query)
        ranked = values.brought_up(asked, ranked, query, found.places)
        known = {rid for _, rid in ranked}
        found.ranked = ranked + [(0.0, rid) for rid in sorted(others - known)]
    found.suggestions = asked.suggestions
    return found


def passages(sources, query, analyser, rid, records=None, limit=MOST_PLACES):
    """Return [(score, place)] of the passages of one text that answer a query, best first."""
    if not query.asks:
        return []
    keys = {
        key_of(rid, sidecar.known[rid])
        for sidecar, left_out in sources
        if rid in sidecar.known and rid not in left_out
    }
    if not keys:
        return []
    asked = Question(sources, analyser, {rid}, records)
    asked.only = Clause.const_score_query(
        any_of(Clause.term_query(asked.schema, KEY, key) for key in keys), 0.0
    )
    clause, _unknown = asked.clause_of(query)
    if clause is None:
        return []
    found = asked.find_passages(clause, limit + 1)
    return [(score, place) for score, _, place in found if place != NOWHERE][:limit]
