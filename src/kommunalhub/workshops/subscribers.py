"""What follows when something happens to a workshop: one call each."""

from kommunalhub.core.tools import site
from kommunalhub.workshops import course
from kommunalhub.workshops import retention
from kommunalhub.workshops import rooms
from kommunalhub.workshops import storage
from kommunalhub.workshops.evaluation import storage as evaluation
from kommunalhub.workshops.handouts import operations as handouts
from plone.uuid.interfaces import IUUID
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


def book_room(workshop, event):
    """Book the room of a new workshop."""
    rooms.keep(workshop)


def follow_step(workshop, event):
    """Let a transition be followed by what it means for those who registered."""
    if event.transition is not None:
        comment = str((event.kwargs or {}).get("comment") or "").strip()
        course.follow_step(workshop, event.transition.id, comment)
        handouts.follow_step(workshop)


def follow_change(workshop, event):
    """Tell of new dates, and offer seats that there are more of."""
    course.follow_change(workshop)


def workshop_copied(workshop, event):
    """A copy has dates of its own, which nobody was told yet, and no room at those of another."""
    for name in ("announced", "sequence", "booked", "space", "template"):
        workshop.__dict__.pop(name, None)


def forget_book(workshop, event):
    """Let the registrations go with their workshop, and the room."""
    rooms.free_all(workshop)
    storage.forget(site(), IUUID(workshop))
    evaluation.forget(IUUID(workshop))
    handouts.forget(IUUID(workshop))


def person_deleted(event):
    """Give back the seats of somebody whose account goes."""
    if queryUtility(IPloneSiteRoot) is not None:
        retention.forget_person(event.principal)
