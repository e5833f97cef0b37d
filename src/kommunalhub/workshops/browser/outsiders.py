"""The pages for people without an account: ask, confirm, see and change one's registration."""

from dataclasses import replace
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from kommunalhub.notices.delivery import settings_of
from kommunalhub.security.browser.register import errors_in
from kommunalhub.security.browser.register import Page
from kommunalhub.workshops import answering
from kommunalhub.workshops import entrance
from kommunalhub.workshops import excusing
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import outsiders
from kommunalhub.workshops import programme
from kommunalhub.workshops import retention
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow
from kommunalhub.workshops.browser import shown
from kommunalhub.workshops.browser.asking import Asking
from kommunalhub.workshops.browser.excuses import Excusing
from kommunalhub.workshops.browser.excuses import TOLD
from kommunalhub.workshops.browser.registering import SAVED
from kommunalhub.workshops.handouts.shown import for_participants
from plone.protect.authenticator import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class WorkshopPage(Page):
    """What these pages share; nobody keeps them, no link to them leaves this site."""

    problem = None

    def __call__(self):
        links.hide(self.request.response)
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def key(self):
        return self.sent(links.KEY)

    @property
    def token(self):
        return createToken()

    @property
    def may_view(self):
        """Whether who looks may see the page of the workshop too."""
        return asking.may("View", self.context)

    @property
    def months(self):
        return retention.retention_months()

    def sessions(self):
        return [shown.session_shown(one) for one in programme.sessions_of(self.context)]


class WithoutAccount(WorkshopPage):
    """Asks for name and address; the answer is the same for known and unknown addresses."""

    values = {"fullname": "", "email": "", "organisation": "", "needs": ""}
    done = False
    #: Name of the hub that somebody comes from.
    hub = ""

    def __call__(self):
        if not asking.is_anonymous():
            return self.request.response.redirect(self.context.absolute_url())
        if settings_of(site()) is None:
            raise NotFound(self.__name__)
        return super().__call__()

    @property
    def is_open(self):
        return programme.terms_of(self.context).is_open(formatting.now())

    def receive(self):
        self.values = {name: self.sent(name).strip() for name in self.values}
        self.values["email"] = self.values["email"].lower()
        self.errors = errors_in(self.values["fullname"], self.values["email"])
        for name in ("organisation", "needs"):
            if len(self.values[name]) > operations.LONGEST_NEEDS:
                self.errors[name] = _(
                    "error_too_long",
                    default="At most ${n} letters, please.",
                    mapping={"n": operations.LONGEST_NEEDS},
                )
        refused = self.refused()
        if refused is not None:
            self.errors["form"] = refused
        if self.errors:
            return
        self.done = True
        if self.sent("website"):  # no person sees this field
            return
        outsiders.ask(self.context, self.request, self.applicant())

    def refused(self):
        """Return why nobody can register in this way now, or None."""
        return None if self.is_open else shown.REFUSED[rules.CLOSED]

    def applicant(self):
        return operations.Applicant(
            name=self.values["fullname"],
            email=self.values["email"],
            organisation=self.values["organisation"],
            needs=self.values["needs"],
        )


class Confirm(Asking, WorkshopPage):
    """Where the link of the mail leads: answers to the questions, and a button that registers."""

    done = None

    def __call__(self):
        applicant = self.applicant
        if applicant is not None:
            self.needs = applicant.needs
        return super().__call__()

    @property
    def applicant(self):
        return outsiders.applicant_in(self.context, self.key)

    def receive(self):
        applicant = self.applicant
        if applicant is None:
            return
        answers = self.read_answers() if self.has_questions() else ()
        if answers is None:
            self.errors = self.answer_errors
            return
        applicant = replace(applicant, answers=answers, needs=self.needs)
        try:
            self.done = outsiders.confirm(self.context, applicant)
        except rules.Refused as refused:
            self.problem = shown.refusal(refused)

    @property
    def own_url(self):
        return letters.link_by_key(site(), self.context, self.done.number)


class OwnRegistration(Excusing, Asking, WorkshopPage):
    """One's registration by the link of the mails: see it, change it, take an offer, leave.

    Made by `bylink.Linked`, which has found the workshop.
    """

    index = ViewPageTemplateFile("templates/own.pt")

    said = None

    def __call__(self):
        self.show_answers(self.one)
        return super().__call__()

    @property
    def url(self):
        return f"{site_url()}/@@{letters.OWN_PAGE}"

    @cached_property
    def one(self):
        """The Registration as it stands now."""
        number, book = letters.number_in(self.context, self.key), storage.book_of(self.context)
        terms, now = programme.terms_of(self.context), formatting.now()
        changed = {one.number: one for one in rules.settled(book.all(), terms, now)}
        return changed.get(number) or book.get(number)

    def receive(self):
        self.act_on(self.one)
        del self.one  # read anew what has become of it

    def act_on(self, one):
        if self.sent("act") == "answers":
            self.keep_answers(one)
            return
        acts = {"accept": operations.accept, "leave": operations.give_back}
        if self.sent("act") == "excuse":
            self.excuse(one)
            return
        act = acts.get(self.sent("act"))
        if act is None:
            return
        try:
            self.said = shown.DONE[act(self.context, one.number).state]
        except rules.Refused as refused:
            if one.state != rules.CANCELLED or self.sent("act") != "leave":
                self.problem = shown.refusal(refused)

    def excuse(self, one):
        try:
            excusing.excuse(self.context, one.number, self.sent("why"))
            self.said = TOLD
        except rules.Refused as refused:
            self.problem = shown.refusal(refused)

    def keep_answers(self, one):
        answers = self.read_answers(one.answers)
        if answers is None:
            self.errors = self.answer_errors
            return
        try:
            operations.change_answers(self.context, one.number, answers, self.needs)
            self.said = SAVED
        except rules.Refused as refused:
            self.problem = shown.refusal(refused)

    def may_change(self):
        terms, now = programme.terms_of(self.context), formatting.now()
        return self.one.state in rules.ACTIVE and now < terms.start

    @property
    def is_too_late(self):
        """Whether a seat can no longer be given back here, and the workshop is still to come."""
        is_coming = state_of(self.context) in workflow.COMING
        return is_coming and self.state() == rules.REGISTERED and not self.may_leave()

    entrance_label = shown.ENTRANCE

    @property
    def entrance_code(self):
        return entrance.code_for(site(), self.context, self.one, state_of(self.context))

    def is_incomplete(self):
        return bool(answering.missing(self.context, self.one))

    def state(self):
        return self.one.state

    def state_title(self):
        return shown.STATES[self.one.state]

    def look(self):
        return shown.LOOKS[self.one.state]

    def place(self):
        found = storage.book_of(self.context).all()
        return rules.place_of(found, self.one.number, programme.terms_of(self.context))

    def until(self):
        return formatting.moment(self.one.until)

    def may_leave(self):
        terms, now = programme.terms_of(self.context), formatting.now()
        return self.one.state in rules.ACTIVE and not rules.is_late(self.one, terms, now)

    @property
    def is_coming(self):
        """Whether this person may still take part: then they read what they need for it."""
        return self.one.state in rules.ACTIVE and state_of(self.context) in workflow.COMING

    def handouts(self):
        """Return [{title, url}] of the materials that may be read now."""
        base = f"{site_url()}/@@{letters.HANDOUT_PAGE}?{letters.KEY}={self.key}"
        found = for_participants(self.context, self.one)
        return [{"title": b.Title, "url": f"{base}&material={uid}"} for uid, b in found]

    def online_link(self):
        return self.context.online_link if self.one.state == rules.REGISTERED else None
