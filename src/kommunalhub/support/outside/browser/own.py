"""@@meine-anfrage: the one page of who has no account. What it can do stands in acts.py."""

from kommunalhub import _
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import UploadRefused
from kommunalhub.core import asking
from kommunalhub.core.persons import name_of
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests import session
from kommunalhub.security.guests.browser.pages import BehindLink
from kommunalhub.security.guests.typed import text_of
from kommunalhub.support.interfaces import IByLink
from kommunalhub.support.outside import operations
from kommunalhub.support.outside import showing
from kommunalhub.support.outside.acts import ACTS
from plone import api
from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.component import getUtility


#: For who is signed in as well: no act of a guest.
TAKE_OVER = "take_over"
DONE = {
    "write": _("message_report_written", default="Thank you, support has your message."),
    "reopen": _("message_report_reopened", default="It is open again."),
    "close": _("message_report_closed", default="It is closed. Thank you."),
    TAKE_OVER: _("message_report_taken_over", default="The report belongs to your account now."),
    "revoke": _(
        "message_report_revoked",
        default="All links to this report are blocked. You can have a new one sent to you.",
    ),
}
CONFIRM_FIRST = _(
    "apply_sure", default="Please tick that you are sure. Nothing has been changed yet."
)


def done_of(act):
    """Return what is said once an act is done."""
    return DONE[act] if act in DONE else getUtility(IByLink, act).done


class Own(BehindLink):
    """The page of a ticket."""

    template = ViewPageTemplateFile("templates/own.pt")
    own_page = operations.PAGE
    renew_page = "anfrage-link"
    gone_heading = _("report_gone_title", default="This link does not lead to a report")
    #: What went wrong, and what was typed.
    problem = None
    typed = {}
    upload_problems = ()
    #: The account that could take it over: what its owner is called, None for no such account.
    account = None

    def case_of(self, guest_id):
        return operations.ticket_of(guest_id)

    def answer(self):
        name = self.request.form.get("document")
        return self.document(name) if isinstance(name, str) else self.page()

    def page(self, status=200):
        if status != 200:
            self.request.response.setStatus(status)
        userid = asking.userid()
        if operations.may_take_over(self.guest_id, userid):
            self.account, self.account_token = name_of(userid), createToken()
        with guests.acting(self.guest_id):
            self.shown = self.values()
            self.token = createToken()
        return self.template()

    def values(self):
        """Return what the page says, as far as the guest may read it."""
        view = showing.view_of(self.case, self.request)
        return {
            "title": self.case.Title(),
            "number": view.number,
            "about": paragraphs(self.case.description) if self.case.description else None,
            "state": view.state_title(),
            "stands": showing.STANDS[view.case.state],
            "due": view.due,
            "mine": view.is_my_turn,
            "talk": view.talk_html(),
            "parts": showing.parts_of(self.case, self.request),
            "may_write": showing.may_write(view),
            "steps": showing.steps_of(view),
            "seen": view.seen_mark,
            "limits": view.files.limits(),
            "files": [
                {**row, "id": row["url"].rpartition("/@@")[0].rpartition("/")[2]}
                for row in view.files.rows
            ],
            "facts": [
                (title, [(label, view.shown(value)) for label, value in rows])
                for title, rows in view.facts()
            ],
        }

    def post(self):
        form = self.request.form
        act = text_of(form, "act")
        if act == TAKE_OVER:
            return self.take_over()
        if act not in ACTS:
            raise NotFound("act")
        with guests.acting(self.guest_id):
            check_authenticator(self.request)
            status = self.do(act, form)
        if status != 200:
            self.typed = {name: value for name, value in form.items() if isinstance(value, str)}
            return self.page(status)
        if act == "revoke":
            session.close(self.request)
        api.portal.show_message(done_of(act), self.request)
        return self.request.response.redirect(self.url, status=303)

    def take_over(self):
        """Let the ticket belong to the account that is signed in, if it has the same address."""
        check_authenticator(self.request)
        userid = asking.userid()
        if not operations.may_take_over(self.guest_id, userid):
            raise NotFound("act")
        operations.take_over(self.guest_id, userid)
        session.close(self.request)
        api.portal.show_message(DONE[TAKE_OVER], self.request)
        return self.request.response.redirect(self.case.absolute_url(), status=303)

    def do(self, act, form):
        """Return the status; what is wrong stands on the page."""
        if act == "revoke" and not text_of(form, "sure"):
            self.problem = CONFIRM_FIRST
            return 400
        try:
            ACTS[act](self.case, form)
        except UploadRefused as refused:
            self.upload_problems = refused.problems
            return 400
        except ApprovalError as error:
            self.problem = error.args[0]
            return status_of(error)
        return 200

    def document(self, name):
        """Return one of the files of the ticket, as a file to save."""
        with guests.acting(self.guest_id):
            found = self.case.get(name)
            if found is None or found.portal_type != "File" or not asking.may("View", found):
                raise NotFound(name)
            set_headers(found.file, self.request.response, filename=found.file.filename)
            return stream_data(found.file)

    def value(self, name, default=""):
        return self.typed.get(name, default)
