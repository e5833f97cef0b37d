"""Asking: hits, their order, and the counts of all facets from what was found.

What a person may not see is cut first, by the catalog; hits, counts and suggestions come from what
is left, so none of them tells anybody of a thing they may not see.
"""

from BTrees.IIBTree import IISet
from BTrees.IIBTree import IITreeSet
from BTrees.IIBTree import intersection
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from kommunalhub.core import asking
from kommunalhub.core import registry
from kommunalhub.core import tools
from kommunalhub.core.private.catalog import records_by_value
from kommunalhub.core.private.catalog import rids_of
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.answering import is_ahead
from kommunalhub.search.fulltext.ranking import Ranked
from kommunalhub.search.interfaces import IFacet
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.search.marking import Marker
from kommunalhub.search.places import answered
from kommunalhub.search.places import AS_GOOD
from kommunalhub.search.places import MOST
from kommunalhub.search.places import places_of
from zope.component import getUtilitiesFor
from zope.component import getUtility


SORTS = {
    "relevanz": {},
    "neu": {"sort_on": "modified", "sort_order": "descending"},
    "titel": {"sort_on": "sortable_title"},
}


class Brains:
    """A sequence of brains in their order that wakes only those that are asked for."""

    def __init__(self, catalog, rids):
        self.rids = rids
        self._catalog = catalog._catalog

    def __len__(self):
        return len(self.rids)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return tuple(self._catalog[rid] for rid in self.rids[place])
        return self._catalog[self.rids[place]]

    def brain_of(self, rid):
        return self._catalog[rid]

    def __eq__(self, other):
        return tuple(self) == tuple(other)


@dataclass(frozen=True)
class Answer:
    """The answer to a query: hits as brains, counts as {facet: {value: count}}.

    suggestions: {unknown word: word that was meant, perhaps}. marker: marks what was asked for.
    waiting: texts that are still to be read, after a loss or on a new machine. finder: tells where
    it stands, None where nothing was asked for in words. ranked: [(score, record id)], best first.
    """

    hits: object = ()
    counts: dict = field(default_factory=dict)
    suggestions: dict = field(default_factory=dict)
    unknown: tuple = ()
    marker: object = None
    waiting: int = 0
    finder: object = None
    ranked: tuple = ()

    @property
    def answer(self):
        """The sentence that answers, as (brain, places.Place), or None."""
        found = self.finder.answer(self.ranked) if self.finder is not None else None
        if found is None:
            return None
        rid, place = found
        return self.hits.brain_of(rid), place

    @property
    def every(self):
        """Tell whether each word that was asked for is in a text that may be seen."""
        return not self.unknown


def facets(anonymous):
    """Return [(name, facet)] in their order, those of use to this kind of person."""
    found = [item for item in getUtilitiesFor(IFacet) if item[1].is_shown(anonymous)]
    return sorted(found, key=lambda item: (item[1].order, item[0]))


def search(text, chosen, sort="relevanz", anonymous=None, beginning=False):
    """Return the Answer for a text and chosen facets ({name: values}).

    beginning: the last word is still being typed.
    """
    if anonymous is None:
        anonymous = asking.is_anonymous()
    shown = facets(anonymous)
    query = replace(parse(text), beginning=beginning)
    if text.strip() and not query.asks:
        return Answer()
    catalog = tools.catalog()
    seen = visible(catalog)
    ranked = Ranked()
    if query.asks:
        ranked = catalog._catalog.getIndex(INDEX).search(query, seen)
        hits = ranked.ranked
        base = IISet(rid for _, rid in hits)
    else:
        hits, base = None, seen
        sort = sort if SORTS.get(sort) else "neu"
    rids, counts = narrow(catalog, base, chosen, shown)
    if SORTS.get(sort):
        order = catalog._catalog.sortResults(
            rids,
            catalog._catalog.getIndex(SORTS[sort]["sort_on"]),
            reverse=SORTS[sort].get("sort_order") == "descending",
        )
        order = rids_of(order)
        best = ()
    else:
        best = [hit for hit in hits if hit[1] in rids]
        order = [rid for _, rid in best]
    answering, index = getUtility(ISearchEngine), catalog._catalog.getIndex(INDEX)
    marker = Marker(answering.analyser(index), query, ranked.suggestions.values())
    return Answer(
        Brains(catalog, order),
        counts,
        ranked.suggestions,
        ranked.unknown,
        marker,
        answering.waiting(index),
        Finder(index, query, marker, ranked.places) if query.asks else None,
        tuple(best[:2]),
    )


