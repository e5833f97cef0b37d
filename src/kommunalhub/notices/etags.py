"""A part of the ETag of every page with our header: what the bell shows, and what was muted."""

from kommunalhub.core import asking
from kommunalhub.notices.box import box_of
from plone import api
from plone.app.caching.interfaces import IETagValue
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(IETagValue)
@adapter(Interface, Interface)
class Unread:
    """Two numbers kept for the person; empty for who is not signed in or never heard anything."""

    def __init__(self, published, request):
        self.published = published
        self.request = request

    def __call__(self):
        if asking.is_anonymous():
            return ""
        box = box_of(api.portal.get(), asking.userid())
        return "" if box is None else f"{box.unread()}.{box.revision()}"
