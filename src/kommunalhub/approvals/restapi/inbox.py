"""GET @inbox, @submitted and @decided, POST @inbox-decide on the site."""

from kommunalhub import _
from kommunalhub.approvals import operations
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.errors import error_body
from kommunalhub.approvals.assignment.rules import CHOICES
from kommunalhub.approvals.browser.inbox import decision_title
from kommunalhub.approvals.lists.finding import LONGEST
from kommunalhub.approvals.lists.finding import words_of
from kommunalhub.approvals.lists.queries import decided_brains
from kommunalhub.approvals.lists.queries import decision_on
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.queries import SORTS
from kommunalhub.approvals.lists.queries import submitted_brains
from kommunalhub.approvals.lists.queries import WHOSE
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.approvals.processes import case_types
from kommunalhub.approvals.reviewing.rules import REASONS
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import texts_of
from kommunalhub.core.restapi.body import wrong
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


MOST = 100


class CaseListGet(Service):
    """What the lists share: batches of rows made from the catalog."""

    def reply(self):
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        batch = HypermediaBatch(self.request, self.brains())
        make = Rows()
        answer = {
            "@id": batch.canonical_url,
            "items": [self.shown(make, brain) for brain in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def shown(self, make, brain):
        """Return one brain as clients know it. make: Rows."""
        return self.item(make(brain))

    def chosen(self):
        """Return the filters `type` and `partner` of the query; unknown types are told."""
        form = self.request.form
        if form.get("type") and form["type"] not in case_types():
            message = _("error_unknown_case_type", default="There is no such kind of case.")
            raise wrong("type", message, self.request)
        return form.get("type"), form.get("partner")

    def one_of(self, name, values):
        """Return a parameter of the query or None; BadRequest when it is another value."""
        value = self.request.form.get(name)
        if not value:
            return None
        if not isinstance(value, str) or value not in values:
            message = _(
                "error_one_of",
                default="This must be one of: ${values}.",
                mapping={"values": ", ".join(values)},
            )
            raise wrong(name, message, self.request)
        return value

    def words(self):
        """Return what to look for in titles and numbers; BadRequest when it is too long."""
        typed = self.request.form.get("q") or ""
        if not isinstance(typed, str) or len(typed) > LONGEST:
            message = _(
                "error_search_long",
                default="Please look for no more than ${n} characters.",
                mapping={"n": LONGEST},
            )
            raise wrong("q", message, self.request)
        return words_of(typed)

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
            "upkeep": [why for why in REASONS if row["upkeep"] and row["upkeep"][why]],
            "assigned": self.assigned(row["assigned"]),
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

    def assigned(self, found):
        """Return {id, fullname, away} of who works on a case, or None."""
        if found is None:
            return None
        away = self.said(found["away"]) if found["away"] else None
        return {"id": found["id"], "fullname": found["name"], "away": away}

    def said(self, message):
        return translate(message, context=self.request)


class InboxGet(CaseListGet):
    """Cases that await the person, oldest due date first.

    Filters: `type`, `partner`, `overdue=1`, `whose` (mine, substituted), `assigned` (me, nobody),
    `q` (in title and number); `sort` (due, changed, title).
    """

    def brains(self):
        portal_type, partner = self.chosen()
        return inbox_brains(
            portal_type,
            partner,
            overdue=self.request.form.get("overdue") in ("1", "true"),
            whose=self.one_of("whose", WHOSE),
            assigned=self.one_of("assigned", CHOICES),
            words=self.words(),
            sort=self.one_of("sort", SORTS) or "due",
        )


class SubmittedGet(CaseListGet):
    """The person's own cases, last changed first.

    Filters: `type`, `partner`, `review_state`, `q`; `sort` (due, changed, title).
    """

    def brains(self):
        portal_type, partner = self.chosen()
        state = self.request.form.get("review_state")
        sort = self.one_of("sort", SORTS) or "changed"
        return submitted_brains(portal_type, partner, state, self.words(), sort)


class DecidedGet(CaseListGet):
    """What the person has decided on, their last decision first; `type`, `partner`, `q`.

    Each item has `decision` as well: {kind, action, title, to, when}.
    """

    def brains(self):
        portal_type, partner = self.chosen()
        return decided_brains(portal_type, partner, self.words())

    def shown(self, make, brain):
        found = decision_on(brain, make.actor.userid)
        title = self.said(decision_title(brain.portal_type, found))
        return {**self.item(make(brain, acts=False)), "decision": {**found, "title": title}}


class InboxDecidePost(Service):
    """One transition on several cases: {uids, transition, comment, seen: {uid: state}}.

    Answers {results: [...]} in the order asked, each with `UID`, `status` ("done" or "failed"),
    `review_state`, and `error` when it failed; one that fails leaves the others done.
    """

    def reply(self):
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
