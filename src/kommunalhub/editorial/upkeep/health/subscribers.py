"""What follows when a page is written in."""

from kommunalhub.editorial.upkeep.health import operations
from zope.container.interfaces import IContainerModifiedEvent


def page_changed(obj, event):
    if not IContainerModifiedEvent.providedBy(event):
        operations.look_again(obj)
