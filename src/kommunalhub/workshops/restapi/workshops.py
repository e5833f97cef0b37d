"""GET @workshops: what is still to come, with free seats."""

from kommunalhub.core.restapi.body import number_of
from kommunalhub.workshops.browser.programme import Programme
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service


class WorkshopsGet(Service):
    """Batched as plone.restapi does; filters as on the page: topic, audience, place, free, past."""

    def reply(self):
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        programme = Programme(self.context, self.request)
        batch = HypermediaBatch(self.request, programme.found)
        answer = {
            "@id": batch.canonical_url,
            "items": [item(programme.row(brain)) for brain in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer


def item(row):
    return {
        "@id": row["url"],
        "@type": "Workshop",
        "title": row["title"],
        "description": row["about"],
        "start": row["iso"],
        "place": row["place"],
        "public": bool(row["is_public"]),
        "dates": row["dates"],
        "open": row["is_open"],
        "cancelled": row["is_cancelled"],
        "free_seats": row["free"],
        "waiting": row["waiting"],
    }
