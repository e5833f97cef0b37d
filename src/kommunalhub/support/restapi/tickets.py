"""GET @tickets on `support`: the queue, or what one has reported oneself."""

from kommunalhub import _
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.tools import catalog
from kommunalhub.support import queue
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service


class TicketsGet(Service):
    """{items, items_total, batching}; filters: queue, partner, category, urgency, device."""

    def reply(self):
        helps = queue.helps()
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        chosen = queue.chosen_of(self.request.form, helps)
        asked = self.request.form.get("queue")
        if asked and asked != chosen["queue"]:
            message = _("error_queue", default="There is no such part of the queue.")
            raise wrong("queue", message, self.request)
        found = queue.find(catalog(), chosen, helps)
        parts = queue.parted(found, chosen["queue"], asking.userid(), formatting.now())
        found = parts[chosen["queue"]]
        batch = HypermediaBatch(self.request, found)
        make = Rows()
        answer = {
            "@id": batch.canonical_url,
            "items": [self.item(make, brain) for brain in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def item(self, make, brain):
        row, extra = make.plain(brain), brain.case_extra or {}
        return {
            "@id": row["url"],
            "UID": brain.UID,
            "title": brain.Title,
            "number": row["number"],
            "partner": brain.partner or None,
            "review_state": brain.review_state,
            "due": row["due"]["iso"] if row["due"] else None,
            "urgency": extra.get("urgency"),
            "category": extra.get("category"),
            "device": extra.get("device"),
            "assigned": assigned_to(brain),
        }