class Finder:
    """Where in the things that were found it stands; query: as parsed, places: as Ranked has them.

    Only for hits that the person may see.
    """

    def __init__(self, index, query, marker, places):
        self.index = index
        self.query = query
        self.marker = marker
        self.places = places

    def places_of(self, brain, most=MOST):
        """Return [places.Place] of a hit, best first; [] where no passage says it."""
        return self.places_in(brain.getRID(), most)

    def places_in(self, rid, most=MOST, all_of_it=False):
        """all_of_it: look at more passages than the best few of a ranking over all things."""
        record = self.index.getEntryForObject(rid)
        if record is None:
            return []
        scored = () if all_of_it else self.places.get(rid, ())
        if not scored and not record.brought().is_one:
            answering = getUtility(ISearchEngine)
            scored = answering.passages(self.index, self.query, rid, most if all_of_it else None)
        return places_of(record, scored, self.marker, most, 0.0 if all_of_it else AS_GOOD)

    def version(self, brain):
        """Return what changes with the text of a hit; None for a text that is one passage."""
        rid = brain.getRID()
        record = self.index.getEntryForObject(rid)
        if record is None or record.brought().is_one:
            return None
        return self.index.stamps.get(rid)

    def answer(self, ranked):
        """Return (record id, places.Place) of what answers a question word for word, or None.

        ranked: [(score, record id)] of what the person may see, best first.
        """
        if not ranked or not is_ahead(ranked):
            return None
        rid = ranked[0][1]
        record, places = self.index.getEntryForObject(rid), self.places_in(rid)
        place = answered(self.query.text, self.marker, record, places)
        return (rid, place) if place is not None else None


def within(uid, text, most):
    """Return (brain, Finder, [places.Place]) for a text asked of one thing, best first, or None.

    None for a thing that the person may not see, and where nothing is asked.
    """
    query = parse(text)
    catalog = tools.catalog()
    found = catalog(UID=uid) if uid and query.asks else ()
    if not found:
        return None
    index = catalog._catalog.getIndex(INDEX)
    marker = Marker(getUtility(ISearchEngine).analyser(index), query)
    finder = Finder(index, query, marker, {})
    return found[0], finder, finder.places_in(found[0].getRID(), most, all_of_it=True)


def visible(catalog, **query):
    """Return the record ids of all that the person may see and the site wants to be found."""
    found = catalog(portal_type=searched_types(), **query)
    return IITreeSet(rids_of(found))


def searched_types():
    """Return the types that the site wants to be found."""
    kept_out = registry.read("plone.types_not_searched") or ()
    names = tools.tool("portal_types").objectIds()
    return [name for name in names if name not in kept_out]


def narrow(catalog, base, chosen, shown):
    """Return (record ids with all that is chosen, {facet: {value: count}}).

    The counts of a facet are what its values would find together with everything chosen in the
    other facets, so that a second value can be added.
    """
    facets_by_name = dict(shown)
    indexes = {
        name: catalog._catalog.getIndex(facet.index)
        for name, facet in shown
        if facet.index in catalog.indexes()
    }
    picked = {
        name: _with_any(indexes[name], _indexed(facets_by_name[name], values))
        for name, values in chosen.items()
        if values and name in indexes
    }
    result = base
    for rids in picked.values():
        result = intersection(result, rids)
    counts = {}
    for name, index in indexes.items():
        others = base
        for other, rids in picked.items():
            if other != name:
                others = intersection(others, rids)
        counts[name] = _grouped(facets_by_name[name], _counted(index, others))
    return result, counts


def _indexed(facet, values):
    """Return the values of the index that values of a facet stand for."""
    if facet.groups is None:
        return values
    return [one for value in values for one in facet.groups.get(value, ())]


def _grouped(facet, counts):
    """Return {value of the facet: count} for {value of its index: count}."""
    if facet.groups is None:
        return counts
    sums = {value: sum(counts.get(one, 0) for one in ones) for value, ones in facet.groups.items()}
    return {value: count for value, count in sums.items() if count}


def _with_any(index, values):
    """Return the record ids that have one of the values in a Field- or KeywordIndex."""
    found = IITreeSet()
    for value in values:
        found.update(_rids(records_by_value(index).get(value, ())))
    return found


def _counted(index, rids):
    counts = {}
    for value, having in records_by_value(index).items():
        count = len(intersection(_rids(having), rids)) if value else 0
        if count:
            counts[value] = count
    return counts


def _rids(entry):
    """Return a set; an index keeps a single record id as a number."""
    return IISet((entry,)) if isinstance(entry, int) else IISet(entry) if entry == () else entry
