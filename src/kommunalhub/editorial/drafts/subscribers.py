"""What follows when something is saved, and when an account goes."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.core import asking
from kommunalhub.core.tools import site
from kommunalhub.editorial.drafts import operations
from kommunalhub.editorial.drafts import rules
from kommunalhub.editorial.drafts import storage
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility
from zope.container.interfaces import IContainerModifiedEvent


def page_saved(page, event):
    if asking.userid() and not IContainerModifiedEvent.providedBy(event):
        operations.drop(page, rules.EDIT)


def page_added(page, event):
    if asking.userid() and event.object is page:
        operations.drop(aq_parent(aq_inner(page)), f"{rules.ADD}{page.portal_type}")


def person_deleted(event):
    if queryUtility(IPloneSiteRoot) is not None:
        storage.forget_person(site(), event.principal)
