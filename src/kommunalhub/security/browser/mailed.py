"""Plone's mails with links: they lead to the site's own address, whatever the request says."""

from importlib.resources import files
from kommunalhub import _
from kommunalhub.security import mails
from kommunalhub.security.address import address_of
from plone import api
from Products.CMFPlone.browser.login.login_help import RequestResetPassword
from Products.CMFPlone.browser.login.login_help import RequestUsername
from Products.CMFPlone.browser.login.password_reset import PasswordResetToolView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from zExceptions import NotFound


#: The answer to everybody who asks for a mail. It must not tell who has an account; so it cannot
#: tell either that the mail server failed just now, which only those notice who have one.
ON_ITS_WAY = _(
    "message_mail_on_its_way",
    default="If there is an account for what you entered, a mail is on its way. Nothing there "
    "after some minutes? Please look into the folder for spam, or ask who looks after the "
    "accounts.",
)
TEMPLATES = str(files("Products.CMFPlone.browser.login") / "templates")


class AddressedMail(PasswordResetToolView):
    """What Plone's templates for a new password and for a new account ask."""

    template = None

    def __call__(self, *args, **kw):
        if "member" not in kw:  # somebody asks by address: it is no page
            raise NotFound(self.__name__)
        # The template shows this header, in which a stranger may write what they like.
        self.request.set("HTTP_X_FORWARDED_FOR", self.request.getClientAddr())
        return self.template(*args, **kw)

    def construct_url(self, randomstring):
        return f"{address_of(api.portal.get())}/passwordreset/{randomstring}"


class PasswordMail(AddressedMail):
    """To who forgot the password."""

    template = ViewPageTemplateFile("mail_password_template.pt", TEMPLATES)


class AccountMail(AddressedMail):
    """To who got an account from a manager."""

    template = ViewPageTemplateFile("registered_notify_template.pt", TEMPLATES)


class AddressedPassword(RequestResetPassword):
    """Sends somebody the link for a new password."""

    handlers = RequestResetPassword.handlers.copy()

    @button.handler(RequestResetPassword.buttons["reset"])
    def handle_reset(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        tool = api.portal.get_tool("portal_registration")
        name = data["reset_password"]
        mails.send_silently(lambda: tool.mailPassword(name, self.request, immediate=True))
        api.portal.show_message(ON_ITS_WAY, self.request)


class AddressedUsername(RequestUsername):
    """Sends somebody their user name."""

    handlers = RequestUsername.handlers.copy()

    @button.handler(RequestUsername.buttons["get_username"])
    def handle_username(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        portal = api.portal.get()
        found = portal.acl_users.searchUsers(email=data["recover_username"], exact_match=True)
        if len(found) == 1:
            mails.send_silently(lambda: self.send_username(portal, found[0]))
        api.portal.show_message(ON_ITS_WAY, self.request)

    def send_username(self, portal, userinfo):
        super().send_username(Addressed(portal), userinfo)


class Addressed:
    """The site, as far as the mail with the user name asks it."""

    def __init__(self, portal):
        self._portal = portal

    def absolute_url(self):
        return address_of(self._portal)

    def __getattr__(self, name):
        return getattr(self._portal, name)
