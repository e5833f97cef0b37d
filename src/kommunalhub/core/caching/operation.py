"""How pages of ours are kept: as Plone's weak caching does, but by their validators alone."""

from kommunalhub.core.reading import remember
from kommunalhub.interfaces import IKommunalhubLayer
from plone.app.caching.operations.default import WeakCaching
from plone.caching.interfaces import ICachingOperation
from plone.caching.interfaces import ICachingOperationType
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import provider


@implementer(ICachingOperation)
@adapter(Interface, IKommunalhubLayer)
@provider(ICachingOperationType)
class PageCaching(WeakCaching):
    """Weak caching that answers nobody who has a date only.

    Our pages say no date of their last change, and Plone's operation takes any date for a good one
    then: a search engine that asks by the day of its last visit would never see a change.
    """

    def interceptResponse(self, rulename, response, **options):
        if self.request.getHeader("If-Modified-Since") and not self.request.getHeader(
            "If-None-Match"
        ):
            return None
        remember(self.request)  # what the validator asks for, the page shows
        return super().interceptResponse(rulename, response, **options)
