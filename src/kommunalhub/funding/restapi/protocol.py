"""`@protocol`: the record of a consultation."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.funding import operations
from kommunalhub.funding.applications.typed import Wrong
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.interface import alsoProvides


class ProtocolGet(Service):
    """GET @protocol: the entries, oldest first (needs `kommunalhub: View advice`)."""

    def reply(self):
        return {
            "@id": f"{self.context.absolute_url()}/@protocol",
            "items": [shown(self.context, entry) for entry in self.context.protocol],
        }


class ProtocolPost(Service):
    """POST @protocol {text, date, next_step?, who?, until?, appointment?}: add an entry.

    appointment: {start, minutes?, place?}. Needs `kommunalhub: Advise`.
    """

    def reply(self):
        body = body_of(self.request)
        # What another site made a browser send does not come this far (security/writes.py).
        alsoProvides(self.request, IDisableCSRFProtection)
        text, day = body.get("text"), body.get("date")
        try:
            entry = operations.add_protocol_entry(self.context, text, day, body)
        except Wrong as wrong:
            return refused(wrong.errors, self.request)
        self.request.response.setStatus(201)
        return shown(self.context, entry)


def shown(case, entry):
    """Return an entry; with an appointment, where its file for calendars is."""
    if "appointment" not in entry:
        return entry
    return entry | {"calendar": f"{case.absolute_url()}/@@beratungstermin/{entry['number']}"}
