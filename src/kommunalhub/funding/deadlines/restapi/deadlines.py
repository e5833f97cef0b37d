"""@deadlines: those of all cases on the section, those of one case with how they were computed."""

from kommunalhub import _
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import operations
from kommunalhub.funding.deadlines import said
from kommunalhub.funding.deadlines.asked import asked_in
from kommunalhub.funding.deadlines.asked import today
from kommunalhub.funding.deadlines.listing import anchor
from kommunalhub.funding.deadlines.listing import Listing
from kommunalhub.funding.deadlines.storage import chains_of
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.batching import HypermediaBatch
from zExceptions import NotFound
from zope.interface import alsoProvides


NOT_KNOWN = _("error_value_unknown", default="This value is not known here.")


class Cut:
    """A listing as a sequence that wakes only what is shown."""

    def __init__(self, listing):
        self.listing = listing

    def __len__(self):
        return self.listing.total

    def __getitem__(self, part):
        if isinstance(part, slice):
            start, stop, _step = part.indices(len(self))
            return self.listing.cut(start, stop - start)
        return self.listing.cut(part, 1)[0]


class DeadlinesGet(OwnService):
    """GET @deadlines of the section: batched; state, partner, kind, first, last narrow it."""

    def answer(self):
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        asked, wrong = asked_in(self.request.form)
        if wrong:
            return refused(dict.fromkeys(wrong, NOT_KNOWN), self.request)
        batch = HypermediaBatch(self.request, Cut(Listing(asked, today())))
        answer = {
            "@id": batch.canonical_url,
            "items": [self.item(row) for row in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def item(self, row):
        if row.how:
            standing, _look = said.over(row.how, row.over)
        else:
            standing, _look = said.standing_of(row.kind, row.day, today())
        return {
            "@id": row.url,
            "case": row.brain.getURL(),
            "case_title": row.brain.Title,
            "application": row.number,
            "key": row.key,
            "kind": row.kind,
            "title": self.said(said.title(row.kind, row.text)),
            "day": row.day.isoformat(),
            "partner": row.partner,
            "standing": row.how or keeping.standing_of(row.kind, row.day, today()),
            "standing_title": self.said(standing),
            "over_since": row.over.isoformat() if row.over else None,
        }


class CaseDeadlines(OwnService):
    """What the services of a case share."""

    def item(self, number, entry):
        done, standing = entry["done"], keeping.standing(entry, today())
        url = f"{self.context.absolute_url()}/@@antrag/{number}#frist-{anchor(entry['key'])}"
        return {
            "@id": url,
            "application": number,
            "key": entry["key"],
            "kind": entry["kind"],
            "title": self.said(said.title(entry["kind"], entry["text"])),
            "day": _iso(entry["day"]),
            "before": _iso(entry["before"]),
            "shift": entry["shift"] or None,
            "rule": self.said(said.rule(entry)),
            "sources": [self.said(one) for one in said.sources(entry)],
            "steps": [self.said(one) for one in said.steps(entry)],
            "notice": entry["notice"] or None,
            "earlier": [
                {name: _iso(one[name]) for name in ("day", "until")} for one in entry["earlier"]
            ],
            "standing": standing,
            "standing_title": self.said(said.standing(entry, today())[0]),
            "done": done and {"day": _iso(done["day"]), "remark": done["remark"]},
            "sequence": entry["sequence"],
        }


class CaseDeadlinesGet(CaseDeadlines):
    """GET @deadlines of a case: all of them, by application and day."""

    def answer(self):
        found = chains_of(self.context).entries.items()
        ordered = sorted(
            found, key=lambda one: (one[0][0], one[1]["day"] is None, _iso(one[1]["day"]), one[0])
        )
        return {
            "@id": f"{self.context.absolute_url()}/@deadlines",
            "items": [self.item(number, entry) for (number, _key), entry in ordered],
        }


class CaseDeadlinesPost(CaseDeadlines):
    """POST @deadlines {application, key, day, remark}: done; {..., "done": false}: not done."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        data = body_of(self.request)
        number, key = data.get("application"), data.get("key")
        if type(number) is not int or not isinstance(key, str):
            name = "key" if type(number) is int else "application"
            return refused({name: NOT_KNOWN}, self.request)
        done = data.get("done", True)
        if not isinstance(done, bool):
            return refused({"done": NOT_KNOWN}, self.request)
        try:
            if done:
                entry = operations.mark_done(self.context, number, key, data)
            else:
                entry = operations.mark_undone(self.context, number, key)
        except KeyError as error:
            raise NotFound(key) from error
        except Wrong as wrong:
            return refused(wrong.errors, self.request)
        return self.item(number, entry)


def _iso(day):
    return day.isoformat() if day else None
