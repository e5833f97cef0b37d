"""What is stored of a ticket."""

from kommunalhub.approvals.case.names import numbered
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.support.interfaces import ISupportTicket
from plone.dexterity.content import Container
from zope.interface import implementer


@numbered
@implementer(ISupportTicket, IHasPartner)
class SupportTicket(Container):
    """A ticket with its pictures and files; it belongs to the administration of who reports it."""

    #: The door that it came by, where that is none of those that a person asks at, see arrival.py.
    came_by = ""
    #: UIDs of tickets that have to do with it.
    related = ()
    #: UID of the ticket that this one is worked on with, see operations.merged_into; and those of
    #: the tickets that are worked on with this one.
    merged = None
    takes_in = ()
    #: UID of the device or space that `device` names, see devices/operations.py.
    device_uid = ""
    #: Whom it was reported for, who reads it and is told like who wrote it: a user id, or "".
    for_user = ""
    #: The guest who reported it before it was taken into an account: a user id, or "".
    formerly = ""
    #: What cannot be booked because of it: a devices.blocking.Block, or None.
    blocked = None
    #: How it stands with the second level: a desk.secondlevel.rules.Hand, or None.
    handed_on = None
