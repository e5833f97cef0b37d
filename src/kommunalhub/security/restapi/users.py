"""POST @users: nobody learns who has an account, or sends mails without end.

Who may not manage users cannot make accounts here either: registering goes by mail. What keeps an
account from being made is told at its field.
"""

from kommunalhub.core.restapi.body import wrong
from kommunalhub.security import mails
from kommunalhub.security.guard import find_guard
from kommunalhub.security.throttle import may_mail
from kommunalhub.security.userids import sent
from plone import api
from plone.restapi.services.users.add import UsersPost as BaseUsersPost
from smtplib import SMTPException
from zExceptions import BadRequest

import logging


logger = logging.getLogger(__name__)


class UsersPost(BaseUsersPost):
    """plone.restapi's POST @users, and @users/<name>/reset-password for known and unknown alike."""

    def validate_input_data(self, portal, original_data):
        super().validate_input_data(portal, original_data)
        told = {error["field"] for error in self.errors}
        # Who may not add accounts is told that, not which names there are.
        if self.params or not self.can_add_member:
            return
        for field, message in sent.problems_of_new(original_data).items():
            if field not in told:
                self.add_field_error(field, message)

    def _add_user(self, data, location=True):
        try:
            return super()._add_user(data, location)
        except (OSError, SMTPException) as error:  # the request fails, and so there is no account
            logger.exception("The mail to a new account could not be sent")
            raise wrong("sendPasswordReset", sent.NOT_SENT, self.request) from error

    def update_password(self, data):
        if data:
            return super().update_password(data)
        if not mails.can_send():
            raise BadRequest(self.translate(sent.NO_MAIL))
        guard = find_guard(api.portal.get_tool("acl_users"))
        known = super()._get_user_by_login_name(self.params[0]) is not None
        if may_mail(guard.failures, self.request, self.params[0]) and known:
            tool, name = api.portal.get_tool("portal_registration"), self.params[0]
            mails.send_silently(lambda: tool.mailPassword(name, self.request, immediate=True))
        return self.reply_no_content()

    def _get_user_by_login_name(self, user_id):
        """Return somebody, so that an unknown name is refused where a known one would be."""
        return super()._get_user_by_login_name(user_id) or Nobody()


class Nobody:
    """Stands in for an unknown person."""
