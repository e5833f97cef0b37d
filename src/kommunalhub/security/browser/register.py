"""The page on which external applicants ask for an account."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.lib.addresses import is_account_email
from kommunalhub.security import mails
from kommunalhub.security import registration
from kommunalhub.security.settings import setting
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from zExceptions import NotFound

import unicodedata


LONGEST_NAME = 80


class Page(BrowserView):
    """A form of ours: nobody keeps it, errors stand at their fields."""

    errors = {}
    values = {}

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "no-store")
        if self.request.method == "POST":
            check_authenticator(self.request)
            self.receive()
            if self.errors:
                self.request.response.setStatus(400)
        return self.index()

    def sent(self, name):
        """Return what was sent for a field, as text."""
        value = self.request.form.get(name)
        return value if isinstance(value, str) else ""

    def wrong(self, name):
        """Return the attributes of a field that say what is wrong with it."""
        if name not in self.errors:
            return {"aria-invalid": None}
        return {"aria-invalid": "true"}

    @property
    def hours(self):
        return setting("registration_hours")

    @property
    def privacy_url(self):
        return f"{api.portal.get().absolute_url()}/datenschutz"


class OpenPage(Page):
    """A page of the registration: there only while people may register, and have not yet."""

    def __call__(self):
        if not registration.is_open():
            raise NotFound(self.__name__)
        if not asking.is_anonymous():
            return self.request.response.redirect(api.portal.get().absolute_url())
        return super().__call__()


class Register(OpenPage):
    """Asks for name and address; the answer is the same for known and unknown addresses."""

    values = {"fullname": "", "email": ""}
    done = False

    @property
    def can_send(self):
        return mails.can_send()

    def receive(self):
        self.values = {
            "fullname": self.sent("fullname").strip(),
            "email": self.sent("email").strip().lower(),
        }
        self.errors = errors_in(**self.values)
        if self.errors:
            return
        self.done = True
        if self.sent("website"):  # no person sees this field
            return
        try:
            registration.ask(self.request, **self.values)
        except mails.NotSent:
            self.done = False
            self.errors = {
                "form": _(
                    "error_registration_not_sent",
                    default="The mail could not be sent. Please try again later.",
                )
            }


def errors_in(fullname, email):
    """Return {field: message} of what is wrong with a registration."""
    errors = {}
    if not fullname or len(fullname) > LONGEST_NAME or not _is_plain(fullname):
        errors["fullname"] = _(
            "error_registration_name", default="Please enter your first and last name."
        )
    if not is_account_email(email):
        errors["email"] = _(
            "error_registration_email",
            default="This is no e-mail address. It should look like name@example.org.",
        )
    return errors


def _is_plain(text):
    """Say whether a name has letters and nothing that could lead somebody elsewhere."""
    return (
        any(character.isalpha() for character in text)
        and not any(unicodedata.category(character) in ("Cc", "Cf") for character in text)
        and not set("<>/:@\\") & set(text)
    )
