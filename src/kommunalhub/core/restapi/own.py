"""Services about what belongs to who is signed in."""

from kommunalhub.core import asking
from plone import api
from plone.restapi.services import Service
from zExceptions import Unauthorized
from zope.i18n import translate


class OwnService(Service):
    """Refuses people who are not signed in; subclasses answer, with `portal` and `userid`."""

    def reply(self):
        if asking.is_anonymous():
            raise Unauthorized("Only for people who are signed in.")
        self.portal = api.portal.get()
        self.userid = asking.userid()
        return self.answer()

    def said(self, message):
        return translate(message, context=self.request)
