"""What a part of the hub registers to have something counted."""

from zope.interface import Attribute
from zope.interface import Interface


class IKind(Interface):
    """Named utility, a kinds.TallyKind: the job forgets what is older than it keeps."""

    name = Attribute("Where the numbers are kept.")
    days = Attribute("So long they are kept.")


class ISieve(Interface):
    """Named utility, the name of a kind: what of it must not be kept."""

    def __call__(portal, things):
        """Return those of some things that may be written down; called beside the requests."""
