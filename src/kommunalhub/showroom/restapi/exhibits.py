"""GET @exhibits: what is on, for programs; GET @gaps of an exhibit: what it lacks."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.showroom import gaps
from kommunalhub.showroom import reading
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service
from zExceptions import Unauthorized
from zope.i18n import translate


MOST = 100
TOO_MANY = _("error_exhibits_size", default="At most ${n} at once, please.", mapping={"n": MOST})
WRONG = {
    "kind": _("error_exhibits_kind", default="There is no such kind of exhibit."),
    "topic": _("error_exhibits_topic", default="No topic is called so."),
    "partner": _("error_exhibits_partner", default="No administration is called so."),
    "language": _("error_exhibits_language", default="No language is called so."),
    "b_size": TOO_MANY,
}


class ExhibitsGet(Service):
    """Batched as plone.restapi does; filters and order as on the page."""

    def reply(self):
        asked, wrong = reading.asked_in(self.request.form)
        errors = {name: WRONG[name] for name in wrong}
        number_of(self.request, "b_start", 0, least=0)
        if number_of(self.request, "b_size", 25, least=1) > MOST:
            errors["b_size"] = WRONG["b_size"]
        if errors:
            return refused(errors, self.request)
        rows = reading.exhibits(formatting.now(), **asked)
        batch = HypermediaBatch(self.request, rows)
        answer = {
            "@id": batch.canonical_url,
            "items": [item_of(row) for row in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer


def item_of(row):
    """Return a row of the list as JSON."""
    shown = row.shown
    return {
        "@id": shown["url"],
        "UID": shown["uid"],
        "title": shown["title"],
        "description": shown["about"],
        "kind": shown["kind_id"],
        "partner": shown["partner_id"],
        "place": shown["place"] or None,
        "topics": row.facts.get("topics", []),
        "languages": row.facts.get("languages", []),
        "easy_language": bool(row.facts.get("simple")),
        "sign_language": bool(row.facts.get("sign")),
        "live": shown["look"] or None,
        "starts": shown["iso"],
        "image": shown["picture"],
        "review_state": row.brain.review_state,
        "needed": row.lacks,
    }


class GapsGet(Service):
    """What keeps an exhibit from the public, what was promised, what would be better."""

    def reply(self):
        if not gaps.may_read(self.context):
            raise Unauthorized(self.context.getId())
        base = self.context.absolute_url()
        found = gaps.gaps_of(self.context)
        return {
            "@id": f"{base}/@gaps",
            "publishable": not any(gap.keeps_back for gap in found),
            "items": [
                {
                    "message": translate(gap.said, context=self.request),
                    "@id": f"{base}/{gap.path}" if gap.path else base,
                    "blocks": gap.keeps_back,
                    "until": gap.until.isoformat() if gap.until else None,
                }
                for gap in found
            ],
        }
