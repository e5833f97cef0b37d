"""`@protocol`: the record of a consultation."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.funding import operations
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import BadRequest
from zope.i18n import translate
from zope.interface import alsoProvides


class ProtocolGet(Service):
    """GET @protocol: the entries, oldest first (needs `kommunalhub: View advice`)."""

    def reply(self):
        return {
            "@id": f"{self.context.absolute_url()}/@protocol",
            "items": [dict(entry) for entry in self.context.protocol or ()],
        }


class ProtocolPost(Service):
    """POST @protocol {text, date}: add an entry (needs `kommunalhub: Advise`)."""

    def reply(self):
        body = body_of(self.request)
        # What another site made a browser send does not come this far (security/writes.py).
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            entry = operations.add_protocol_entry(self.context, body.get("text"), body.get("date"))
        except operations.BadEntry as error:
            message = translate(error.args[0], context=self.request)
            raise BadRequest([{"field": error.at, "message": message}]) from error
        self.request.response.setStatus(201)
        return entry
