"""What is stored of a disturbance; who follows it is kept in sets of its own."""

from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from kommunalhub.support.disturbances.interfaces import IDisturbance
from plone.dexterity.content import Item
from zope.interface import implementer


@dataclass(frozen=True)
class Update:
    """What was said of a disturbance on its way. when: ISO."""

    when: str
    text: str


@implementer(IDisturbance)
class Disturbance(Item):
    """See IDisturbance."""

    #: UID of the device or space that `device` names.
    device_uid = ""
    updates = ()
    #: Whether followers were told of the beginning and of the end.
    told_begin = False
    told_end = False
    _followers = None
    _tickets = None

    @property
    def followers(self):
        """Ids of those who follow it, as a set that may be changed."""
        if self._followers is None:
            self._followers = OOTreeSet()
        return self._followers

    @property
    def tickets(self):
        """UIDs of the tickets that have it as their cause, as a set that may be changed."""
        if self._tickets is None:
            self._tickets = OOTreeSet()
        return self._tickets

    def follows(self, userid):
        """Return whether somebody follows it; changes nothing."""
        return self._followers is not None and userid in self._followers

    def linked(self):
        """Return the UIDs of its tickets; changes nothing."""
        return tuple(self._tickets or ())

    def following(self):
        """Return the ids of those who follow it; changes nothing."""
        return tuple(self._followers or ())
