"""What becomes of a space or a device: whoever knows says so, whoever plans with it listens."""

from dataclasses import dataclass
from datetime import datetime
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


class IResourceState(Interface):
    """A resource cannot be used for a while, as of this transaction."""

    resource = Attribute("UID of the space or the device.")
    start = Attribute("From when on, aware datetime.")
    end = Attribute("Until when.")
    reason = Attribute("Why, as text for whom it concerns.")


@implementer(IResourceState)
@dataclass(frozen=True)
class ResourceState:
    """See IResourceState."""

    resource: str
    start: datetime
    end: datetime
    reason: str = ""
