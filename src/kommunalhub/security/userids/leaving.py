"""What goes with an account, whatever way it is deleted; the rooms above see to their own things.

Plone deletes the profile only when its own pages are used, local roles only where the person who
deletes could give them, and never memberships, roles, or keys for a new password.
"""

from kommunalhub.core.private import accounts
from kommunalhub.security.guard import find_guard
from kommunalhub.security.userids.book import find_keeper
from plone import api
from plone.portlets.constants import USER_CATEGORY
from plone.portlets.interfaces import IPortletManager
from Products.CMFPlone.interfaces import IPloneSiteRoot
from Products.PlonePAS.interfaces.group import IGroupManagement
from Products.PlonePAS.plugins.ufactory import PloneUser
from Products.PlonePAS.utils import cleanId
from Products.PluggableAuthService.interfaces.plugins import IPropertiesPlugin
from Products.PluggableAuthService.interfaces.plugins import IRoleAssignerPlugin
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor
from zope.component import queryUtility
from zope.globalrequest import getRequest


#: Ids of the accounts that a request made.
MADE = "kommunalhub.security.made_accounts"


def account_made(event):
    """Note who was made by this request: what is undone at once leaves no trace."""
    request = getRequest()
    if request is not None:
        IAnnotations(request).setdefault(MADE, set()).add(event.principal.getId())


def account_deleted(event):
    """Take away what goes with an account, and keep its id from others."""
    if queryUtility(IPloneSiteRoot) is None:
        return  # the whole site is being deleted
    keeper = find_keeper()
    if keeper is None:
        return
    user_id, pas = event.principal, api.portal.get_tool("acl_users")
    profile = profile_of(pas, user_id)
    request = getRequest()
    if request is None or user_id not in IAnnotations(request).get(MADE, ()):
        keeper.remember(user_id, profile["fullname"])
    leave_groups_and_roles(pas, user_id)
    lose_local_roles(user_id)
    forget_profile(user_id)
    forget_keys(pas, user_id, profile["email"])


def profile_of(pas, user_id):
    """Return {"fullname", "email"} of somebody whose account has just gone."""
    found = {"fullname": "", "email": ""}
    for _id, plugin in pas.plugins.listPlugins(IPropertiesPlugin):
        sheet = plugin.getPropertiesForUser(PloneUser(user_id), getRequest()) or {}
        for name in found:
            value = sheet.getProperty(name, "") if hasattr(sheet, "getProperty") else ""
            found[name] = found[name] or value or ""
    return found


def leave_groups_and_roles(pas, user_id):
    """Take somebody out of all groups, and all roles from them."""
    for _id, plugin in pas.plugins.listPlugins(IGroupManagement):
        for group_id in plugin.getGroupsForPrincipal(PloneUser(user_id)):
            plugin.removePrincipalFromGroup(user_id, group_id)
    for _id, plugin in pas.plugins.listPlugins(IRoleAssignerPlugin):
        plugin.assignRolesToPrincipal((), user_id)


def lose_local_roles(user_id):
    """Take all roles on single objects from somebody, also where who deletes may not give any."""
    catalog = api.portal.get_tool("portal_catalog")
    found = {
        brain.getPath(): brain
        for query in ({"allowedRolesAndUsers": f"user:{user_id}"}, {"Creator": user_id})
        for brain in catalog.unrestrictedSearchResults(**query)
    }
    for brain in found.values():
        thing = brain._unrestrictedGetObject()
        if thing.get_local_roles_for_userid(user_id):
            thing.manage_delLocalRoles([user_id])
            thing.reindexObjectSecurity()


def forget_profile(user_id):
    """Delete profile, portrait and what stood on the person's own pages."""
    memberdata = api.portal.get_tool("portal_memberdata")
    memberdata.deleteMemberData(user_id)
    accounts.delete_portrait(memberdata, cleanId(user_id))
    for _name, manager in getUtilitiesFor(IPortletManager):
        pages = manager.get(USER_CATEGORY, {})
        if user_id in pages:
            del pages[user_id]


def forget_keys(pas, user_id, email):
    """Delete the keys for a new password, and registrations with the person's address."""
    requests = accounts.asked_resets(api.portal.get_tool("portal_password_reset"))
    for key in [key for key, (asked_by, _until) in requests.items() if asked_by == user_id]:
        del requests[key]
    guard = find_guard(pas)
    if guard is not None and email:
        guard.registrations.forget(email.lower())
