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
    source = Attribute("UID of what it follows from, by which it is lifted; may be empty.")


@implementer(IResourceState)
@dataclass(frozen=True)
class ResourceState:
    """See IResourceState."""

    resource: str
    start: datetime
    end: datetime
    reason: str = ""
    source: str = ""


class IResourceFree(Interface):
    """What has closed a resource is over, as of this transaction."""

    resource = Attribute("UID of the space or the device.")
    start = Attribute("From when on it can be used again, aware datetime.")
    end = Attribute("Until when it was to be closed at most.")
    source = Attribute("UID of what it followed from; whatever else has closed it stays.")


@implementer(IResourceFree)
@dataclass(frozen=True)
class ResourceFree:
    """See IResourceFree."""

    resource: str
    start: datetime
    end: datetime
    source: str
