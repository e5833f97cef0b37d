"""Who has no account any more has no private calendar either."""

from kommunalhub.core.feeds import addresses
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


def person_deleted(event):
    if queryUtility(IPloneSiteRoot) is not None:
        addresses.forget_person(event.principal)
