"""Plone's lists of users and groups; without Manager's rights they give no roles."""

from kommunalhub.core.private.accounts import global_roles_of
from kommunalhub.partners.people.guard import is_hub_group
from kommunalhub.partners.people.guard import is_limited
from kommunalhub.partners.people.guard import is_powerful
from kommunalhub.partners.people.guard import refuse
from pathlib import Path
from Products.CMFPlone.controlpanel import browser
from Products.CMFPlone.controlpanel.browser.usergroups_groupsoverview import (
    GroupsOverviewControlPanel,
)
from Products.CMFPlone.controlpanel.browser.usergroups_usersoverview import (
    UsersOverviewControlPanel,
)
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


TEMPLATES = str(Path(browser.__file__).parent)


class WithoutRoles:
    """A list that shows no roles to who may not give any; groups say what a person does."""

    drawing = False

    @property
    def portal_roles(self):
        # Plone's search for rows needs all of them.
        return [] if self.drawing and is_limited() else super().portal_roles

    @property
    def index(self):
        # Not a method: what is wrong with the input is told by where it arises (input/faults.py).
        self.drawing = True
        return self.template


class HubUsers(WithoutRoles, UsersOverviewControlPanel):
    """The list of users."""

    template = ViewPageTemplateFile("usergroups_usersoverview.pt", TEMPLATES)

    def doSearch(self, searchString):
        rows = super().doSearch(searchString)
        if not is_limited():
            return rows
        for row in rows:
            if is_powerful(row["userid"]):
                row["can_delete"] = row["can_set_password"] = row["can_set_email"] = False
        return rows

    def manageUser(self, users=(), resetpassword=(), delete=()):
        if is_limited():
            # No event tells of an address changed here, so the powerful are left out.
            users = [user for user in users or () if not is_powerful(user.id)]
            for user in users:
                user.roles = list(global_roles_of(self.context.acl_users, user.id))
            if any(is_powerful(user_id) for user_id in _as_list(delete)):
                refuse()
        super().manageUser(users, resetpassword, delete)


class HubGroups(WithoutRoles, GroupsOverviewControlPanel):
    """The list of groups; ours stay, for rights hang on their names."""

    template = ViewPageTemplateFile("usergroups_groupsoverview.pt", TEMPLATES)

    def doSearch(self, searchString):
        rows = super().doSearch(searchString)
        if not is_limited():
            return rows
        for row in rows:
            row["can_delete"] = row["can_delete"] and not is_hub_group(row["id"])
        return rows

    def manageGroup(self, groups=None, delete=None):
        if is_limited():
            groups = []
            if any(is_hub_group(group_id) for group_id in _as_list(delete)):
                refuse()
        super().manageGroup(groups, _as_list(delete))


def _as_list(value):
    return [value] if isinstance(value, str) else list(value or ())
