"""What follows when positions and accounts change."""

from kommunalhub.editorial.people import holders
from kommunalhub.editorial.people import letters
from kommunalhub.editorial.people import operations
from Products.CMFCore.interfaces import ISiteRoot
from zope.component import queryUtility


def position_changed(position, event):
    """Keep who holds a position that is new or changed."""
    holders.note(position)


def position_removed(position, event):
    holders.forget(position)


def position_shown(position, event):
    """Let the search know the name of the holder in another state, or forget it."""
    position.reindexObject(idxs=["SearchableText", "fulltext"])


def account_deleted(event):
    """Leave no task with somebody who is gone, and tell who keeps the positions."""
    if queryUtility(ISiteRoot) is not None:
        for position in operations.leave(event.principal):
            letters.tell_vacant(position, event.principal)


def account_renamed(event):
    """Let lists and the search call somebody as they are called now."""
    if "fullname" in event.properties and queryUtility(ISiteRoot) is not None:
        operations.rename(event.principal.getId())
