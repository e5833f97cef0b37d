"""@@mein-antrag: the one page of who has no account. What it can do stands in acts.py."""

from kommunalhub import _
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import UploadRefused
from kommunalhub.booking import closing
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.core import asking
from kommunalhub.core import links
from kommunalhub.core.persons import name_of
from kommunalhub.coworking.outside import booking
from kommunalhub.coworking.outside import operations
from kommunalhub.coworking.outside import texts
from kommunalhub.coworking.outside.acts import ACTS
from kommunalhub.coworking.outside.browser.shown import Shown
from kommunalhub.coworking.outside.browser.shown import slot
from kommunalhub.partners.substitution.browser import moments
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests import session
from kommunalhub.security.guests.browser.pages import BehindLink
from kommunalhub.security.guests.typed import text_of
from plone import api
from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.component import getMultiAdapter


DONE = {
    "answer": _("message_answered", default="Thank you, your answer has been sent."),
    "submit": _("message_apply_again", default="Your application is sent again."),
    "withdraw": _("message_apply_withdrawn", default="Your application is withdrawn."),
    "end": _("message_apply_ended", default="The use has ended. Thank you for being with us."),
    "book": _("message_apply_booked", default="Booked. You get a mail for your calendar."),
    "cancel": _("message_apply_cancelled", default="The booking is cancelled."),
    "arrive": _("message_arrived", default="You are checked in. Welcome!"),
    "accept": _("message_agreement_accepted", default="The agreement is accepted. Thank you."),
    "unsubscribe": _(
        "message_apply_unsubscribed", default="The address of your calendar is good no more."
    ),
    "revoke": _(
        "message_apply_revoked",
        default="All links to this application are blocked. You can have a new one sent to you.",
    ),
    "take_over": _(
        "message_apply_taken_over", default="The application belongs to your account now."
    ),
}
CONFIRM_FIRST = _(
    "apply_sure", default="Please tick that you are sure. Nothing has been changed yet."
)
#: Acts that ask to be sure.
SURE = frozenset({"revoke", "cancel"})


class Own(BehindLink):
    """The page of an application."""

    template = ViewPageTemplateFile("templates/own.pt")
    own_page = operations.PAGE
    renew_page = "antrag-link"
    gone_heading = _("apply_gone_title", default="This link does not lead to an application")
    #: What went wrong with which act, and what was typed.
    problem = None
    errors = {}
    typed = {}
    upload_problems = ()
    feed = None
    #: What is free instead of a time that somebody else has, and what one costs that was chosen.
    instead = ()
    price = ""

    def case_of(self, guest_id):
        return operations.case_of(guest_id)

    def answer(self):
        form = self.request.form
        if isinstance(form.get("document"), str):
            return self.document(form["document"])
        if isinstance(form.get("agreement"), str):
            return self.agreement()
        if isinstance(form.get("calendar"), str):
            return self.calendar(form["calendar"])
        return self.page()

    def page(self, status=200):
        if status != 200:
            self.request.response.setStatus(status)
        account, name = asking.userid(), None
        if account is not None:
            name = name_of(account)
        with guests.acting(self.guest_id):
            self.shown = Shown(self.case, self.request, self.day()).values()
            self.token = createToken()
        self.account = name
        return self.template()

    def post(self):
        act = text_of(self.request.form, "act")
        if act == "take_over":
            return self.take_over()
        if act not in ACTS:
            raise NotFound("act")
        with guests.acting(self.guest_id):
            check_authenticator(self.request)
            if act in SURE and not text_of(self.request.form, "sure"):
                self.problem = CONFIRM_FIRST
                status, result = 400, None
            else:
                status, result = self.do(act)
        if status != 200:
            self.typed = {n: v for n, v in self.request.form.items() if isinstance(v, str)}
            return self.page(status)
        if act == "subscribe":  # shown once, where it is made
            self.feed = f"{api.portal.get().absolute_url()}/@@buchungen.ics?{links.KEY}={result}"
            return self.page()
        if act == "revoke":
            session.close(self.request)
        return self.lead_on(act)

    def do(self, act):
        """Return (status, what the act returns); what is wrong stands on the page."""
        try:
            return 200, ACTS[act](self.case, self.request.form)
        except UploadRefused as refused:
            self.upload_problems = refused.problems
            return 400, None
        except AlreadyDecided as error:
            self.problem = error.args[0]
            return 409, None
        except ApprovalError as error:
            self.problem = error.args[0]
            return status_of(error), None
        except BookingRefused as refused:
            self.errors = refused.errors
            self.problem = next(iter(refused.errors.values()))
            return 400, None
        except SlotTaken as taken:
            found = booking.instead(self.case, self.request.form)
            self.instead = [slot(self.case, *one) for one in found]
            told = texts.INSTEAD if self.instead else texts.TAKEN
            self.problem = closing.told_of(taken.claims) or told
            return 409, None
        except booking.PriceUnseen as unseen:
            self.problem, self.price = texts.price_of(unseen.price), str(unseen.price)
            return 409, None
        except NotYours as error:
            self.problem = error.args[0]
            return 403, None
        except KeyError:
            self.problem = texts.NO_SUCH_BOOKING
            return 409, None

    def take_over(self):
        """Let the application belong to the account that is signed in."""
        check_authenticator(self.request)
        userid = asking.userid()
        if userid is None:
            raise NotFound("act")
        operations.take_over(self.guest_id, userid)
        session.close(self.request)
        api.portal.show_message(DONE["take_over"], self.request)
        return self.request.response.redirect(self.case.absolute_url(), status=303)

    def lead_on(self, act):
        api.portal.show_message(DONE[act], self.request)
        part = "#buchen" if act in ("book", "cancel", "arrive", "unsubscribe") else ""
        return self.request.response.redirect(f"{self.url}{part}", status=303)

    def document(self, name):
        """Return one of the papers of the application, as a file to save."""
        with guests.acting(self.guest_id):
            found = self.case.get(name)
            if found is None or found.portal_type != "File" or not asking.may("View", found):
                raise NotFound(name)
            set_headers(found.file, self.request.response, filename=found.file.filename)
            return stream_data(found.file)

    def agreement(self):
        """Return the agreement as a PDF."""
        with guests.acting(self.guest_id):
            return getMultiAdapter((self.case, self.request), name="nutzungsvereinbarung.pdf")()

    def calendar(self, number):
        """Return one booking as a file for a calendar."""
        with guests.acting(self.guest_id):
            try:
                text = booking.calendar_of(number)
            except KeyError as unknown:
                raise NotFound(number) from unknown
        header = self.request.response.setHeader
        header("Content-Type", "text/calendar; charset=utf-8")
        header("Content-Disposition", 'attachment; filename="buchung.ics"')
        return text

    def day(self):
        """Return the day whose free times are shown, or None for the next that is right."""
        try:
            return moments.day_of(text_of(self.request.form, "date"))
        except ValueError:
            return None

    # What the template asks for

    @property
    def account_token(self):
        return createToken()

    @property
    def change_url(self):
        return f"{self.context.absolute_url()}/@@mein-antrag-aendern"

    def value(self, name, default=""):
        return self.typed.get(name, default)
