"""What REST answers tell of other objects: hits, parents, and what a field relates to."""

from AccessControl.SecurityManagement import getSecurityManager
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.publication.check import VIEW
from kommunalhub.security.publication.columns import withheld
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.interfaces import ISerializeToJsonSummary
from plone.restapi.serializer.summary import DefaultJSONSummarySerializer
from Products.ZCatalog.interfaces import ICatalogBrain
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJsonSummary)
@adapter(ICatalogBrain, IKommunalhubLayer)
class ToldSummary(DefaultJSONSummarySerializer):
    """plone.restapi's summary without the columns that are for the hub's own lists."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.blocklisted_attributes = self.blocklisted_attributes | withheld()


@implementer(ISerializeToJsonSummary)
@adapter(IDexterityContent, IKommunalhubLayer)
class VisibleSummary(ToldSummary):
    """The same of an object; an empty one, as of the site's parent, for what is hidden."""

    def __call__(self):
        if not getSecurityManager().checkPermission(VIEW, self.context):
            return {}
        return super().__call__()
