"""@availability on a folder: what of its spaces is free, many spaces in one answer."""

from kommunalhub.booking import free
from kommunalhub.booking import rules
from kommunalhub.booking.restapi.service import asked_span
from kommunalhub.booking.settings import terms_of
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import refused
from plone.restapi.services import Service


class AvailabilityGet(Service):
    """GET ?from=&to=&kind=&seats=&equipment=: the free times of each space that fits."""

    def reply(self):
        span, errors = asked_span(self.request)
        if errors:
            return refused(errors, self.request)
        seats = number_of(self.request, "seats", 1, 1)
        kind = self.request.form.get("kind")
        wanted = self.request.form.get("equipment") or []
        wanted = wanted if isinstance(wanted, list) else [wanted]
        wanted = {one for one in wanted if isinstance(one, str)}
        now = formatting.now()
        query = {"space_kind": kind} if isinstance(kind, str) and kind else {}
        items = [
            self.shown(space, span, now)
            for space in free.spaces_in(self.context, **query)
            if space.seats >= seats and wanted <= set(space.equipment or ())
        ]
        url = f"{self.context.absolute_url()}/@availability"
        return {"@id": url, "items": items, "items_total": len(items)}

    def shown(self, space, span, now):
        terms = terms_of(space)
        return {
            "@id": space.absolute_url(),
            "title": space.Title(),
            "kind": space.kind,
            "seats": space.seats,
            "free": [
                {"start": gap.start.isoformat(), "end": gap.end.isoformat()}
                for gap in free.free_spans(space, span, now, terms)
            ],
            "closed": [day.isoformat() for day in span.days() if not rules.open_spans(day, terms)],
        }
