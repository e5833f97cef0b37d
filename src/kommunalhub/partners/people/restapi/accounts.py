"""@users and @groups: without Manager's rights they give no roles and touch no Manager.

What is wrong with a name that was sent is told at its field.
"""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.partners.people.guard import check_account
from kommunalhub.partners.people.guard import is_hub_group
from kommunalhub.partners.people.guard import is_limited
from kommunalhub.partners.people.guard import refuse
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.security.userids import sent
from plone import api
from plone.restapi.permissions import PloneManageUsers
from plone.restapi.services.groups.add import GroupsPost
from plone.restapi.services.groups.delete import GroupsDelete
from plone.restapi.services.groups.update import GroupsPatch
from plone.restapi.services.users.delete import UsersDelete
from plone.restapi.services.users.get import PortraitGet
from plone.restapi.services.users.update import UsersPatch
from Products.PlonePAS.utils import decleanId
from zExceptions import NotFound


def refuse_to_give(request, *names):
    """Refuse a request of somebody limited that sends one of these properties."""
    if is_limited() and set(names) & set(body_of(request)):
        refuse()


class HubUsersPatch(UsersPatch):
    """PATCH @users/<id>."""

    def reply(self):
        if not self.params:
            raise NotFound("@users")
        check_account(self._get_user_id)
        refuse_to_give(self.request, "roles")
        data = body_of(self.request)
        if api.user.has_permission(PloneManageUsers) and self._get_user(self._get_user_id) is None:
            raise NotFound(self._get_user_id)
        problems = sent.problems_of_change(data, self._get_user_id)
        return refused(problems, self.request) if problems else super().reply()


class HubUsersDelete(UsersDelete):
    """DELETE @users/<id>."""

    def reply(self):
        check_account(self._get_user_id)
        return super().reply()


class HubGroupsPost(GroupsPost):
    """POST @groups."""

    def reply(self):
        refuse_to_give(self.request, "roles", "groups")
        problems = sent.problems_of_group(body_of(self.request))
        return refused(problems, self.request) if problems else super().reply()


class HubGroupsPatch(GroupsPatch):
    """PATCH @groups/<id>."""

    def reply(self):
        refuse_to_give(self.request, "roles", "groups")
        return super().reply()


class HubGroupsDelete(GroupsDelete):
    """DELETE @groups/<id>; ours stay, for rights hang on their names."""

    def reply(self):
        if is_limited() and is_hub_group(self._get_group_id):
            refuse()
        return super().reply()


class VisiblePortrait(PortraitGet):
    """GET @portrait/<id>, of people who may be found."""

    def render(self):
        if self.params and not is_visible(decleanId(self.params[0])):
            self.request.response.setStatus(404)
            return None
        return super().render()
