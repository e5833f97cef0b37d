"""What is known of a person by their id, without making a user object of them.

That would ask every plugin for their groups and roles, which costs ten times as much.
"""

from AccessControl.SecurityManagement import getSecurityManager
from Acquisition import aq_base
from kommunalhub.core import asking
from kommunalhub.core.private.accounts import find
from kommunalhub.core.reading import once
from Products.CMFCore.utils import getToolByName
from Products.PlonePAS.interfaces.group import IGroupIntrospection
from Products.PlonePAS.plugins.ufactory import PloneUser
from Products.PluggableAuthService.interfaces.plugins import IPropertiesPlugin
from Products.PluggableAuthService.PropertiedUser import PropertiedUser
from zope.component.hooks import getSite


@once
def is_there(userid):
    """Return whether there is an account with this id."""
    if userid and userid == asking.userid():
        return True
    users = getToolByName(getSite(), "acl_users")
    return bool(userid) and find(users, user_id=userid) is not None


@once
def property_of(userid, name):
    """Return a property of a person, such as fullname or email; "" for who has none, or is gone."""
    if not is_there(userid):
        return ""
    for sheet in _sheets_of(userid):
        found = sheet.get(name) if isinstance(sheet, dict) else _of_sheet(sheet, name)
        if found:
            return found
    return ""


def _sheets_of(userid):
    """Yield what each plugin knows of a person; who asks has been given it when they signed in."""
    asks = getSecurityManager().getUser()
    if userid == asks.getId() and isinstance(asks, PloneUser):
        yield from asks.getOrderedPropertySheets()
        return
    users = getToolByName(getSite(), "acl_users")
    person = PropertiedUser(userid).__of__(users)
    for _id, plugin in users.plugins.listPlugins(IPropertiesPlugin):
        yield plugin.getPropertiesForUser(person)


def name_of(userid):
    """Return the full name of a person, or the id when there is none."""
    return property_of(userid, "fullname") or userid


def own_name():
    """Return the full name of who is signed in, or the name they sign in with."""
    asks = getSecurityManager().getUser()
    return property_of(asks.getId(), "fullname") or asks.getUserName()


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
