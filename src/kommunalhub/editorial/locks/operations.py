"""Take a page over from somebody who no longer edits it."""

from kommunalhub.editorial.locks import reading
from plone.locking.interfaces import ILockable


def take_over(page):
    """Let who is signed in edit a page that somebody else has; twice is harmless.

    Whoever had it is told when they save (writing/meanwhile), and loses nothing. Returns whether
    it could be taken.
    """
    lock = reading.lock_of(page)
    if lock is None:
        return True
    if not lock.takeable:
        return False
    lockable = ILockable(page)
    lockable.unlock()
    lockable.lock()
    return True
