"""What the network does when something happens: one call each."""

from kommunalhub.network import operations
from kommunalhub.network import storage
from plone.uuid.interfaces import IUUID


def hub_kept(hub, event):
    operations.followed(hub)


def hub_removed(hub, event):
    if storage.book() is not None:
        operations.forget(IUUID(hub), "")
