"""What is stored of a request."""

from kommunalhub.approvals.case.names import numbered
from kommunalhub.booking.asked.interfaces import IBookingRequest
from kommunalhub.partners.interfaces import IHasPartner
from plone.dexterity.content import Container
from zope.interface import implementer


@numbered
@implementer(IBookingRequest, IHasPartner)
class BookingRequest(Container):
    """A request of the administration that houses the space; it decides.

    holder: user id of whose bookings they are. dates: (UID of the space, id) of each booking.
    """

    holder = ""
    dates = ()
