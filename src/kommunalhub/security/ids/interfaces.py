"""What others may say about short names."""

from kommunalhub import _
from zope.interface import Interface


class INamedByHouse(Interface):
    """Marks what gets its short name from the hub, never from who makes it."""


class INameRule(Interface):
    """Named utility: one more rule for short names."""

    def __call__(container, obj, name):
        """Return a translatable sentence that says why obj cannot have this name, or None."""


NAMED_BY_HOUSE = _(
    "error_named_by_house", default="The short name is given by the hub and cannot be chosen."
)
