"""GET @inbox and @submitted, POST @inbox-decide on the site."""

from kommunalhub import _
from kommunalhub.approvals import operations
from kommunalhub.approvals import workflows
from kommunalhub.approvals.cases import case_types
from kommunalhub.approvals.listing import inbox_brains
from kommunalhub.approvals.listing import Rows
from kommunalhub.approvals.listing import submitted_brains
from kommunalhub.approvals.listing import WHOSE
from kommunalhub.approvals.restapi.errors import error_body
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import texts_of
from kommunalhub.core.restapi.body import wrong
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service
from zExceptions import Unauthorized
from zope.i18n import translate
from zope.interface import alsoProvides


MOST = 100


class CaseListGet(Service):
    """What both lists share: batches of rows made from the catalog."""

    name = ""

    def reply(self):
        if api.user.is_anonymous():
            raise Unauthorized("Only for people who are signed in.")
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        batch = HypermediaBatch(self.request, self.brains())
        make = Rows()
        answer = {
            "@id": batch.canonical_url,
            "items": [self.item(make(brain)) for brain in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def chosen(self):
        """Return the filters `type` and `partner` of the query; unknown types are told."""
        form = self.request.form
        if form.get("type") and form["type"] not in case_types():
            message = _("error_unknown_case_type", default="There is no such kind of case.")
            raise wrong("type", message, self.request)
        return form.get("type"), form.get("partner")

    def item(self, row):
        """Return one row as clients know it."""
        due = row["due"]
        return {
            "@id": row["url"],
            "@type": row["type"],
            "UID": row["uid"],
            "title": row["title"],
            "case_number": row["number"],
            "partner": row["partner"],
            "review_state": row["state"],
            "review_state_title": self.said(row["state_title"]),
            "type_title": self.said(row["type_title"]),
            "due": due["iso"] if due else None,
            "due_text": self.said(due["text"]) if due else None,
            "overdue": row["overdue"],
            "question": row["question"],
            "reason": self.reason(row["word"]),
            "substituting": self.said(row["substituting"]) if row["substituting"] else None,
            "transitions": [
                {
                    "@id": f"{row['url']}/@workflow/{act['id']}",
                    "id": act["id"],
                    "title": self.said(act["title"]),
                    "needs_reason": act["needs_reason"],
                }
                for act in row["acts"]
                if act["allowed"]
            ],
        }

    def reason(self, word):
        """Return what was said with the last step, or None."""
        if word is None:
            return None
        return {
            "text": word["text"],
            "transition_title": self.said(word["verb"]),
            "who": self.said(word["who"]),
            "when": word["iso"],
        }

    def said(self, message):
        return translate(message, context=self.request)


class InboxGet(CaseListGet):
    """Cases that await the person, oldest due date first.

    Filters: `type`, `partner`, `overdue=1`, `whose` (mine, substituted).
    """

    def brains(self):
        portal_type, partner = self.chosen()
        form = self.request.form
        if form.get("whose") and form["whose"] not in WHOSE:
            message = _("error_whose", default="This must be mine or substituted.")
            raise wrong("whose", message, self.request)
        overdue = form.get("overdue") in ("1", "true")
        return inbox_brains(portal_type, partner, overdue, form.get("whose"))


class SubmittedGet(CaseListGet):
    """The person's own cases, last changed first; `type`, `partner`, `review_state`."""

    def brains(self):
        portal_type, partner = self.chosen()
        return submitted_brains(portal_type, partner, self.request.form.get("review_state"))


class InboxDecidePost(Service):
    """One transition on several cases: {uids, transition, comment, seen: {uid: state}}.

    Answers {results: [...]} in the order asked, each with `UID`, `status` ("done" or "failed"),
    `review_state`, and `error` when it failed; one that fails leaves the others done.
    """

    def reply(self):
        if api.user.is_anonymous():
            raise Unauthorized("Only for people who are signed in.")
        data = body_of(self.request)
        uids = texts_of(data, "uids", MOST, self.request)
        transition = text_of(data, "transition", self.request)
        if not transition:
            message = _("error_transition_missing", default="Please say which step to take.")
            raise wrong("transition", message, self.request)
        comment = text_of(data, "comment", self.request)
        seen = data.get("seen") or {}
        if not isinstance(seen, dict) or not all(isinstance(s, str) for s in seen.values()):
            message = _("error_seen", default="This must be an object of UIDs and states.")
            raise wrong("seen", message, self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        results = operations.decide_many(uids, transition, comment, seen)
        return {"results": [self.shown(result) for result in results]}

    def shown(self, result):
        case, error = result["case"], result["error"]
        shown = {"UID": result["uid"], "status": "failed" if error is not None else "done"}
        if case is not None:
            shown["@id"] = case.absolute_url()
            shown["title"] = case.Title()
            shown["review_state"] = workflows.state_of(case)
        if error is not None:
            shown["error"] = error_body(error, self.request)
        return shown
