"""PATCH and DELETE of a page that somebody has in work: 423, and who it is."""

from kommunalhub.editorial.locks import reading
from plone.locking.interfaces import ILockable
from plone.restapi.services.content.delete import ContentDelete
from plone.restapi.services.content.update import ContentPatch
from plone.restapi.services.locking import is_locked
from zope.i18n import translate


class Locked:
    """First base of plone.restapi's services, which say nothing of whom to ask.

    A client that has locked the page sends the lock's token, as always.
    """

    def reply(self):
        if not is_locked(self.context, self.request):
            return super().reply()
        lock = reading.lock_of(self.context)
        said = lock.said if lock is not None else reading.OWN
        self.request.response.setStatus(423)
        return {"type": "Locked", "message": translate(said, context=self.request)}


class PagePatch(Locked, ContentPatch):
    """Changes a page."""


class FreedDelete(ContentDelete):
    """Lets go of the lock whose token was sent, or Zope keeps the page."""

    def reply(self):
        lockable = ILockable(self.context, None)
        if lockable is not None and lockable.locked():
            lockable.unlock()
        return super().reply()


class PageDelete(Locked, FreedDelete):
    """Puts a page in the trash."""
