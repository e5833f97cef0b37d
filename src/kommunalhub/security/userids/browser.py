"""Plone's forms for a new account and a new group, which say what is wrong with an id."""

from kommunalhub import _
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.userids.refusing import FAULTS
from kommunalhub.security.userids.refusing import refusal
from pathlib import Path
from plone import api
from plone.app.users.browser.register import AddUserForm
from plone.app.users.utils import notifyWidgetActionExecutionError
from Products.CMFPlone.controlpanel import browser
from Products.CMFPlone.controlpanel.browser.usergroups_groupdetails import GroupDetailsControlPanel
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.error import ErrorViewMessage
from zope.schema.interfaces import IASCIILine
from zope.schema.interfaces import InvalidValue


TEMPLATES = str(Path(browser.__file__).parent)


class HubNewUser(AddUserForm):
    """@@new-user."""

    def updateFields(self):
        super().updateFields()
        if "username" in self.fields:
            self.fields["username"].field.description = _(
                "help_userid",
                default="The person signs in with it, and it stays for good. Small letters a–z, "
                "digits, full stops, hyphens and underscores, for example p.mueller.",
            )

    def validate_registration(self, action, data):
        user_id = self.generate_user_id(data)
        message = refusal(user_id) if user_id else None
        if message is not None:
            field = "username" if "username" in self.fields else "email"
            notifyWidgetActionExecutionError(action, field, message)
        super().validate_registration(action, data)


#: zope.schema refuses umlauts before anything of ours is asked.
NO_ASCII = ErrorViewMessage(
    FAULTS["form"],
    error=InvalidValue,
    request=IKommunalhubLayer,
    field=IASCIILine,
    form=HubNewUser,
)


class HubGroupDetails(GroupDetailsControlPanel):
    """@@usergroup-groupdetails."""

    index = ViewPageTemplateFile("usergroups_groupdetails.pt", TEMPLATES)

    def __call__(self):
        name = self.request.form.get("addname")
        message = refusal(name) if isinstance(name, str) and name else None
        if message is not None and self.request.form.pop("form.submitted", None):
            api.portal.show_message(message, self.request, type="error")
            self.request.response.setStatus(400)
        return super().__call__()
