"""Methods of Plone's tools that can be called by address, and tell strangers who has an account.

For example portal_registration/mailPassword and .../testPropertiesValidity. Nothing of Plone's
pages or ours calls them so; programs and management screens go on as before.
"""

from kommunalhub.interfaces import IKommunalhubLayer
from types import MethodType
from zExceptions import NotFound


TOOLS = {"portal_registration", "portal_password_reset", "portal_membership", "portal_memberdata"}


def refuse_closed_method(event):
    """Answer as if there was nothing."""
    published = event.request.get("PUBLISHED")
    if not IKommunalhubLayer.providedBy(event.request) or not isinstance(published, MethodType):
        return
    tool = getattr(published.__self__, "id", None)
    if tool in TOOLS and not published.__name__.startswith("manage"):
        raise NotFound(published.__name__)
