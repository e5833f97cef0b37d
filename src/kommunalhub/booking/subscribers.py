"""What booking does when something happens: one call each."""

from kommunalhub.booking import closing
from kommunalhub.booking import leaving
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.booking import tree
from kommunalhub.core.tools import site
from plone.uuid.interfaces import IUUID
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


def arrange_space(space, event):
    """Let the ledgers know what a space is part of."""
    tree.arrange(site(), IUUID(space), space.part_of)


def dissolve_space(space, event):
    """Cancel what was booked of a space that is deleted."""
    leaving.dissolve(space)


def person_deleted(event):
    """Forget somebody whose account goes."""
    if queryUtility(IPloneSiteRoot) is not None:
        leaving.forget_person(event.principal)


def resource_closed(event):
    """Close a space that cannot be used; a device that is no space concerns nobody here."""
    space = operations.space_of(event.resource)
    if space is not None:
        span = rules.Span(rules.at_minute(event.start), rules.at_minute(event.end))
        closing.make_closed(space, span, event.reason, event.source)


def resource_freed(event):
    """Open a space again that can be used."""
    space = operations.space_of(event.resource)
    if space is not None:
        span = rules.Span(rules.at_minute(event.start), rules.at_minute(event.end))
        closing.lift(space, span, event.source)
