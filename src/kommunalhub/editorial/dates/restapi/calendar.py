"""GET @calendar: the dates of all offers that who asks may see."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.agenda import said
from kommunalhub.core.agenda.feeds import AHEAD
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.editorial.dates import gathering
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service


#: The longest time that is answered at once, and what is when nothing is asked for.
LONGEST, USUAL = timedelta(days=400), timedelta(days=28)
MOST = 500
WRONG = {
    "moment": _("error_calendar_moment", default="This must be a day or a time (ISO 8601)."),
    "order": _("error_calendar_order", default="`to` must lie after `from`."),
    "far": _(
        "error_calendar_far",
        default="At most ${days} days at once, please.",
        mapping={"days": LONGEST.days},
    ),
    "name": _("error_calendar_name", default="Nothing is called so here."),
    "size": _("error_calendar_size", default="At most ${n} at once, please.", mapping={"n": MOST}),
}


class CalendarGet(Service):
    """Batched as plone.restapi does; from, to, and filters as on the page."""

    def reply(self):
        errors = {}
        asked, wrong = gathering.asked_in(self.request.form)
        errors.update(dict.fromkeys(wrong, WRONG["name"]))
        now = formatting.now()
        span = span_in(self.request.form, now, errors)
        number_of(self.request, "b_start", 0, least=0)
        if number_of(self.request, "b_size", 25, least=1) > MOST:
            errors["b_size"] = WRONG["size"]
        if errors:
            return refused(errors, self.request)
        batch = HypermediaBatch(self.request, gathering.dates_in(asked, *span))
        answer = {
            "@id": batch.canonical_url,
            "items": [item_of(one, now) for one in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer


def span_in(form, now, errors):
    """Return (start, end) of what is asked for; what is none is told in errors, {field: sentence}.

    Without `from` it is from now on, without `to` for the usual time.
    """
    found = {}
    for name in ("from", "to"):
        value = form.get(name)
        try:
            found[name] = moment_in(value) if value else None
        except ValueError:
            errors[name] = WRONG["moment"]
    if errors:
        return None
    start = found["from"] or now
    try:
        end = found["to"] or start + USUAL
        start - AHEAD, end + AHEAD  # the first and the last day there are
    except OverflowError:
        errors["from"] = WRONG["moment"]
        return None
    if end <= start:
        errors["to"] = WRONG["order"]
    elif end - start > LONGEST:
        errors["to"] = WRONG["far"]
    return start, end


def item_of(one, now):
    """Return an Occurrence as JSON."""
    before = one.before
    return {
        "@id": one.url,
        "uid": one.uid,
        "title": one.title,
        "description": one.about,
        "start": _iso(one.start),
        "end": None if one.is_open_end else _iso(one.end),
        "whole_day": one.is_whole_day,
        "place": one.place,
        "kind": one.kind,
        "partner": one.partner,
        "topics": list(one.topics),
        "audience": list(one.audience),
        "access": list(one.access),
        "state": said.states_of(one, now),
        "reason": one.reason,
        "before": before
        and {"start": _iso(before.start), "end": _iso(before.end), "place": before.place},
        "sequence": one.sequence,
        "mine": one.is_own,
    }


def _iso(moment):
    return formatting.to_local(moment).isoformat()
