"""Methods of Plone's tools that anybody can call by address, closed where they tell of people."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.partners.people.visible import is_visible
from Products.PlonePAS.utils import decleanId
from zExceptions import NotFound


PORTRAITS = ("portal_memberdata", "portraits")
CLOSED = frozenset({"getPersonalPortrait", "getHomeUrl", "searchForMembers", "getMemberInfo"})


def hide_people(event):
    """Answer "not found" for a hidden person's portrait and for portal_membership's methods."""
    request = event.request
    if not IKommunalhubLayer.providedBy(request):
        return
    steps = [step for step in request.get("PATH_INFO", "").split("/") if step]
    if "portal_membership" in steps and CLOSED & set(steps):
        raise NotFound(steps[-1])
    if set(PORTRAITS) <= set(steps):
        at = steps.index("portraits") + 1
        if at < len(steps) and not is_visible(decleanId(steps[at])):
            raise NotFound(steps[-1])
