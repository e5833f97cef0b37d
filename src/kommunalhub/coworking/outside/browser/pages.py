"""Confirm an application, and have a new link sent."""

from kommunalhub import _
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.core import links
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.coworking.outside import operations
from kommunalhub.coworking.outside.browser.forms import own_url
from kommunalhub.coworking.outside.browser.forms import TRAP
from kommunalhub.coworking.period import period_text
from kommunalhub.lib.addresses import is_account_email
from kommunalhub.security.browser.register import Page
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests import session
from plone import api
from plone.protect.authenticator import check as check_authenticator


class LinkPage(Page):
    """What these pages share."""

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
    def renew_url(self):
        return f"{self.context.absolute_url()}/@@antrag-link"

    @property
    def apply_url(self):
        return f"{self.context.absolute_url()}/@@antrag-ohne-konto"


class Confirm(LinkPage):
    """@@antrag-bestaetigen: shows what is confirmed; mail programs open links, so a press does."""

    def __call__(self):
        self.asked = operations.asked(self.key)
        if self.asked is None:
            self.request.response.setStatus(404)
        if self.request.method == "POST":
            check_authenticator(self.request)
            if self.receive():
                return ""  # the next page says what there is to say
        links.hide(self.request.response)
        return self.index()

    def receive(self):
        """Make the application and lead on to its page; return whether that was done."""
        if self.asked is None:
            return False
        number, values, guest_id = self.asked
        if not guest_id:
            try:
                guest_id = operations.confirm(number, values)
            except ApprovalError as error:
                self.problem = error.args[0]
                self.request.response.setStatus(409)
                return False
            message = _(
                "message_application_submitted",
                default="Your application is sent. Here you can see at any time where it stands.",
            )
            api.portal.show_message(message, self.request)
        if guests.get(guest_id) is not None:
            session.open_(self.request, guests.key_of(guest_id))
        self.request.response.redirect(own_url(), status=303)
        return True

    @property
    def is_known(self):
        return self.asked is not None and bool(self.asked[2])

    def rows(self):
        """Return [(label, value)] of what was asked for."""
        values = self.asked[1]
        kinds = titles_of("kommunalhub.coworking_space_kinds")
        rows = [
            (_("label_applicant_name", default="Contact person"), values["contact_name"]),
            (_("label_organisation", default="Organisation"), values.get("organisation")),
            (
                _("label_application_space_kind", default="What do you need?"),
                kinds.get(values["space_kind"]),
            ),
            (_("label_period", default="Period"), period_text(values["start"], values["end"])),
            (_("label_purpose", default="Purpose"), values["purpose"]),
        ]
        return [row for row in rows if row[1]]


class Renew(LinkPage):
    """@@antrag-link: the answer is the same for known and unknown addresses."""

    values = {"email": ""}
    done = False

    @property
    def days(self):
        return guests.VALID.days

    def receive(self):
        self.values = {"email": self.sent("email").strip().lower()}
        if not is_account_email(self.values["email"]):
            self.errors = {
                "email": _(
                    "error_registration_email",
                    default="This is no e-mail address. It should look like name@example.org.",
                )
            }
            return
        self.done = True
        if not self.sent(TRAP):  # no person sees this field
            operations.renew(self.request, self.values["email"])
