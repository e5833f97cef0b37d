"""The pages behind the links in our mails: set a password, then go on signed in."""

from kommunalhub import _
from kommunalhub.core.private.accounts import asked_resets
from kommunalhub.security import registration
from kommunalhub.security import strength
from kommunalhub.security.browser.register import OpenPage
from kommunalhub.security.browser.register import Page
from kommunalhub.security.passwords import check_password
from kommunalhub.security.settings import setting
from plone import api
from Products.CMFPlone.PasswordResetTool import InvalidRequestError
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class NewPassword(Page):
    """Asks for a password twice; the address ends with the key from the mail."""

    key = ""
    #: {"fullname", "login", "words"} of the person, None where the key is not valid.
    person = None
    button = _("button_save_password", default="Save the password")
    #: Page that sends another link.
    again = "@@login-help"

    def publishTraverse(self, request, name):
        if self.key:
            raise NotFound(name)
        self.key = name
        return self

    def __call__(self):
        self.key = self.key or self.sent("key")
        self.person = self.find()
        if self.person is None:
            self.request.response.setStatus(410)
        return super().__call__()

    @property
    def least(self):
        return setting("min_password_length")

    @property
    def action(self):
        return f"{api.portal.get().absolute_url()}/@@{self.__name__}/{self.key}"

    def receive(self):
        if self.person is None:
            return
        password = self.sent("password")
        message = check_password(password, self.person["words"])
        if message is not None:
            self.errors = {"password": message}
        elif password != self.sent("password2"):
            self.errors = {
                "password2": _("error_passwords_differ", default="The passwords are not the same.")
            }
        else:
            self.accept(password)

    def go_on(self, user_id, message, url):
        """Sign the person in and lead on."""
        registration.sign_in(user_id, self.request)
        api.portal.show_message(message, self.request)
        self.request.response.redirect(url)

    def gone(self):
        """Say that the link is no longer valid."""
        self.person = None
        self.request.response.setStatus(410)


class ConfirmRegistration(NewPassword, OpenPage):
    """The last step of registering: only here the account is made."""

    button = _("button_make_account", default="Make the account")
    again = "@@register"

    def find(self):
        entry = registration.find(self.key)
        if entry is None:
            return None
        words = strength.own_words(entry["fullname"], entry["email"])
        return {"fullname": entry["fullname"], "login": entry["email"], "words": words}

    def accept(self, password):
        try:
            user_id = registration.confirm(self.key, password)
        except ValueError:  # somebody else got the address meanwhile
            return self.gone()
        message = _("message_registered", default="Welcome! Your account is ready.")
        return self.go_on(user_id, message, registration.landing_url(user_id))


class ResetPassword(NewPassword):
    """Plone's link for who forgot the password, or got an account from a manager.

    The key is enough: Plone's own page asks for the user name too, which is what people forget.
    """

    def find(self):
        tool = api.portal.get_tool("portal_password_reset")
        try:
            tool.verifyKey(self.key)
        except InvalidRequestError:
            return None
        user_id, _until = asked_resets(tool)[self.key]
        user = api.user.get(userid=user_id)
        if user is None:  # deleted meanwhile
            return None
        names = (user.getProperty("fullname", ""), user.getProperty("email", ""))
        words = strength.own_words(*names, user.getUserName())
        fullname = names[0] or user.getUserName()
        return {"fullname": fullname, "login": user.getUserName(), "words": words, "id": user_id}

    def accept(self, password):
        tool = api.portal.get_tool("portal_password_reset")
        try:
            tool.resetPassword(self.person["login"], self.key, password)
        except (InvalidRequestError, RuntimeError):
            return self.gone()
        message = _("message_password_set", default="Your password is set.")
        return self.go_on(self.person["id"], message, api.portal.get().absolute_url())
