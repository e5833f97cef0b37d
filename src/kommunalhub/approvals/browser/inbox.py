"""„Meine Vorgänge“ and its sisters: lists that work without scripts and on a phone."""

from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import operations
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.browser.caselist import CaseList
from kommunalhub.approvals.browser.caselist import SIZE
from kommunalhub.approvals.browser.decide import done_message
from kommunalhub.approvals.browser.story import TITLES
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.lists.queries import decided_brains
from kommunalhub.approvals.lists.queries import decision_on
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.queries import submitted_brains
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import formatting
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.forms.resume import is_resumed
from kommunalhub.core.offers import CASES
from kommunalhub.core.offers import pieces_at
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


#: The step that takes a page out of sight, and what it is called where a page is looked after.
RETRACT, OFFLINE = "retract", _("action_take_offline", default="Take offline")


class Inbox(CaseList):
    """@@inbox: what awaits the person, oldest due date first; several can be decided at once."""

    name = "inbox"
    offers = frozenset({"type", "partner", "overdue", "whose", "assigned"})
    sorts = ("due", "changed", "title")
    template = ViewPageTemplateFile("templates/inbox.pt")
    results = ()
    comment = ""
    problem = None

    def __call__(self):
        if self.request.method == "POST":
            check_authenticator(self.request)
            self.decide()
        elif is_resumed(self.request):
            self.comment = text(self.request.form.get("comment"))
        return super().__call__()

    @property
    def token(self):
        return createToken()

    def script(self):
        return static_url("inbox.js", self.context.absolute_url())

    def pieces(self):
        """Return the pieces of HTML that offers show below the list."""
        return pieces_at(CASES, self.request)

    @cached_property
    def brains(self):
        chosen = self.chosen
        return inbox_brains(
            chosen["type"],
            chosen["partner"],
            bool(chosen["overdue"]),
            chosen["whose"],
            chosen["assigned"],
            self.words,
            self.sort,
        )

    # Several at once.

    @property
    def is_bulk(self):
        return bool(self.request.form.get("several"))

    def kept(self):
        return {"several": "1"} if self.is_bulk else {}

    @property
    def picked(self):
        """The uids that were ticked."""
        picked = self.request.form.get("uids") or []
        return [uid for uid in (picked if isinstance(picked, list) else [picked]) if text(uid)]

    def bulk_acts(self):
        """Return the steps of the rows as [{value, key, title, style}], each once.

        What is called the same is one step, whatever kinds of case have it: its value names these.
        A script leaves those that are open for all ticked cases; each row tells its own.
        """
        acts = {}
        for row in self.rows:
            for act in self.row_acts(row):
                if act["allowed"]:
                    found = acts.setdefault(self.key_of(act), {**act, "types": []})
                    if row["type"] not in found["types"]:
                        found["types"].append(row["type"])
        return [
            {**act, "value": f"{act['id']}@{','.join(act['types'])}", "key": key}
            for key, act in acts.items()
        ]

    def key_of(self, act):
        """Return what tells steps apart for people: what they do and what they are called."""
        return f"{act['id']}:{translate(act['title'], context=self.request)}"

    def row_acts(self, row):
        """Return the steps to offer beside a row; of a page to look after, to take it offline."""
        if not row["upkeep"]:
            return row["acts"]
        return [{**act, "title": OFFLINE} for act in row["acts"] if act["id"] == RETRACT]

    def open_acts(self, row):
        return [act for act in self.row_acts(row) if act["allowed"]]

    def keys_of(self, row):
        """Return the keys of what is open on a row, a line for each, for the script."""
        return "\n".join(self.key_of(act) for act in self.open_acts(row))

    def decide(self):
        form = self.request.form
        self.comment = text(form.get("comment"))
        transition, _at, types = text(form.get("transition")).partition("@")
        if not self.picked or not transition:
            self.problem = _("error_pick_cases", default="Please tick at least one case first.")
            self.request.response.setStatus(400)
            return
        seen = {uid: text(form.get(f"seen-{uid}")) for uid in self.picked}
        transition = text(form.get("transition"))
        results = operations.decide_many(
            self.picked[:SIZE],
            transition,
            self.comment,
            seen,
            asks=True,
            portal_types=frozenset(types.split(",")) if types else None,
        )
        self.results = [self.result_line(result, transition) for result in results]
        if all(line["ok"] for line in self.results):
            self.comment = ""

    def result_line(self, result, transition):
        """Return {ok, title, url, text, uid} for one case."""
        case, error = result["case"], result["error"]
        message = error.args[0] if error else done_message(case, self.verb(case, transition))
        return {
            "uid": result["uid"],
            "ok": error is None,
            "title": case.Title() if case is not None else "",
            "url": case.absolute_url() if case is not None else None,
            "text": message,
        }

    def verb(self, case, transition):
        return workflows.transition_title(case.portal_type, transition)

    def failed(self):
        """Return the uids that stay ticked."""
        return {line["uid"] for line in self.results if not line["ok"]} or set(self.picked)


class Submitted(CaseList):
    """@@submitted: the person's own cases, whatever state they are in."""

    name = "submitted"
    sorts = ("changed", "title")
    template = ViewPageTemplateFile("templates/submitted.pt")

    @cached_property
    def brains(self):
        chosen = self.chosen
        return submitted_brains(chosen["type"], chosen["partner"], words=self.words, sort=self.sort)

    @cached_property
    def rows(self):
        make = Rows()
        return [make(brain, acts=False) for brain in self.shown]


class Decided(CaseList):
    """@@decided: what the person has decided on lately, as far as they may still see it."""

    name = "decided"
    template = ViewPageTemplateFile("templates/decided.pt")

    @cached_property
    def brains(self):
        return decided_brains(self.chosen["type"], self.chosen["partner"], self.words)

    @cached_property
    def rows(self):
        make, me = Rows(), current_actor().userid
        return [
            {**make(brain, acts=False), **self.decision(brain, decision_on(brain, me))}
            for brain in self.shown
        ]

    def decision(self, brain, found):
        """Return {verb, when, iso} of a decision."""
        return {"verb": decision_title(brain.portal_type, found), **moment_of(found["when"])}


def decision_title(portal_type, decision):
    """Return what a decision (see decided.decisions_of) is called."""
    if decision["kind"] == "vote":
        return TITLES.get(("vote", decision["action"]), decision["action"])
    return workflows.transition_title(portal_type, decision["action"])


def moment_of(iso):
    when = datetime.fromisoformat(iso) if iso else None
    return {"when": formatting.moment(when), "iso": iso}
