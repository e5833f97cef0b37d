"""PATCH @history of a page: let it say again what it said in a version."""

from kommunalhub.core.restapi import body
from kommunalhub.editorial.versions import operations
from kommunalhub.editorial.versions import reading
from kommunalhub.editorial.versions.interfaces import NoVersion
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


class VersionPatch(Service):
    """{version} → {message}; 400 where there is none of this number."""

    def reply(self):
        number = body.body_of(self.request).get("version")
        if isinstance(number, bool) or not isinstance(number, int) or number < 0:
            raise body.wrong("version", reading.NONE, self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            told = reading.told(self.context, number)
            operations.restore(self.context, number)
        except NoVersion as error:
            raise body.wrong("version", reading.NONE, self.request) from error
        return {"message": translate(operations.said_of(told), context=self.request)}
