"""What is listened to: pages that are added and changed."""

from kommunalhub.editorial.writing.pasted import operations
from zope.container.interfaces import IContainerModifiedEvent


def text_written(page, event):
    if getattr(event, "object", page) is page and not IContainerModifiedEvent.providedBy(event):
        operations.take_in(page)
