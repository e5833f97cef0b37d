"""Which rule a page is under: Plone asks for it three times in a request."""

from kommunalhub.core.reading import once
from kommunalhub.interfaces import IKommunalhubLayer
from plone.app.caching.lookup import ContentItemLookup
from plone.caching.interfaces import IRulesetLookup
from zope.browser.interfaces import IBrowserView
from zope.component import adapter
from zope.interface import implementer


@implementer(IRulesetLookup)
@adapter(IBrowserView, IKommunalhubLayer)
class RulesetOnce(ContentItemLookup):
    """Plone's answer, worked out once."""

    def __call__(self):
        return ruleset_of(self.published, self.request)


@once
def ruleset_of(published, request):
    """Return the name of the ruleset of a published view, or None."""
    return ContentItemLookup(published, request)()
