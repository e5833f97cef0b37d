"""What is stored of a request."""

from bikeboxes.interfaces import IBikeBoxRequest
from kommunalhub.approvals.case.names import numbered
from kommunalhub.partners.interfaces import IHasPartner
from plone.dexterity.content import Container
from zope.interface import implementer


@numbered
@implementer(IBikeBoxRequest, IHasPartner)
class BikeBoxRequest(Container):
    """A request; it is called by its number."""
