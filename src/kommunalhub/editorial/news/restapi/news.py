"""GET @news of `aktuelles`: what the page shows, for programs."""

from datetime import UTC
from kommunalhub import _
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.editorial.news.reading import asked_in
from kommunalhub.editorial.news.reading import ReleasedNews
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service


MOST = 100
WRONG = {
    "partner": _("error_news_partner", default="No administration is called so."),
    "topic": _("error_news_topic", default="No topic is called so."),
    "month": _("error_news_month", default="This must be a month, like 2026-11."),
    "b_size": _("error_news_size", default="At most ${n} at once, please.", mapping={"n": MOST}),
}


class NewsGet(Service):
    """Batched as plone.restapi does; what stands on top comes first; filters as on the page."""

    def reply(self):
        asked, wrong = asked_in(self.request.form)
        errors = {name: WRONG[name] for name in wrong}
        number_of(self.request, "b_start", 0, least=0)
        if number_of(self.request, "b_size", 25, least=1) > MOST:
            errors["b_size"] = WRONG["b_size"]
        if errors:
            return refused(errors, self.request)
        found = ReleasedNews(**asked)
        batch = HypermediaBatch(self.request, found.rids)
        answer = {
            "@id": batch.canonical_url,
            "items": [item_of(row) for row in found.rows(batch, scale="large")],
            "items_total": batch.items_total,
            "months": {month: count for _year, months in found.months for month, count in months},
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer


def item_of(row):
    """Return a row of the list as JSON."""
    picture = row["picture"]
    return {
        "@id": row["url"],
        "UID": row["uid"],
        "title": row["title"],
        "description": row["text"],
        "effective": _iso(row["out"]),
        "modified": _iso(row["changed"]),
        "partner": row["partner_id"],
        "topics": row["tokens"],
        "internal": row["internal"],
        "pinned": row["pinned"],
        "must_read": row["must_read"],
        "comments": row["comments"],
        "image": picture
        and {name: picture[name] for name in ("src", "width", "height", "alt", "focus")},
    }


def _iso(moment):
    return moment.astimezone(UTC).isoformat(timespec="seconds")
