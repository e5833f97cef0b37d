"""Services about what belongs to who is signed in."""

from kommunalhub.core import asking
from plone import api
from plone.restapi.services import Service
from zope.i18n import translate


class OwnService(Service):
    """Subclasses answer, with `portal` and `userid`; registered for `kommunalhub.SignedIn`."""

    def reply(self):
        self.portal = api.portal.get()
        self.userid = asking.userid()
        return self.answer()

    def said(self, message):
        return translate(message, context=self.request)
