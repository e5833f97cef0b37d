"""What is stored: fields come from the schemas, behaviour from operations."""

from kommunalhub.approvals.case.names import numbered
from kommunalhub.coworking.interfaces import ICoworkingApplication
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.partners.membership import host_partner
from plone.dexterity.content import Container
from zope.interface import implementer


@numbered
@implementer(ICoworkingApplication, IHasPartner)
class CoworkingApplication(Container):
    """An application for a space, with its documents."""

    #: Whether the person who applied worked for one of the administrations then.
    applied_by_staff = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # From birth, before anything could file it under the applicant's own administration.
        if not self.__dict__.get("partner"):
            self.partner = host_partner()
