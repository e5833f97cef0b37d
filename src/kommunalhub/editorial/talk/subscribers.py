"""What follows when an account goes."""

from kommunalhub.editorial.talk import operations
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


def person_deleted(event):
    if queryUtility(IPloneSiteRoot) is not None:
        operations.forget_person(event.principal)
