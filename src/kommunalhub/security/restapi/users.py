"""POST @users: nobody learns who has an account, or sends mails without end.

Who may not manage users cannot make accounts here either: registering goes by mail. What keeps an
account from being made is told at its field.
"""

from kommunalhub.security import mails
from kommunalhub.security.guard import find_guard
from kommunalhub.security.throttle import may_mail
from kommunalhub.security.userids import sent
from plone import api
from plone.restapi.services.users.add import UsersPost as BaseUsersPost
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

    def update_password(self, data):
        if data:
            return super().update_password(data)
        if not mails.can_send():
            raise BadRequest(self.translate(sent.NO_MAIL))
        guard = find_guard(api.portal.get_tool("acl_users"))
        known = super()._get_user_by_login_name(self.params[0]) is not None
        if may_mail(guard.failures, self.request, self.params[0]) and known:
            try:
                super().update_password(data)
            except ValueError:  # somebody without a usable address; the stranger need not know
                logger.info("No mail to set a new password could be sent", exc_info=True)
        return self.reply_no_content()

    def _get_user_by_login_name(self, user_id):
        """Return somebody, so that an unknown name is refused where a known one would be."""
        return super()._get_user_by_login_name(user_id) or Nobody()


class Nobody:
    """Stands in for an unknown person."""
