"""What is handed out where people take part: the seam between those who hand out and what is read.

An offer in which people take part (workshops) registers an IReaders utility and says who reads a
thing because of it; an offer whose things are handed out (materials) asks all of them for its
things and registers an IHandout adapter. Neither knows the other.
"""

from zope.component import getUtilitiesFor
from zope.interface import Attribute
from zope.interface import Interface


#: The role computed for who reads a thing because of what they take part in; never stored.
PARTICIPANT = "Participant"
ROLES = (PARTICIPANT,)
#: Marks in the catalog (`object_provides`) what can be handed out.
MARKER = "kommunalhub.core.handouts.IHandedOut"


class IHandedOut(Interface):
    """Marks things that can be handed out; those who may read them are asked of IReaders too."""


class IReaders(Interface):
    """Named utility: who reads things because of what they take part in. All by UID."""

    def is_reader(uid, principal):
        """Return whether a person or group reads the thing; asked for each principal, so cheap."""

    def readers(uid):
        """Return the ids of all people and groups that read the thing, for the catalog."""


class IHandout(Interface):
    """Adapter: what is given into somebody's hands, for pages without an account."""

    file = Attribute("A NamedBlobFile, or None.")
    link = Attribute("An address of the web, or None.")
    html = Attribute("A text as safe HTML, or None.")


def is_reader(uid, principal):
    """Return whether a person or group reads a thing because of anything they take part in."""
    return any(source.is_reader(uid, principal) for _name, source in getUtilitiesFor(IReaders))


def readers(uid):
    """Return the ids of all who read a thing because of what they take part in."""
    return {who for _name, source in getUtilitiesFor(IReaders) for who in source.readers(uid)}
