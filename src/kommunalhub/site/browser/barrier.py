"""Report a barrier: a short form whose text goes to the hub by e-mail, nothing is kept."""

from kommunalhub import _
from kommunalhub.core import registry
from kommunalhub.core.letters import Example
from kommunalhub.lib import addresses
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import operator_partner
from kommunalhub.security import mails
from kommunalhub.security import strangers
from kommunalhub.security.address import address_of
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from smtplib import SMTPException
from zope.i18n import translate

import logging


logger = logging.getLogger(__name__)

LONGEST = 5000


class ReportBarrier(BrowserView):
    """Form and its answer. Without a mail server the page names the address instead."""

    errors = {}
    values = {"where": "", "what": "", "email": ""}
    sent = False

    def __call__(self):
        if self.request.method == "POST" and self.can_send():
            self.receive()
        elif self.request.form.get("where"):
            self.values = {**self.values, "where": str(self.request.form["where"])[:500]}
        return self.index()

    def can_send(self):
        return mails.can_send()

    def address(self):
        """Return the hub's e-mail address, the operator's where the site has none."""
        found = registry.read("plone.email_from_address")
        return found or getattr(get_partner(operator_partner()), "email", None)

    def phone(self):
        return getattr(get_partner(operator_partner()), "phone", None)

    def receive(self):
        """Check what was sent and pass it on; the form keeps what was typed."""
        form = self.request.form
        check_authenticator(self.request)
        self.values = {name: str(form.get(name) or "").strip() for name in self.values}
        if strangers.is_program(form):
            self.sent = True
            return
        self.errors = errors_in(self.values)
        if self.errors:
            self.request.response.setStatus(400)
            return
        strangers.count(self.request)
        try:
            self.send()
        except (ValueError, OSError, SMTPException):
            logger.exception("A reported barrier could not be sent")
            self.request.response.setStatus(503)
            self.errors = {
                "form": _(
                    "error_barrier_not_sent",
                    default="Your message could not be sent. Please write to ${address}.",
                    mapping={"address": self.address()},
                )
            }
        else:
            self.sent = True

    def send(self):
        subject, text = letter(self.values)
        # At once: a mail server that does not answer must be told here, not break the commit.
        api.portal.send_email(
            recipient=self.address(),
            subject=translate(subject, context=self.request),
            body=translate(text, context=self.request),
            immediate=True,
        )


def letter(values):
    """Return (subject, text) of the mail with a report, as messages."""
    text = _(
        "mail_barrier_body",
        default="Page: ${where}\n\n${what}\n\nAnswer to: ${email}\n",
        mapping={**values, "email": values["email"] or "–"},
    )
    return _("mail_barrier_subject", default="A barrier was reported"), text


def examples(portal, request):
    """Return the Example of such a mail, see core/letters.py."""
    what = _("example_barrier_what", default="The button on the map cannot be reached by keyboard.")
    values = {
        "where": address_of(portal),
        "what": translate(what, context=request),
        "email": "mia@example.org",
    }
    subject, text = (translate(part, context=request) for part in letter(values))
    return [Example("barrier", _("example_barrier", default="Reported barrier"), subject, text)]


def errors_in(values):
    """Return {field: message} of what is wrong with a report."""
    errors = {}
    if not values["what"]:
        errors["what"] = _(
            "error_barrier_what", default="Please say what does not work, in a word or two."
        )
    elif len(values["what"]) > LONGEST:
        errors["what"] = _(
            "error_barrier_long",
            default="Please keep it shorter than ${n} characters.",
            mapping={"n": LONGEST},
        )
    if values["email"] and not addresses.is_email(values["email"]):
        errors["email"] = _(
            "error_barrier_email", default="This is no e-mail address. Leave it empty if you like."
        )
    return errors
