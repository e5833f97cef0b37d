"""GET @tickets on `support`: the queue, or what one has reported oneself."""

from kommunalhub import _
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.private.catalog import brain_at
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.tools import catalog
from kommunalhub.support import queue
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service


class TicketsGet(Service):
    """{items, items_total, batching}; filters: queue, months and queue.FILTERS."""

    def reply(self):
        helps = queue.helps()
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        chosen = queue.chosen_of(self.request.form, helps)
        asked = self.request.form.get("queue")
        if asked and asked != chosen["queue"]:
            message = _("error_queue", default="There is no such part of the queue.")
            raise wrong("queue", message, self.request)
        months = self.request.form.get("months")
        if months and months not in queue.MONTHS:
            message = _("error_months", default="Please choose one of these: 3, 12, all.")
            raise wrong("months", message, self.request)
        now = formatting.now()
        found = queue.find(catalog(), chosen, now, helps)
        parts = queue.parted(catalog(), found, chosen["queue"], asking.userid(), now)
        batch = HypermediaBatch(self.request, parts[chosen["queue"]])
        make, brain = Rows(), brain_at(catalog())
        answer = {
            "@id": batch.canonical_url,
            "items": [self.item(make, brain(rid)) for rid in batch],
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
