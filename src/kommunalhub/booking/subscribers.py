"""What booking does when something happens: one call each."""

from kommunalhub.booking import operations
from kommunalhub.booking import tree
from plone import api
from plone.uuid.interfaces import IUUID


def arrange_space(space, event):
    """Let the ledgers know what a space is part of."""
    tree.arrange(api.portal.get(), IUUID(space), space.part_of)


def dissolve_space(space, event):
    """Cancel what was booked of a space that is deleted."""
    operations.dissolve(space)
