"""„Meine Vorgänge“ and „Eingereicht von mir“: lists that work without scripts and on a phone."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import operations
from kommunalhub.approvals.browser.decide import done_message
from kommunalhub.approvals.browser.decide import text
from kommunalhub.approvals.cases import case_types
from kommunalhub.approvals.cases import current_actor
from kommunalhub.approvals.listing import inbox_brains
from kommunalhub.approvals.listing import MINE
from kommunalhub.approvals.listing import Rows
from kommunalhub.approvals.listing import submitted_brains
from kommunalhub.approvals.listing import SUBSTITUTED
from kommunalhub.approvals.listing import WHOSE
from kommunalhub.core.browser.frame import static_url
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zExceptions import Unauthorized


SIZE = 20
WHOSE_TITLES = {
    MINE: _("filter_mine", default="for myself"),
    SUBSTITUTED: _("filter_substituted", default="as a substitute"),
}
OVERDUE_ONLY = _("filter_overdue", default="overdue only")


class CaseList(BrowserView):
    """What both lists share: filters that are a plain form, and pages."""

    name = ""

    def __call__(self):
        if api.user.is_anonymous():
            raise Unauthorized("Only for people who are signed in.")
        return self.template()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.name}"

    @property
    def chosen(self):
        """The filters of this request, unknown values left out."""
        form = self.request.form
        return {
            "type": text(form.get("type")) if form.get("type") in case_types() else "",
            "partner": text(form.get("partner")) if form.get("partner") in partner_ids() else "",
            "overdue": "1" if text(form.get("overdue")) else "",
            "whose": text(form.get("whose")) if form.get("whose") in WHOSE else "",
        }

    def types(self):
        chosen, tool = self.chosen["type"], api.portal.get_tool("portal_types")
        return [
            {"value": name, "title": tool[name].Title(), "selected": name == chosen}
            for name in case_types()
            if name in tool
        ]

    def partners(self):
        chosen = self.chosen["partner"]
        return [
            {
                "value": partner,
                "title": get_partner(partner).short_title,
                "selected": partner == chosen,
            }
            for partner in partner_ids()
        ]

    @cached_property
    def stands_in(self):
        """Whether this person is somebody's substitute now."""
        return bool(current_actor().acting)

    def whose(self):
        """Return the options of what waits for the person themselves or as a substitute."""
        chosen = self.chosen["whose"]
        return [
            {"value": value, "title": WHOSE_TITLES[value], "selected": value == chosen}
            for value in WHOSE
        ]

    def in_words(self):
        """Return the chosen filters as titles."""
        options = [*self.types(), *self.partners(), *self.whose()]
        words = [option["title"] for option in options if option["selected"]]
        return [*words, OVERDUE_ONLY] if self.chosen["overdue"] else words

    @property
    def is_filtered(self):
        return any(self.chosen.values())

    @property
    def start(self):
        """Index of the first row shown."""
        number = text(self.request.form.get("b_start"))
        start = int(number) if number.isdecimal() and len(number) < 10 else 0
        return start // SIZE * SIZE if start < self.total else 0

    @cached_property
    def total(self):
        return len(self.brains)

    @cached_property
    def rows(self):
        make = Rows()
        return [make(brain) for brain in self.brains[self.start : self.start + SIZE]]

    def page_url(self, start=None, **more):
        query = {name: value for name, value in {**self.chosen, **more}.items() if value}
        if start:
            query["b_start"] = start
        return f"{self.url}?{urlencode(query)}" if query else self.url

    def pages(self):
        """Return [{number, url, current}], empty when one page is enough.

        The first, the last, and those around the one shown: a hundred links help nobody.
        """
        if self.total <= SIZE:
            return []
        at, last = self.start // SIZE, (self.total - 1) // SIZE
        near = {0, last, *range(max(at - 2, 0), min(at + 2, last) + 1)}
        return [
            {
                "number": page + 1,
                "url": self.page_url(page * SIZE),
                "current": "page" if page == at else None,
            }
            for page in sorted(near)
        ]


class Inbox(CaseList):
    """@@inbox: what awaits the person, oldest due date first; several can be decided at once."""

    name = "inbox"
    template = ViewPageTemplateFile("templates/inbox.pt")
    results = ()
    comment = ""
    problem = None

    def __call__(self):
        if self.request.method == "POST" and not api.user.is_anonymous():
            check_authenticator(self.request)
            self.decide()
        return super().__call__()

    @property
    def token(self):
        return createToken()

    def script(self):
        return static_url("inbox.js", self.context.absolute_url())

    @cached_property
    def brains(self):
        chosen = self.chosen
        overdue = bool(chosen["overdue"])
        return inbox_brains(chosen["type"], chosen["partner"], overdue, chosen["whose"])

    @property
    def is_bulk(self):
        return bool(self.request.form.get("several"))

    @property
    def picked(self):
        """The uids that were ticked."""
        picked = self.request.form.get("uids") or []
        return [uid for uid in (picked if isinstance(picked, list) else [picked]) if text(uid)]

    def bulk_acts(self):
        """Return what the rows offer, by kind of case: [{title, acts}].

        title: of the kind, None where all are of one.
        """
        kinds = {}
        for row in self.rows:
            acts = kinds.setdefault(str(row["type_title"]), (row["type_title"], {}))[1]
            acts.update((act["id"], act) for act in row["acts"] if act["allowed"])
        groups = [{"title": title, "acts": list(acts.values())} for title, acts in kinds.values()]
        if len(groups) == 1:
            groups[0]["title"] = None
        return groups

    def decide(self):
        form = self.request.form
        self.comment = text(form.get("comment"))
        if not self.picked or not text(form.get("transition")):
            self.problem = _("error_pick_cases", default="Please tick at least one case first.")
            self.request.response.setStatus(400)
            return
        seen = {uid: text(form.get(f"seen-{uid}")) for uid in self.picked}
        transition = text(form.get("transition"))
        results = operations.decide_many(
            self.picked[:SIZE], transition, self.comment, seen, asks=True
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
        return operations.workflows.transition_title(case.portal_type, transition)

    def failed(self):
        """Return the uids that stay ticked."""
        return {line["uid"] for line in self.results if not line["ok"]} or set(self.picked)


class Submitted(CaseList):
    """@@submitted: the person's own cases, whatever state they are in."""

    name = "submitted"
    template = ViewPageTemplateFile("templates/submitted.pt")

    @cached_property
    def brains(self):
        return submitted_brains(self.chosen["type"], self.chosen["partner"])

    @cached_property
    def rows(self):
        make = Rows()
        shown = self.brains[self.start : self.start + SIZE]
        return [make(brain, acts=False) for brain in shown]
