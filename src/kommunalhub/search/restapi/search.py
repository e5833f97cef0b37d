"""GET @search: with words it asks what the search page asks; without them it is Plone's own."""

from dataclasses import replace
from kommunalhub.core.private.catalog import brain_at
from kommunalhub.search import engine
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.restapi.answers import Answers
from kommunalhub.search.restapi.asked import check_batch
from kommunalhub.search.restapi.asked import chosen_of
from kommunalhub.search.restapi.asked import words_of
from plone.restapi.batching import HypermediaBatch
from plone.restapi.search.handler import SearchHandler
from plone.restapi.search.utils import unflatten_dotted_dict
from plone.restapi.services import Service
from ZTUtils.Lazy import LazyMap


WORDS = "SearchableText"


class WordsCatalog:
    """Stands in for the catalog: words are asked of the engine, all else of the catalog itself.

    The engine cuts to what the person may see before it asks, so that not even a suggestion or a
    word that only hidden texts have makes a difference.
    """

    found = hits = None

    def __init__(self, catalog, chosen):
        self.catalog = catalog
        self.chosen = chosen

    def searchResults(self, **query):
        words = query.pop(WORDS, None)
        if words is None:
            return self.catalog.searchResults(**query)
        for name in ("b_start", "b_size", "sort_limit"):
            query.pop(name, None)  # the catalog would cut before the words are asked
        self.found = engine.search(words, self.chosen)
        ranked = self.found.hits.rids if self.found.hits else ()
        among = engine.rids_of(self.catalog.searchResults(**query))
        if query.get("sort_on"):
            kept = set(ranked)
            rids = [rid for rid in among if rid in kept]
        else:
            kept = set(among)
            rids = [rid for rid in ranked if rid in kept]
        if not {rid for _, rid in self.found.ranked[:1]} <= set(rids):
            self.found = replace(self.found, ranked=())  # no answer out of what is left out
        self.hits = LazyMap(brain_at(self.catalog), rids)
        return self.hits


class SearchGet(Service):
    """Plone's answer; for words each item says where, and facets and suggestions stand beside."""

    def reply(self):
        check_batch(self.request)
        query = unflatten_dotted_dict(self.request.form.copy())
        if INDEX in query:
            query.setdefault(WORDS, query.pop(INDEX))
        chosen = {}
        if WORDS in query:
            query[WORDS] = words_of(query, WORDS, self.request)
            chosen = chosen_of(query, self.request)
            query = {name: value for name, value in query.items() if name not in chosen}
        handler = SearchHandler(self.context, self.request)
        catalog = handler.catalog = WordsCatalog(handler.catalog, chosen)
        wants_objects = "fullobjects" in query
        result = handler.search(query)
        if catalog.found is None:
            return result or {"@id": self.request["ACTUAL_URL"], "items": [], "items_total": 0}
        answers = Answers(catalog.found, chosen, self.request)
        if not wants_objects:
            for item, brain in zip(
                result["items"], HypermediaBatch(self.request, catalog.hits), strict=True
            ):
                item.update(answers.of(brain))
        return result | answers.beside()
