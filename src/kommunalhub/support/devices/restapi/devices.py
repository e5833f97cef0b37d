"""GET @devices on `support/geraete`: the list with its facets."""

from kommunalhub.core.restapi.body import number_of
from kommunalhub.support.devices import finding
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service


class DevicesGet(Service):
    """{items, items_total, facets, batching}; filters: q and those of finding.FILTERS."""

    def reply(self):
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        chosen, every = finding.chosen_in(self.request.form), finding.devices()
        batch = HypermediaBatch(self.request, finding.fitting(every, chosen))
        answer = {
            "@id": batch.canonical_url,
            "items": [item_of(one) for one in batch],
            "items_total": batch.items_total,
            "facets": {name: finding.facet(every, chosen, name) for name in finding.FILTERS},
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer


def item_of(one):
    return {
        "@id": one.brain.getURL(),
        "UID": one.brain.UID,
        "title": one.title,
        "kind": one.kind,
        "number": one.number,
        "partner": one.partner or None,
        "place": one.place or None,
        "person": one.person or None,
        "space": one.space or None,
        "condition": one.condition,
        "purchased": one.purchased.isoformat() if one.purchased else None,
        "warranty": one.warranty.isoformat() if one.warranty else None,
    }
