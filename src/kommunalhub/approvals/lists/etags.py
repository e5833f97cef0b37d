"""A part of the ETag of every page with our header: how much waits for who looks."""

from kommunalhub.approvals.lists.queries import inbox_count
from kommunalhub.core import asking
from plone.app.caching.interfaces import IETagValue
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(IETagValue)
@adapter(Interface, Interface)
class Waiting:
    """The number that the header shows; empty for who is not signed in."""

    def __init__(self, published, request):
        self.published = published
        self.request = request

    def __call__(self):
        return "" if asking.is_anonymous() else str(inbox_count())
