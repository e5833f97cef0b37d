"""The second level on the page of a ticket, and `@@second-level`, where support hands one over."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.partners.membership import operator_title
from kommunalhub.support.desk.secondlevel import operations
from kommunalhub.support.desk.secondlevel import rules
from kommunalhub.support.desk.secondlevel import showing
from kommunalhub.support.interfaces import IByLink
from kommunalhub.support.interfaces import ITicketPart
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


ASK, HAND, CALL_BACK = OF_SUPPORT = ("ask", "hand", "call-back")
AGREE, DECLINE = OF_REPORTER = ("agree", "decline")
PASS_ON, KEEP = OF_ANSWERS = ("pass-on", "keep")
PREVIEW = "preview"
DONE = {
    ASK: _("message_second_asked", default="The person has been asked."),
    HAND: _("message_second_handed", default="The second level has the ticket now."),
    CALL_BACK: _("message_second_back", default="The second level sees the ticket no more."),
    AGREE: _("message_second_agreed", default="Thank you. Your data may go along."),
    DECLINE: _("message_second_declined", default="Your data does not go along."),
    PASS_ON: _("message_second_passed_on", default="The answer has been sent as your message."),
    KEEP: _("message_second_kept", default="The answer stays an internal note."),
}
UNKNOWN = _("error_second_act", default="This cannot be done with the second level.")
#: Where the request keeps {field, message, seq} of what was wrong in a form of the part.
WRONG = "kommunalhub.support.secondlevel"


@implementer(ITicketPart)
class SecondLevel(BrowserView):
    """How the ticket stands with the second level: for support, and for who reported it."""

    order, id = 15, "zweite-ebene"
    title = _("heading_second_level", default="Second level")
    template = ViewPageTemplateFile("templates/part.pt")
    #: Where its forms go for who comes by a link.
    link_page = None

    def html(self):
        asks = self.may_hand and (self.helps or self.hand.consent)
        shown = asks or self.hand.parcels or self.hand.waiting
        return self.template() if shown and (self.helps or self.is_reporter) else ""

    @cached_property
    def helps(self):
        return reads_notes(self.context)

    @cached_property
    def is_reporter(self):
        return operations.is_reporter(self.context)

    @cached_property
    def may_hand(self):
        """Whether the ticket can be handed over now."""
        try:
            operations.require_inside(self.context)
        except ApprovalError:
            return False
        return True

    @property
    def hand(self):
        return operations.hand_of(self.context)

    @cached_property
    def parcel(self):
        return showing.parcel_of(self.context)

    @cached_property
    def replies(self):
        return showing.replies_of(self.context) if self.helps else []

    @property
    def wrong(self):
        return IAnnotations(self.request).get(WRONG) or {}

    @property
    def operator(self):
        """The name of the second level."""
        return operator_title()

    @property
    def hand_url(self):
        return self.link_page or f"{self.context.absolute_url()}/@@second-level"

    @property
    def token(self):
        return createToken()

    def typed(self, seq, plain):
        """Return what stands in the form of an answer: as it came, or as it was typed."""
        return self.sent("text") if self.wrong.get("seq") == seq else plain

    def sent(self, name):
        return text(self.request.form.get(name)).strip()


class HandOver(SecondLevel):
    """GET shows what would go along, POST takes act and what it needs."""

    page = ViewPageTemplateFile("templates/hand.pt")
    lines = None
    seen = ""
    problem = None
    problem_at = None

    def __call__(self):
        if self.request.method == "POST":
            check_authenticator(self.request)
            return self.post()
        try:
            operations.require_support(self.context)
            operations.require_inside(self.context)
        except ApprovalError as error:
            return self.case(error)
        return self.page()

    def post(self):
        name = self.sent("act")
        try:
            if name == PREVIEW:
                self.look()
                return self.page()
            sent = {key: self.sent(key) for key in ("question", "seen", "reason", "text", "seq")}
            act(self.context, name, **sent)
        except ApprovalError as error:
            return self.again(name, error)
        IStatusMessage(self.request).add(DONE[name])
        self.request.response.redirect(f"{self.context.absolute_url()}#{self.id}", status=303)
        return ""

    def look(self):
        self.lines, self.whole = operations.preview(self.context, self.sent("question"))
        self.seen = rules.digest(self.lines, self.whole)

    def again(self, name, error):
        """Show the form again with what was typed, and what was wrong at its field."""
        field, changed = getattr(error, "field", None), isinstance(error, AlreadyDecided)
        if name not in (PREVIEW, HAND) or self.hand.out or not (field or changed):
            return self.case(error)
        self.problem, self.problem_at = error.args[0], field
        if changed:
            self.look()
        self.request.response.setStatus(status_of(error))
        return self.page()

    def case(self, error):
        field = getattr(error, "field", None)
        if field in ("text", "reason"):
            wrong = {"field": field, "message": error.args[0], "seq": number_in(self.sent("seq"))}
            IAnnotations(self.request)[WRONG] = wrong
            return case_page(self.context, self.request, status_of(error))
        return case_page(self.context, self.request, status_of(error), problem=error.args[0])

    @property
    def question(self):
        return self.sent("question")

    def rows(self):
        return showing.rows_of(self.lines)


def act(ticket, name, question="", seen="", reason="", text="", seq=""):
    """Do one of the acts above with a ticket. Raises ApprovalError."""
    if name == ASK:
        operations.ask_consent(ticket)
    elif name == HAND:
        operations.hand_over(ticket, question, seen)
    elif name == CALL_BACK:
        operations.call_back(ticket)
    elif name in OF_REPORTER:
        operations.answer_consent(ticket, name == AGREE, reason)
    elif name in OF_ANSWERS:
        operations.use(ticket, number_in(seq), text if name == PASS_ON else None)
    else:
        raise operations.WrongText(UNKNOWN, "act")


@implementer(IByLink)
class Consenting:
    """Says for who comes by a link whether their data may go along."""

    def __init__(self, name):
        self.name, self.done = name, DONE[name]

    def offered(self, ticket):
        try:
            operations.require_inside(ticket)
        except ApprovalError:
            return False
        open_to = (rules.ASKED, rules.NO if self.name == AGREE else rules.YES)
        return operations.hand_of(ticket).consent in open_to

    def act(self, ticket, form):
        operations.answer_consent(ticket, self.name == AGREE, text(form.get("reason")))


AGREEING, DECLINING = Consenting(AGREE), Consenting(DECLINE)


def number_in(value):
    """Return a number that was sent, 0 for anything else."""
    return int(value) if value.isdecimal() and len(value) < 10 else 0
