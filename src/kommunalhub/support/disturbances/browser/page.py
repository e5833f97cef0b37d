"""The page of a disturbance: how it goes, follow it, and what support does with it."""

from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.partners.titles import short_title_of
from kommunalhub.support.devices import places
from kommunalhub.support.disturbances import operations
from kommunalhub.support.disturbances import proposing
from kommunalhub.support.disturbances import rules
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Unauthorized


STANDINGS = {
    rules.PLANNED: _("disturbance_planned", default="announced"),
    rules.RUNS: _("disturbance_runs", default="running"),
    rules.OVER: _("disturbance_over", default="over"),
}
LOOKS = {rules.PLANNED: "soon", rules.RUNS: "late", rules.OVER: "ok"}
FOLLOWED = _("message_disturbance_followed", default="You get a mail when there is news.")
LEFT = _("message_disturbance_left", default="You get no more mails about it.")
TOLD = _("message_disturbance_told", default="The news stands on the pages.")
ENDED = _("message_disturbance_ended", default="The disturbance is over, its followers know.")
SOLVED = _("message_disturbance_solved", default="Tickets solved: ${n}, not solved: ${left}.")
LINKED = _("message_disturbance_linked", default="Tickets taken along: ${n}.")


class DisturbancePage(OwnPage):
    """For those whom it concerns; what support does asks for its own permission."""

    template = ViewPageTemplateFile("templates/disturbance.pt")
    problem = None

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def may_change(self):
        return asking.may("Modify portal content", self.context)

    @cached_property
    def standing(self):
        return operations.standing(self.context)

    def state(self):
        return {"title": STANDINGS[self.standing], "look": LOOKS[self.standing]}

    def is_over(self):
        return self.standing == rules.OVER

    def starts(self):
        return formatting.moment(self.context.starts)

    def ends(self):
        return formatting.moment(self.context.ends) if self.context.ends else None

    def partners(self):
        """Return the names of those whom it concerns, [] for everybody."""
        return [short_title_of(partner) for partner in sorted(self.context.partners or ())]

    def device_url(self):
        return places.page_of(self.context)

    def follows(self):
        return self.context.follows(self.userid)

    def updates(self):
        """Return [{iso, when, text}], the newest first."""
        return [
            {
                "iso": one.when,
                "when": formatting.moment(datetime.fromisoformat(one.when)),
                "text": one.text,
            }
            for one in reversed(self.context.updates)
        ]

    def followers(self):
        """Return how many follow it; who they are concerns nobody."""
        return len(self.context.following())

    @cached_property
    def tickets(self):
        make = Rows()
        return [make.plain(brain) for brain in operations.linked(self.context)]

    @cached_property
    def fitting(self):
        make = Rows()
        found = () if self.is_over() else proposing.fitting(self.context)
        return [make.plain(brain) for brain in found]

    # What is done.

    def post(self):
        if self.field("follow"):
            operations.follow(self.context, self.userid)
            return self.lead_to(self.url, FOLLOWED)
        if self.field("leave"):
            operations.leave(self.context, self.userid)
            return self.lead_to(self.url, LEFT)
        if not self.may_change:
            raise Unauthorized(self.__name__)
        try:
            return self.change()
        except operations.Refused as refused:
            self.problem = refused.args[0]
            self.request.response.setStatus(400)
            return self.template()

    def change(self):
        if self.field("take"):
            count = operations.link(self.context, chosen_in(self.request))
            return self.lead_to(self.url, filled(LINKED, n=count))
        if self.field("unlink"):
            operations.unlink(self.context, self.field("unlink"))
            return self.lead_to(self.url)
        if self.field("end") or self.field("solve"):
            results = operations.end(self.context, self.field("text"), bool(self.field("solve")))
            return self.lead_to(self.url, said_of(results) if results else ENDED)
        operations.tell_more(self.context, self.field("text"))
        return self.lead_to(self.url, TOLD)


def said_of(results):
    left = sum(result["error"] is not None for result in results)
    return filled(SOLVED, n=len(results) - left, left=left)


def chosen_in(request):
    """Return the UIDs that were ticked in a form, a hundred at most."""
    sent = request.form.get("uids")
    sent = [sent] if isinstance(sent, str) else sent
    return [uid for uid in sent if isinstance(uid, str)][:100] if isinstance(sent, list) else []
