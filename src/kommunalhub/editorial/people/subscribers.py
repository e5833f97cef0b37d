"""What follows when positions and accounts change."""

from kommunalhub.editorial.people import holders


def position_changed(position, event):
    """Keep who holds a position that is new or changed."""
    holders.note(position)


def position_removed(position, event):
    holders.forget(position)


def position_shown(position, event):
    """Let the search know the name of the holder in another state, or forget it."""
    position.reindexObject(idxs=["SearchableText", "fulltext"])
