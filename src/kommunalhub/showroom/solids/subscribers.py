"""What follows when an object or one of its views changes: one call each."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.showroom import media
from kommunalhub.showroom import operations
from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.solids import small
from kommunalhub.showroom.solids import views
from kommunalhub.showroom.solids.interfaces import ISolid
from plone.browserlayer.utils import registered_layers
from zope.component.hooks import getSite


def solid_may_be_new(solid, event):
    """An object was added or changed."""
    if getSite() is not None and IKommunalhubLayer in registered_layers():
        small.notice(solid)


def view_added(view, event):
    operations.make_picture_anew(view)
    if event.object is view:
        follow(views.solid_of(view), "changed")


def view_changed(view, event):
    operations.make_picture_anew(view)
    follow(views.solid_of(view), "changed")


def view_removed(view, event):
    if event.object is view and ISolid.providedBy(event.oldParent):
        follow(event.oldParent, "changed")


def follow(solid, action):
    """Let the exhibit follow: a view is a part of its object."""
    exhibit = media.exhibit_of(solid) if solid is not None else None
    if IExhibit.providedBy(exhibit):
        operations.note_medium(exhibit, solid, action)
