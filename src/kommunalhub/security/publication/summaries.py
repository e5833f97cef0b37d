"""What REST answers tell of other objects: parents, and what a field relates to."""

from AccessControl.SecurityManagement import getSecurityManager
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.publication.check import VIEW
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.interfaces import ISerializeToJsonSummary
from plone.restapi.serializer.summary import DefaultJSONSummarySerializer
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJsonSummary)
@adapter(IDexterityContent, IKommunalhubLayer)
class VisibleSummary(DefaultJSONSummarySerializer):
    """plone.restapi's summary; an empty one, as of the site's parent, for what is hidden."""

    def __call__(self):
        if not getSecurityManager().checkPermission(VIEW, self.context):
            return {}
        return super().__call__()
