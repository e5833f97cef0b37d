"""Files whose address carries a hash of what they say: browsers keep them for a year.

Plone writes the hash of a bundle into its address (`++webresource++<hash>`), our pages the hash of
a file of ours behind it (`?v=<hash>`). What is at such an address never changes.
"""

from kommunalhub.core.statics import fingerprint
from plone.app.caching.operations.default import StrongCaching
from plone.caching.interfaces import ICachingOperation
from plone.caching.interfaces import ICachingOperationType
from plone.resource.interfaces import IUniqueResourceRequest
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import provider
from zope.publisher.interfaces.http import IHTTPRequest


YEAR = 365 * 24 * 3600
LASTING = f"public, max-age={YEAR}, immutable"


@implementer(ICachingOperation)
@provider(ICachingOperationType)
@adapter(Interface, IHTTPRequest)
class LastingResources(StrongCaching):
    """Keeps files with a hash in their address for a year, others as Plone's strong caching does.

    It has the options of strong caching and reads them from the same records.
    """

    title = "A year for files with a hash in their address"
    description = "All others as with strong caching."

    def modifyResponse(self, rulename, response):
        super().modifyResponse(rulename, response)
        if response.status == 200 and is_lasting(self.request):
            response.setHeader("Cache-Control", LASTING)
            response.headers.pop("expires", None)


def is_lasting(request):
    """Return whether the address that was asked for carries the hash of what is there."""
    if IUniqueResourceRequest.providedBy(request):
        return True
    given = request.form.get("v")
    _before, ours, name = request.get("PATH_INFO", "").rpartition("/++resource++kommunalhub/")
    if not ours or not isinstance(given, str):
        return False
    try:
        return fingerprint(name) == given
    except OSError:
        return False
