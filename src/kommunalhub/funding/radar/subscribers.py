"""What is listened to: people who leave."""

from kommunalhub.funding.radar import operations
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


def person_deleted(event):
    portal = queryUtility(IPloneSiteRoot)
    if portal is not None:
        operations.forget_person(portal, event.principal)
