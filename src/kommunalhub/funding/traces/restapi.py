"""`@funding-traces` of the section: where a person is named in the funding files."""

from kommunalhub import _
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.traces import operations
from plone.protect.interfaces import IDisableCSRFProtection
from zope.interface import alsoProvides


class TracesService(OwnService):
    """What the services share."""

    def person(self, found):
        if not isinstance(found, str) or not 0 < len(found.strip()) <= operations.MAX_ID:
            message = _("error_traces_person", default="Please name the person by their id.")
            raise wrong("person", message, self.request)
        return found.strip()


class TracesGet(TracesService):
    """GET ?person=<id>: [{kind, times, title, @id of the case or programme}]."""

    def answer(self):
        found = operations.traces_of(self.person(self.request.form.get("person")))
        return {
            "@id": f"{self.context.absolute_url()}/@funding-traces",
            "items": [
                {"@id": one.url or None, "title": one.title, "kind": one.kind, "times": one.times}
                for one in found
            ],
        }


class TracesPost(TracesService):
    """POST {person, reason, confirmed: true}: takes them out; {taken_out: in how many places}."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        data = body_of(self.request)
        person = self.person(data.get("person"))
        try:
            return {"taken_out": operations.take_out(person, data)}
        except Wrong as error:
            return refused(error.errors, self.request)
