"""Who works on a case: `case-assignment` shows it on its page, `@@assign` takes what people do."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.assignment import operations
from kommunalhub.approvals.assignment.reading import assignment_of
from kommunalhub.approvals.assignment.reading import can_be_assigned
from kommunalhub.approvals.assignment.reading import can_work_on
from kommunalhub.approvals.assignment.reading import colleagues
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.partners.substitution.browser.away import away_text
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from zExceptions import NotFound


TAKE, HAND, BACK = ("take", "hand", "back")
NOBODY_CHOSEN = _("error_assign_nobody", default="Please choose who is to take the case over.")


class CaseAssignment(BrowserView):
    """A part of the page of a case; empty for those who do not decide on cases of this kind."""

    @cached_property
    def facts(self):
        return facts_of(self.context)

    @cached_property
    def shown(self):
        """Whether there is something to tell this person."""
        return can_be_assigned(self.facts) and (self.may_act or reads_notes(self.context))

    @cached_property
    def may_act(self):
        return can_work_on(self.facts, current_actor())

    @cached_property
    def found(self):
        return assignment_of(self.context)

    @property
    def seen(self):
        """The user id of who works on the case, as the forms say it again."""
        return self.found.person if self.found is not None else ""

    @property
    def is_mine(self):
        return self.found is not None and self.found.person == current_actor().userid

    def name(self):
        return person_name(self.found.person)

    def since(self):
        return formatting.moment(self.found.since)

    def away(self):
        """Return until when the person is away and who stands in, or None."""
        return away_text(self.found.person)

    @property
    def token(self):
        return createToken()


class Assign(BrowserView):
    """@@assign: GET shows whom to hand the case over to; POST with action take, hand or back.

    seen: who worked on it as far as the person knew. next: "inbox" leads back there.
    """

    template = ViewPageTemplateFile("templates/assign.pt")
    error = None
    word_error = None

    def __call__(self):
        if self.request.method == "POST":
            check_authenticator(self.request)
            return self.post()
        try:
            operations.required_actor(self.context)
        except ApprovalError as error:
            return case_page(self.context, self.request, status_of(error), problem=error.args[0])
        return self.template()

    def post(self):
        action = text(self.request.form.get("action"))
        if action not in (TAKE, HAND, BACK):
            raise NotFound("action")
        if action == HAND and not self.chosen:
            return self.again(400, NOBODY_CHOSEN)
        try:
            message = self.act(action)
        except ApprovalError as error:
            field = getattr(error, "field", None)
            if field is not None:
                return self.again(400, error.args[0], field)
            return case_page(self.context, self.request, status_of(error), problem=error.args[0])
        IStatusMessage(self.request).add(message)
        self.request.response.redirect(self.next_url(), status=303)
        return ""

    def act(self, action):
        """Do what was asked for and return what to say of it."""
        mapping = {"case": self.context.Title()}
        if action == TAKE:
            operations.take(self.context, text(self.request.form.get("seen")))
            return _("message_taken", default="You have taken “${case}”.", mapping=mapping)
        if action == BACK:
            operations.give_back(self.context)
            return _(
                "message_given_back",
                default="“${case}” waits for the whole group again.",
                mapping=mapping,
            )
        operations.hand_over(self.context, self.chosen, self.word)
        mapping["name"] = person_name(self.chosen)
        return _("message_handed", default="${name} now has “${case}”.", mapping=mapping)

    def again(self, status, error, field="to"):
        """Return the form with what was typed and what is wrong."""
        self.request.response.setStatus(status)
        if field == "comment":
            self.word_error = error
        else:
            self.error = error
        return self.template()

    def next_url(self):
        if self.request.form.get("next") == "inbox":
            return f"{api.portal.get().absolute_url()}/@@inbox"
        return f"{self.context.absolute_url()}#bearbeitung"

    # What the form shows.

    @property
    def number(self):
        return kept(self.context, "case_number")

    @property
    def chosen(self):
        return text(self.request.form.get("to"))

    @property
    def word(self):
        return text(self.request.form.get("comment"))

    @property
    def token(self):
        return createToken()

    def colleagues(self):
        """Return [{value, title, away, selected}] of all but who looks."""
        me = current_actor().userid
        return [
            {
                "value": userid,
                "title": name,
                "away": away_text(userid),
                "selected": "selected" if userid == self.chosen else None,
            }
            for userid, name in colleagues(self.context)
            if userid != me
        ]
