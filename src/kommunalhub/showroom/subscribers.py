"""What follows when an exhibit or one of its media changes: one call each."""

from kommunalhub.showroom import operations
from kommunalhub.showroom.interfaces import IExhibit
from zope.container.interfaces import IContainerModifiedEvent


def picture_sent(thing, event):
    operations.make_picture_anew(thing)


def medium_added(medium, event):
    if event.object is medium:
        operations.follow_medium(medium, "added")


def medium_changed(medium, event):
    if not IContainerModifiedEvent.providedBy(event):
        operations.follow_medium(medium, "changed")


def medium_removed(medium, event):
    exhibit = event.oldParent
    if event.object is medium and IExhibit.providedBy(exhibit):
        operations.note_medium(exhibit, medium, "removed")


def exhibit_edited(exhibit, event):
    """What an exhibit promises may have changed."""
    if not IContainerModifiedEvent.providedBy(event):
        operations.look_anew(exhibit)
