"""POST @group-visit of an exhibit: register a group, as the form does; nobody needs an account."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.showroom.groups import operations
from kommunalhub.showroom.groups import typed
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import alsoProvides


#: These come as numbers as well.
NUMBERS = ("persons", "length")


class GroupVisitPost(Service):
    """{group, persons, date, start, length, fullname, email}: 202, and a mail with a link.

    The answer is the same for all addresses; the hall is kept when the link is followed.
    """

    def reply(self):
        data = body_of(self.request)
        if not operations.is_offered(self.context):
            raise NotFound("@group-visit")
        data |= {name: str(data[name]) for name in NUMBERS if type(data.get(name)) is int}
        values = {name: text_of(data, name, self.request).strip() for name in typed.FIELDS}
        values["email"] = values["email"].lower()
        visit, errors = typed.visit_in(values, self.context)
        if errors:
            return refused(errors, self.request)
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        if not text_of(data, "website", self.request):  # no person sees this field
            operations.ask(self.context, self.request, visit)
        self.request.response.setStatus(202)
        span = operations.span_of(visit)
        return {
            "state": "confirm",
            "start": span.start.isoformat(),
            "end": span.end.isoformat(),
            "email": visit.email,
        }
