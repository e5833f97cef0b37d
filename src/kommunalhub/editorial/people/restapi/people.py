"""GET @people on `personen`: who does what."""

from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import number_of
from kommunalhub.editorial.people import finding
from kommunalhub.editorial.people import presence
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service
from zope.i18n import translate


class PeopleGet(Service):
    """{items, items_total, batching}; `q` (a task, a word or a name), `partner`, `unit`."""

    def reply(self):
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        positions = finding.Positions()
        found = finding.found(finding.chosen_in(self.request.form), positions)
        batch = HypermediaBatch(self.request, found.positions)
        self.now, self.positions = formatting.now(), positions
        answer = {
            "@id": batch.canonical_url,
            "items": [self.item(one, found) for one in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def item(self, one, found):
        tasks, hits = found.tasks_of(one)
        texts = ["".join(text for text, _hit in task) for task in tasks]
        return {
            "@id": one.url,
            "UID": one.uid,
            "title": one.title,
            "partner": one.partner or None,
            "unit": one.unit or None,
            "is_head": one.is_head,
            "name": one.person.name or None,
            "tasks": texts,
            "tasks_found": texts[:hits],
            "review_state": one.state,
            **{name: one.facts[name] or None for name in ("room", "phone", "email", "hours")},
            "today": self.today(one),
        }

    def today(self, one):
        found = presence.today(one, self.now, self.positions)
        if found is None:
            return None
        return {
            "kind": found.kind,
            "text": translate(found.text, context=self.request),
            "at": formatting.to_local(found.until).isoformat() if found.until else None,
            "substitute": found.substitute or None,
        }
