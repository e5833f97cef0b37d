"""What is stored: fields come from the schemas, behaviour from operations."""

from kommunalhub.approvals.names import numbered
from kommunalhub.funding.interfaces import IFundingConsultation
from kommunalhub.funding.interfaces import IFundingProgramme
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IFundingProgramme)
class FundingProgramme(Item):
    """A funding programme of the catalogue."""


@numbered
@implementer(IFundingConsultation)
class FundingConsultation(Container):
    """A consultation with its files."""
