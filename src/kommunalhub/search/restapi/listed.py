"""A list to search in of one kind of thing: what `@materials` is made of."""

from kommunalhub.search import engine
from kommunalhub.search.restapi.answers import Answers
from kommunalhub.search.restapi.asked import check_batch
from kommunalhub.search.restapi.asked import chosen_of
from kommunalhub.search.restapi.asked import sort_of
from kommunalhub.search.restapi.asked import words_of
from plone.restapi.batching import HypermediaBatch
from plone.restapi.interfaces import ISerializeToJsonSummary
from plone.restapi.services import Service
from zope.component import getMultiAdapter


class ListedGet(Service):
    """GET `q`, facets, `sort`, `b_start`, `b_size`: hits in the order of the search page.

    always: {facet: values} that are chosen besides whatever is asked.
    """

    always = {}

    def reply(self):
        form = self.request.form
        check_batch(self.request)
        words = words_of(form, "q", self.request)
        chosen = {**chosen_of(form, self.request), **self.always}
        found = engine.search(words, chosen, sort_of(form, self.request))
        batch = HypermediaBatch(self.request, found.hits)
        answers = Answers(found, chosen, self.request)
        result = {
            "@id": batch.canonical_url,
            "items": [{**self.summary(brain), **answers.of(brain)} for brain in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            result["batching"] = batch.links
        return result | answers.beside(without=self.always)

    def summary(self, brain):
        summary = getMultiAdapter((brain, self.request), ISerializeToJsonSummary)()
        return {"UID": brain.UID, **summary}
