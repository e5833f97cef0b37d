"""What is listened to: things that go, and people who leave."""

from kommunalhub.editorial.trash import operations
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


def thing_goes(thing, event):
    """Keep what a person deletes; what is in it goes with it."""
    if event.object is thing:
        operations.put_in(thing)


def person_deleted(event):
    if queryUtility(IPloneSiteRoot) is not None:  # else the whole site is being deleted
        operations.forget_person(event.principal)
