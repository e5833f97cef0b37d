"""Plone's mails with links: they lead to the site's own address, whatever the request says."""

from importlib.resources import files
from kommunalhub.security.address import address_of
from plone import api
from Products.CMFPlone.browser.login.login_help import RequestUsername
from Products.CMFPlone.browser.login.password_reset import PasswordResetToolView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


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


class AddressedUsername(RequestUsername):
    """Sends somebody their user name."""

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
