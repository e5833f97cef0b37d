"""Which rule a page is under: Plone asks for it three times in a request."""

from kommunalhub.core import registry
from kommunalhub.core.reading import once
from kommunalhub.core.reading import remember
from kommunalhub.interfaces import IKommunalhubLayer
from plone.app.caching.interfaces import IPloneCacheSettings
from plone.app.caching.lookup import ContentItemLookup
from plone.caching.interfaces import IRulesetLookup
from z3c.caching.registry import lookup
from zope.browser.interfaces import IBrowserView
from zope.component import adapter
from zope.interface import implementer


@implementer(IRulesetLookup)
@adapter(IBrowserView, IKommunalhubLayer)
class RulesetOnce(ContentItemLookup):
    """Plone's answer, worked out once."""

    def __call__(self):
        remember(self.request)  # Plone asks before `reading.begin` is told of the request
        return ruleset_of(self.published, self.request)


@once
def ruleset_of(published, request):
    """Return the name of the ruleset of a published view, or None.

    Only a view that is how its thing looks by itself can be under the rule for things of its type;
    whether it is costs Plone a search for the thing's default page.
    """
    layout = getattr(getattr(published, "__parent__", None), "getLayout", None)
    name = getattr(published, "__name__", None)
    if layout is not None and name and layout() != name:
        mapping = registry.read(f"{IPloneCacheSettings.__identifier__}.templateRulesetMapping")
        return lookup(published) or (mapping or {}).get(name)
    return ContentItemLookup(published, request)()
