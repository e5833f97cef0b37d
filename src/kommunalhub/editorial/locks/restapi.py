"""PATCH of a page that somebody else edits: 423, and who it is."""

from kommunalhub.editorial.locks import reading
from plone.restapi.services.content.update import ContentPatch
from plone.restapi.services.locking import is_locked
from zope.i18n import translate


class PagePatch(ContentPatch):
    """plone.restapi's, which says „Resource is locked.“ and nothing of whom to ask.

    A client that has locked the page sends the lock's token, as always.
    """

    def reply(self):
        lock = reading.lock_of(self.context)
        if lock is None or not is_locked(self.context, self.request):
            return super().reply()
        self.request.response.setStatus(423)
        return {"type": "Locked", "message": translate(lock.said, context=self.request)}
