"""Pages on the way to what is a guest's, and the one behind the link; rooms say what stands there.

The words of a page are messages of its room: what is confirmed and followed has a name there.
"""

from kommunalhub import _
from kommunalhub.core import links
from kommunalhub.core.messages import filled
from kommunalhub.lib.addresses import is_account_email
from kommunalhub.security.browser.register import Page
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests import session
from kommunalhub.security.guests.browser.forms import TRAP
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


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


class ConfirmPage(LinkPage):
    """Shows what is confirmed; mail programs open links, so a press does."""

    index = ViewPageTemplateFile("templates/confirm.pt")
    #: A pending.Unconfirmed, and the path on the site of the page that it then leads to.
    unconfirmed = None
    own_page = ""
    #: The view of the form, for who comes too late.
    form_page = ""
    #: Messages: heading, what to do, the button; for what was confirmed before; for what is gone.
    heading = about = button = ""
    known_about = known_button = ""
    gone_heading = gone_about = form_title = ""
    #: What is said once it is done.
    done = ""

    def __call__(self):
        self.asked = self.unconfirmed.asked(self.key)
        if self.asked is None:
            self.request.response.setStatus(404)
        if self.request.method == "POST":
            check_authenticator(self.request)
            if self.receive():
                return ""  # the next page says what there is to say
        links.hide(self.request.response)
        return self.index()

    def confirm(self, number, values):
        """Make what was typed; return the id of its guest, or None and say what is in the way."""
        raise NotImplementedError

    def rows(self):
        """Return [(label, value)] of what is confirmed."""
        raise NotImplementedError

    def receive(self):
        """Make what was typed and lead on to its page; return whether that was done."""
        if self.asked is None:
            return False
        number, values, guest_id = self.asked
        if not guest_id:
            guest_id = self.confirm(number, values)
            if guest_id is None:
                self.request.response.setStatus(409)
                return False
            api.portal.show_message(self.done, self.request)
        if guests.get(guest_id) is not None:
            session.open_(self.request, guests.key_of(guest_id))
        url = f"{api.portal.get().absolute_url()}/{self.own_page}"
        self.request.response.redirect(url, status=303)
        return True

    @property
    def form_url(self):
        return f"{self.context.absolute_url()}/@@{self.form_page}"

    @property
    def is_known(self):
        return self.asked is not None and bool(self.asked[2])


class RenewPage(LinkPage):
    """Sends new links; the answer is the same for known and unknown addresses."""

    index = ViewPageTemplateFile("templates/renew.pt")
    #: Messages; sent: with ${email} and ${days}.
    heading = about = sent_about = ""
    values = {"email": ""}
    done = False

    def renew(self, email):
        """Send fresh links to all that is an address's."""
        raise NotImplementedError

    @property
    def told(self):
        mapping = {"email": self.values["email"], "days": guests.VALID.days}
        return filled(self.sent_about, mapping)

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
            self.renew(self.values["email"])


class BehindLink(BrowserView):
    """The one page of a guest. What it shows is worked out as the guest; the frame is everybody's.

    `page` answers who follows a good link, `post` what they send.
    """

    gone = ViewPageTemplateFile("templates/gone.pt")
    #: Path of the page on the site, and the view that sends new links.
    own_page = renew_page = ""
    #: A message: what the link leads to no more.
    gone_heading = ""
    guest_id = case = None

    def __call__(self):
        links.hide(self.request.response)
        key = self.request.form.get(links.KEY)
        if isinstance(key, str) and self.request.method != "POST":
            return self.enter(key)
        self.guest_id = session.guest_of(self.request)
        self.case = self.case_of(self.guest_id) if self.guest_id is not None else None
        if self.case is None:
            return self.nothing()
        if self.request.method == "POST":
            return self.post()
        return self.answer()

    def case_of(self, guest_id):
        """Return what is a guest's, None where it is none of this page's."""
        raise NotImplementedError

    def answer(self):
        """Return what the address asks for: the page, or a file of it."""
        return self.page()

    def page(self, status=200):
        raise NotImplementedError

    def post(self):
        raise NotFound(self.__name__)

    def enter(self, key):
        """Take the key out of the address."""
        if session.open_(self.request, key) is None:
            return self.nothing()
        return self.request.response.redirect(self.url, status=303)

    def nothing(self):
        self.request.response.setStatus(404)
        return self.gone()

    @property
    def url(self):
        return f"{api.portal.get().absolute_url()}/{self.own_page}"

    @property
    def renew_url(self):
        return f"{self.context.absolute_url()}/@@{self.renew_page}"
