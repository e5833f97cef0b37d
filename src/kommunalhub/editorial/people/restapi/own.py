"""GET, PATCH @own-part on a position: what who holds it says of themselves."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.editorial.people import operations
from kommunalhub.editorial.people.interfaces import VOLUNTARY
from plone.restapi.services import Service
from zExceptions import NotFound


class OwnGet(Service):
    """{hours, note}; nobody else's position is found here."""

    def reply(self):
        if not operations.holds(self.context):
            raise NotFound("@own-part")
        return {
            "@id": f"{self.context.absolute_url()}/@own-part",
            **{name: getattr(self.context, name) or "" for name in VOLUNTARY},
        }


class OwnPatch(OwnGet):
    """PATCH {hours, note}, or one of them; 400 with the reason at the field."""

    def reply(self):
        answer = super().reply()
        sent = body_of(self.request)
        values = {
            name: operations.tidied(value) if isinstance(value, str) else value
            for name, value in sent.items()
        }
        errors = operations.wrong_in(values)
        if errors:
            return refused(errors, self.request)
        operations.say_of_oneself(self.context, values)
        return {**answer, **values}
