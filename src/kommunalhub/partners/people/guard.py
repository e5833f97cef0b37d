"""Nobody becomes Manager, or takes a Manager's account, with a hub manager's rights.

Plone itself keeps holders of "Users and Groups" from giving the role Manager, but not from
becoming Site Administrator, nor from changing the e-mail address to which a Manager's new
password goes. A hub manager puts people into groups; roles are given by Managers alone.
"""

from AccessControl import getSecurityManager
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.partners import rules
from kommunalhub.partners.membership import partner_ids
from plone import api
from Products.CMFCore.permissions import ManagePortal
from zExceptions import Forbidden
from zope.globalrequest import getRequest
from zope.i18n import translate


POWERFUL = frozenset({"Manager", "Site Administrator"})
REFUSAL = _(
    "error_people_managers_only",
    default="Only an administrator of the system may do this.",
)


def is_limited():
    """Tell whether who acts is a visitor of this site without Manager's rights."""
    if not IKommunalhubLayer.providedBy(getRequest()):
        return False  # a script or the making of a site
    return not getSecurityManager().checkPermission(ManagePortal, api.portal.get())


def refuse(message=REFUSAL):
    """Raise Forbidden (403 on pages and over REST) with a sentence for the person."""
    raise Forbidden(translate(message, context=getRequest()))


def is_powerful(user_id):
    """Tell whether a person holds a powerful role, by a group or not."""
    user = api.user.get(userid=user_id) if user_id else None
    return user is not None and bool(POWERFUL & set(user.getRoles()))


def gives_power(group_id, seen=frozenset()):
    """Tell whether members of a group hold a powerful role, by it or the groups it is in."""
    group = api.group.get(groupname=group_id)
    if group is None or group_id in seen:
        return False
    if POWERFUL & set(group.getRoles()):
        return True
    around = api.portal.get_tool("portal_groups").getGroupsForPrincipal(group)
    return any(gives_power(other, seen | {group_id}) for other in around)


def is_hub_group(group_id):
    """Tell whether a group is one of ours, whose name rights hang on."""
    if group_id in rules.HUB_GROUPS:
        return True
    partner, _dash, function = group_id.rpartition("-")
    return function in rules.FUNCTIONS and partner in partner_ids()


def check_membership(event):
    """Refuse to put anybody into a group that gives power."""
    if is_limited() and gives_power(event.group_id):
        refuse()


def check_properties(event):
    """Refuse to change the e-mail address of somebody powerful: passwords are sent there."""
    if "email" in event.properties:
        check_account(event.principal.getId())


def check_password(event):
    """Refuse to set the password of somebody powerful; with a link sent by mail they may."""
    if event.principal is not None and not asking.is_anonymous():
        check_account(event.principal.getId())


def check_account(user_id):
    """Refuse to change the account of somebody powerful, unless it is one's own."""
    if is_limited() and user_id != asking.userid() and is_powerful(user_id):
        refuse()
