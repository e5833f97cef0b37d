"""Plone's pages for signing in, where ours differ."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.security import registration
from kommunalhub.security.browser.mailed import AddressedPassword
from kommunalhub.security.browser.mailed import AddressedUsername
from kommunalhub.security.browser.mailed import ON_ITS_WAY
from kommunalhub.security.browser.nomail import ByMail
from kommunalhub.security.guard import find_guard
from kommunalhub.security.guard import was_right
from kommunalhub.security.throttle import may_mail
from plone import api
from Products.CMFPlone.browser.login.login import LoginForm
from Products.CMFPlone.browser.login.login_help import LoginHelpForm
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button

import os.path
import Products.CMFPlone.browser.login


TEMPLATES = os.path.join(os.path.dirname(Products.CMFPlone.browser.login.__file__), "templates")


class HubLoginForm(LoginForm):
    """Plone's form; people from outside sign in with their e-mail address."""

    index = ViewPageTemplateFile("login.pt", TEMPLATES)

    handlers = LoginForm.handlers.copy()

    @button.handler(LoginForm.buttons["login"])
    def handle_login(self, action):
        """As Plone does, but what it says about capital letters is not so here."""
        filled = all(self.request.form.get(name) for name in ("__ac_name", "__ac_password"))
        # Somebody else may still be signed in: they are not who typed this.
        if filled and (asking.is_anonymous() or not was_right(self.request)):
            message = _(
                "error_login",
                default="Signing in failed. Please check your user name and password; with the "
                "password, capital and small letters matter.",
            )
            api.portal.show_message(message, self.request, type="error")
        else:
            LoginForm.handleLogin(self, action)

    def updateWidgets(self):
        super().updateWidgets()
        self.widgets["ac_name"].label = _("label_login_name", default="User name or e-mail address")

    def redirect_after_login(self, came_from=None, is_initial_login=False):
        """Plone's own check reads the path only, so http://elsewhere/<site> would pass it."""
        if came_from and not api.portal.get_tool("portal_url").isURLInPortal(came_from):
            came_from = None
        super().redirect_after_login(came_from, is_initial_login)

    def self_registration_enabled(self):
        return registration.is_offered()


class HubLoginHelp(ByMail, LoginHelpForm):
    """Plone's form for forgotten passwords and names; it sends no mails without end."""

    index = ViewPageTemplateFile("login_help.pt", TEMPLATES)
    heading = label = _("heading_login_help", default="Help with signing in")
    without_mail = _(
        "login_help_no_mail",
        default="This site cannot send mails at the moment, so you cannot set a new password by "
        "yourself. Who looks after the accounts can do that for you.",
    )

    #: What is asked for: button and field.
    ASKS = (
        ("form.buttons.reset", "form.widgets.reset_password"),
        ("form.buttons.get_username", "form.widgets.recover_username"),
    )

    def update(self):
        guard = find_guard(api.portal.get_tool("acl_users"))
        form = self.request.form
        for name, field in self.ASKS:
            asked_for = form.get(field)
            if not form.get(name) or not isinstance(asked_for, str):
                continue
            if not may_mail(guard.failures, self.request, asked_for):
                del form[name]
                api.portal.show_message(ON_ITS_WAY, self.request)
        super().update()
        forms = [AddressedPassword(None, self.request)]
        if not self.use_email_as_login():
            forms.append(AddressedUsername(None, self.request))
        for form in forms:
            form.update()
            self.subforms.append(form)

    def can_reset_password(self):
        """Say no, for Plone's form says that a mail was sent whatever becomes of it."""
        return False

    def can_retrieve_username(self):
        """Say no, for Plone's form writes the address of the request into its mail."""
        return False


class ToLoginHelp(BrowserView):
    """Leads from Plone's old pages, which tell who has an account, to the present one."""

    def __call__(self):
        self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@login-help")


class ToLogin(BrowserView):
    """Leads from a page of Plone's for signing in, which has no title, to ours."""

    def __call__(self):
        self.request.response.redirect(f"{api.portal.get().absolute_url()}/login")
