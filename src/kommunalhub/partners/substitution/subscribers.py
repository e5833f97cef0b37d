"""What follows when an account goes."""

from kommunalhub.partners.substitution import operations
from plone import api
from Products.CMFCore.interfaces import ISiteRoot
from zope.component import queryUtility


def account_deleted(event):
    if queryUtility(ISiteRoot) is not None and api.portal.get() is not None:
        operations.forget_person(event.principal)
