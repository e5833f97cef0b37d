"""@@several on the queue: one act on the tickets that were ticked, with a line for each."""

from kommunalhub import _
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.support.browser.section import SIZE
from kommunalhub.support.browser.section import SupportView
from kommunalhub.support.desk import several
from plone.protect.authenticator import check as check_authenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden


NONE_TICKED = _("error_pick_cases", default="Please tick at least one case first.")


class Several(SupportView):
    """The queue once more, with what came of it; POST with act, uids and what the act needs."""

    template = ViewPageTemplateFile("../../browser/templates/section.pt")

    def __call__(self):
        if self.request.method != "POST":
            return self.request.response.redirect(self.here)
        check_authenticator(self.request)
        if not self.helps:
            raise Forbidden("several")
        self.act()
        return self.template()

    def sent(self, name):
        return text(self.request.form.get(name)).strip()

    def act(self):
        """Do what was asked for, and keep what came of it for the page."""
        uids = [uid for uid in self.sent_uids() if text(uid)][:SIZE]
        self.ticked = frozenset(uids)
        if not uids:
            self.refuse(NONE_TICKED)
            return
        try:
            found = several.several(
                uids,
                self.sent("act"),
                {uid: seen_in(self.sent(f"seen-{uid}")) for uid in uids},
                self.sent("to"),
                self.sent("to_urgency"),
                self.sent("comment"),
            )
        except several.WrongValue as wrong:
            self.refuse(wrong.args[0], wrong.field)
            return
        self.results = [self.line(result) for result in found]
        self.ticked = frozenset(line["uid"] for line in self.results if not line["ok"])

    def refuse(self, problem, field=None):
        self.problem, self.problem_at = problem, field
        self.request.response.setStatus(400)

    def sent_uids(self):
        sent = self.request.form.get("uids") or []
        return sent if isinstance(sent, list) else [sent]

    def line(self, result):
        """Return {uid, ok, title, url, text} of one ticket."""
        ticket, error = result["case"], result["error"]
        return {
            "uid": result["uid"],
            "ok": error is None,
            "title": ticket.Title() if ticket is not None else "",
            "url": ticket.absolute_url() if ticket is not None else None,
            "text": self.done(ticket) if error is None else error.args[0],
        }

    def done(self, ticket):
        """Return what was done with a ticket, as a sentence."""
        act = self.sent("act")
        if act == several.TAKE:
            return _("queue_done_take", default="You work on it now.")
        if act == several.HAND:
            return _(
                "queue_done_hand",
                default="${name} works on it now.",
                mapping={"name": person_name(self.sent("to"))},
            )
        if act == several.URGENCY:
            return _(
                "queue_done_urgency",
                default="It is now: ${urgency}.",
                mapping={"urgency": titles_of("kommunalhub.support_urgencies")[ticket.urgency]},
            )
        return _("queue_done_close", default="It is closed.")


def seen_in(sent):
    """Return the Seen that a row of the form says.

    >>> seen_in("assigned sven"), seen_in("")
    (Seen(state='assigned', person='sven'), Seen(state='', person=''))
    """
    state, _blank, person = sent.partition(" ")
    return several.Seen(state, person)
