"""Forms for who has no account: a link confirms the address, and a trap catches programs."""

from kommunalhub.core import links
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.messages import filled
from kommunalhub.security.guests import pending
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: The field that no person sees.
TRAP = "website"


class LinkForm:
    """A form whose values wait until their address is confirmed; a base before `HubForm`."""

    primary = "send"
    trap = TRAP
    #: The field with the address, and the address that a link was sent to.
    email_field = "contact_email"
    sent_to = None
    #: What is said when too much waits.
    full = ""

    def ask(self, values):
        """Keep what was typed and send the link. Raises pending.Full."""
        raise NotImplementedError

    def send_link(self):
        """Answer the button that sends."""
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            self.request.response.setStatus(400)
            return
        self.sent_to = data[self.email_field]
        if self.request.form.get(self.trap):  # no person sees this field
            return
        try:
            self.ask(data)
        except pending.Full:
            self.sent_to = None
            self.status = self.full
            self.request.response.setStatus(503)


class GuestFormPage(HubFormPage):
    """A page of a form for who has no account: nobody keeps it."""

    own_page = ViewPageTemplateFile("templates/form.pt")
    #: Messages: what is said of the mail, with ${email} and ${days}; what leads back.
    sent_about = back_title = ""

    def __call__(self):
        links.hide(self.request.response)
        return super().__call__()

    @property
    def sent_to(self):
        return getattr(self.form_instance, "sent_to", None)

    @property
    def told(self):
        mapping = {"email": self.sent_to, "days": pending.VALID.days}
        return filled(self.sent_about, mapping)
