"""@@contact-info: Plone's form to write to who runs the site; it says it was sent when it was."""

from kommunalhub import _
from kommunalhub.core import registry
from kommunalhub.security.browser.nomail import ByMail
from plone import api
from plone.base import PloneMessageFactory as _plone
from Products.CMFPlone.browser.contact_info import ContactForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from smtplib import SMTPException
from z3c.form import button

import email
import logging
import os.path
import Products.CMFPlone.browser


logger = logging.getLogger(__name__)

TEMPLATES = os.path.join(os.path.dirname(Products.CMFPlone.browser.__file__), "templates")


class HubContact(ByMail, ContactForm):
    """Plone's form; the mail goes at once, so that a server that fails is told here."""

    template = ViewPageTemplateFile("contact-info.pt", TEMPLATES)
    handlers = ContactForm.handlers.copy()
    heading = _plone("heading_contact_form", default="Contact form")
    without_mail = _(
        "contact_no_mail",
        default="This site cannot send mails at the moment, so this form is closed. Please write "
        "or call instead.",
    )

    @button.handler(ContactForm.buttons["send"])
    def handle_send(self, action):
        data, errors = self.extractData()
        if errors or self.request.method != "POST":
            self.status = self.formErrorsMessage if errors else ""
            return
        try:
            self.send_message(data)
        except (ValueError, OSError, SMTPException):
            logger.exception("A message of the contact form could not be sent")
            self.status = _(
                "error_contact_not_sent",
                default="Your message could not be sent. Please try again later, or call us.",
            )
        else:
            self.send_feedback()
            self.success = True

    def send_message(self, data):
        portal = api.portal.get()
        text = self.generate_mail({**data, "url": portal.absolute_url()})
        message = email.message_from_string(text)
        message["Reply-To"] = data["sender_from_address"]
        address = registry.read("plone.email_from_address")
        api.portal.get_tool("MailHost").send(
            message,
            address,
            address,
            subject=data["subject"],
            charset=registry.read("plone.email_charset", "utf-8"),
            immediate=True,
        )
