"""Plone's lists of users and groups; without Manager's rights they give no roles."""

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


def without_roles(rows):
    """Return the rows of a list with all its check boxes of roles switched off."""
    for row in rows:
        for role in row["roles"].values():
            role["canAssign"] = False
    return rows


class HubUsers(UsersOverviewControlPanel):
    """The list of users."""

    index = ViewPageTemplateFile("usergroups_usersoverview.pt", TEMPLATES)

    def doSearch(self, searchString):
        rows = super().doSearch(searchString)
        if not is_limited():
            return rows
        for row in rows:
            if is_powerful(row["userid"]):
                row["can_delete"] = row["can_set_password"] = row["can_set_email"] = False
        return without_roles(rows)

    def manageUser(self, users=(), resetpassword=(), delete=()):
        if is_limited():
            given = self.context.acl_users.portal_role_manager
            # No event tells of an address changed here, so the powerful are left out.
            users = [user for user in users or () if not is_powerful(user.id)]
            for user in users:
                user.roles = list(given._principal_roles.get(user.id, ()))
            if any(is_powerful(user_id) for user_id in _as_list(delete)):
                refuse()
        super().manageUser(users, resetpassword, delete)


class HubGroups(GroupsOverviewControlPanel):
    """The list of groups; ours stay, for rights hang on their names."""

    index = ViewPageTemplateFile("usergroups_groupsoverview.pt", TEMPLATES)

    def doSearch(self, searchString):
        rows = super().doSearch(searchString)
        if not is_limited():
            return rows
        for row in rows:
            row["can_delete"] = row["can_delete"] and not is_hub_group(row["id"])
        return without_roles(rows)

    def manageGroup(self, groups=None, delete=None):
        if is_limited():
            groups = []
            if any(is_hub_group(group_id) for group_id in _as_list(delete)):
                refuse()
        super().manageGroup(groups, _as_list(delete))


def _as_list(value):
    return [value] if isinstance(value, str) else list(value or ())
