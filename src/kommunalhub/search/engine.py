"""Asking the catalog: one query, and the counts of all facets from what it gave.

Everything goes through the catalog's own view permission, so neither a hit nor a count tells
anybody of a thing they may not see.
"""

from dataclasses import dataclass
from kommunalhub.search import rules
from kommunalhub.search.interfaces import IFacet
from plone import api
from zope.component import getUtilitiesFor


SORTS = {
    "relevanz": {},
    "neu": {"sort_on": "modified", "sort_order": "descending"},
    "titel": {"sort_on": "sortable_title"},
}


@dataclass(frozen=True)
class Found:
    """The answer to a query: hits as brains, counts as {facet: Counter}."""

    hits: tuple
    counts: dict
    words: tuple
    every: bool = True


def facets(anonymous):
    """Return [(name, facet)] in their order, those of use to this kind of person."""
    found = [item for item in getUtilitiesFor(IFacet) if item[1].is_shown(anonymous)]
    return sorted(found, key=lambda item: (item[1].order, item[0]))


def search(text, chosen, sort="relevanz", anonymous=None):
    """Return what was Found for a text and chosen facets ({name: values}).

    Where no hit has every word, one word is enough (`every` is False then).
    """
    if anonymous is None:
        anonymous = api.user.is_anonymous()
    shown = facets(anonymous)
    words = rules.words_of(text)
    if text.strip() and not words:
        return Found((), {}, ())
    every = True
    brains = _ask(words, every, sort)
    if not brains and len(words) > 1:
        every = False
        brains = _ask(words, every, sort)
    places, counts = rules.narrow(_rows(brains, shown), _known(chosen, shown))
    return Found(tuple(brains[place] for place in places), counts, words, every)


def _ask(words, every, sort):
    query = {"portal_type": searched_types(), **SORTS.get(sort, {})}
    if words:
        query["SearchableText"] = rules.index_query(words, every)
    elif not query.get("sort_on"):
        query.update(SORTS["neu"])
    return list(api.portal.get_tool("portal_catalog")(**query))


def searched_types():
    """Return the types that the site wants to be found."""
    kept_out = api.portal.get_registry_record("plone.types_not_searched", default=()) or ()
    names = api.portal.get_tool("portal_types").objectIds()
    return [name for name in names if name not in kept_out]


def _rows(brains, shown):
    """Return for each brain its values in every facet, read from the indexes."""
    catalog = api.portal.get_tool("portal_catalog")
    indexes = {
        name: catalog.Indexes[facet.index]
        for name, facet in shown
        if facet.index in catalog.indexes()
    }
    return [
        {
            name: _values(index.getEntryForObject(brain.getRID(), ()))
            for name, index in indexes.items()
        }
        for brain in brains
    ]


def _values(entry):
    if isinstance(entry, str):
        return (entry,) if entry else ()
    return tuple(entry or ())


def _known(chosen, shown):
    """Return the chosen values without those of facets that nobody registered or may use."""
    names = {name for name, facet in shown}
    return {name: values for name, values in chosen.items() if name in names}
