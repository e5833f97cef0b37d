"""What follows steps, changes, and accounts that go."""

from kommunalhub.core.tools import site
from kommunalhub.editorial.mustread import operations
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility
from zope.container.interfaces import IContainerModifiedEvent


def state_changed(page, event):
    operations.settle(page)


def page_changed(page, event):
    if not IContainerModifiedEvent.providedBy(event):
        operations.settle(page)


def page_added(page, event):
    """Out of the trash, or by an import; a copy keeps nothing of it."""
    operations.restored(page)


def page_removed(page, event):
    if event.newParent is None and site() is not None:
        operations.removed(page)


def person_deleted(event):
    if queryUtility(IPloneSiteRoot) is not None:
        operations.forget_person(event.principal)
