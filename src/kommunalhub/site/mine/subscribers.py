"""What is listened to: people who leave."""

from kommunalhub.site.mine import storage
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


def person_deleted(event):
    if queryUtility(IPloneSiteRoot) is not None:
        storage.forget(event.principal)
