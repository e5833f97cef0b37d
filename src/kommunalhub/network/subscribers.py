"""What the network does when something happens: one call each."""

from kommunalhub.network import operations
from kommunalhub.network import storage
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from zope.component import queryUtility


def hub_kept(hub, event):
    operations.followed(hub)


def person_deleted(event):
    if queryUtility(IPloneSiteRoot) is not None:
        operations.forget_person(event.principal)


def hub_removed(hub, event):
    if storage.book() is not None:
        operations.forget(IUUID(hub), "", hub.title)
