"""`@programmes`: the catalogue with its filters; `@check`: that a programme was compared."""

from datetime import date
from decimal import Decimal
from kommunalhub.core.money import as_json
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.funding.programmes import finding
from kommunalhub.funding.programmes import operations
from kommunalhub.funding.programmes.browser.comparison import Comparison
from kommunalhub.funding.programmes.deadlines import standing_in
from kommunalhub.funding.programmes.said import NOT_A_DAY
from kommunalhub.funding.programmes.said import UNKNOWN_TOKEN
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


#: What lists know of a programme as text, and is money.
AMOUNTS = ("min_amount", "max_amount", "threshold")


def to_the_cent(text):
    return as_json(Decimal(text)) if text else None


class ProgrammesGet(Service):
    """GET @programmes: those the person may see, the next deadline first, batched.

    Filters as on the page; `from` and `to` (days) ask for calls that close between them.
    """

    def reply(self):
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        form = self.request.form
        chosen = finding.chosen_in(form)
        for name in finding.FILTERS:
            if form.get(name) and name not in chosen:
                raise wrong(name, UNKNOWN_TOKEN, self.request)
        first, last = self.day("from"), self.day("to")
        if first or last:
            brains = finding.closing_between(
                self.context, chosen, first or date.min, last or date.max
            )
        else:
            passed = str(form.get("passed", "")) in ("1", "true")
            brains = finding.programmes(self.context, chosen, passed)
        batch = HypermediaBatch(self.request, brains)
        answer = {
            "@id": batch.canonical_url,
            "items": [self.item(brain) for brain in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def day(self, name):
        text = self.request.form.get(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except (TypeError, ValueError) as error:
            raise wrong(name, NOT_A_DAY, self.request) from error

    def item(self, brain):
        facts = brain.funding_facts or {}
        standing = standing_in(facts)
        calls = [
            {"opens": opens, "closes": closes, "pot": to_the_cent(pot), "remark": remark}
            for closes, opens, pot, remark in facts.get("calls", ())
        ]
        return {
            "@id": brain.getURL(),
            "@type": brain.portal_type,
            "UID": brain.UID,
            "title": brain.Title,
            "description": brain.Description,
            "review_state": brain.review_state,
            **facts,
            **{name: to_the_cent(facts.get(name)) for name in AMOUNTS},
            "calls": calls,
            "deadline": standing["day"].isoformat() if standing["day"] else None,
            "standing": standing["status"],
            "standing_title": translate(standing["text"], context=self.request),
        }


class CompareGet(Service):
    """GET @programmes-compare?uid=…&uid=…: up to four programmes, term by term."""

    def reply(self):
        page = Comparison(self.context, self.request)
        page.programmes, page.only_different = page.chosen(), False
        return {
            "@id": f"{self.context.absolute_url()}/@programmes-compare",
            "programmes": [
                {"@id": one.absolute_url(), "UID": one.UID(), "title": one.Title()}
                for one in page.programmes
            ],
            "terms": [self.term(row) for _heading, rows in page.groups() for row in rows],
        }

    def term(self, row):
        values = [cell["value"] if cell["is_known"] else None for cell in row["cells"]]
        return {
            "title": translate(row["label"], context=self.request),
            "values": [value and translate(value, context=self.request) for value in values],
            "differs": row["differs"],
        }


class CheckPost(Service):
    """POST @check: the terms were compared with the source today."""

    def reply(self):
        body_of(self.request)
        # What another site made a browser send does not come this far (security/writes.py).
        alsoProvides(self.request, IDisableCSRFProtection)
        day = operations.check(self.context)
        return {"checked_on": day.isoformat(), "checked_by": self.context.checked_by}
