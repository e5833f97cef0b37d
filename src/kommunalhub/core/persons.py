"""What is known of a person by their id, without making a user object of them.

That would ask every plugin for their groups and roles, which costs ten times as much.
"""

from Acquisition import aq_base
from kommunalhub.core.private.accounts import find
from kommunalhub.core.reading import once
from Products.CMFCore.utils import getToolByName
from Products.PlonePAS.interfaces.group import IGroupIntrospection
from Products.PluggableAuthService.interfaces.plugins import IPropertiesPlugin
from Products.PluggableAuthService.PropertiedUser import PropertiedUser
from zope.component.hooks import getSite


@once
def is_there(userid):
    """Return whether there is an account with this id."""
    users = getToolByName(getSite(), "acl_users")
    return bool(userid) and find(users, user_id=userid) is not None


@once
def property_of(userid, name):
    """Return a property of a person, such as fullname or email; "" for who has none, or is gone."""
    if not is_there(userid):
        return ""
    users = getToolByName(getSite(), "acl_users")
    person = PropertiedUser(userid).__of__(users)
    for _id, plugin in users.plugins.listPlugins(IPropertiesPlugin):
        sheet = plugin.getPropertiesForUser(person)
        found = sheet.get(name) if isinstance(sheet, dict) else _of_sheet(sheet, name)
        if found:
            return found
    return ""


def name_of(userid):
    """Return the full name of a person, or the id when there is none."""
    return property_of(userid, "fullname") or userid


def members_of(*groups):
    """Return the ids of the people in some groups and in the groups within, as a set.

    The plugins are asked for ids; Plone's tool for groups would make a user of each member.
    """
    users = getToolByName(getSite(), "acl_users")
    plugins = [plugin for _id, plugin in users.plugins.listPlugins(IGroupIntrospection)]
    every_group = {group for plugin in plugins for group in plugin.getGroupIds()}
    seen, found, todo = set(), set(), set(groups)
    while todo:
        seen |= todo
        members = {m for group in todo for plugin in plugins for m in plugin.getGroupMembers(group)}
        found |= members - every_group
        todo = (members & every_group) - seen
    return found


def _of_sheet(sheet, name):
    sheet = aq_base(sheet)
    return sheet.getProperty(name) if sheet is not None and sheet.hasProperty(name) else None
