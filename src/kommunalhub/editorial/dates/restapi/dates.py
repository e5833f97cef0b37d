"""@event-dates of an event: its dates with what became of them, and one of them changed."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.editorial.dates import operations
from kommunalhub.editorial.dates import rules
from kommunalhub.editorial.dates import shown
from kommunalhub.editorial.dates.refusals import LONG
from kommunalhub.editorial.dates.refusals import MOST_LETTERS
from kommunalhub.editorial.dates.refusals import REASON
from kommunalhub.editorial.dates.refusals import REFUSED
from kommunalhub.editorial.dates.restapi.calendar import item_of
from kommunalhub.editorial.dates.restapi.calendar import WRONG
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import alsoProvides


STATE = _(
    "error_date_state", default="This must be `cancelled`, `planned`, or left out with a `start`."
)


class EventDatesGet(NumberInPath, Service):
    """All dates of an event by time, or the one of a number; for everybody who may view it."""

    def reply(self):
        found = dict(shown.occurrences_of(self.context))
        if self.number is None:
            return {"@id": self.url(), "items": [self.item(*pair) for pair in found.items()]}
        if self.number not in found:
            raise NotFound(str(self.number))
        return self.item(self.number, found[self.number])

    def item(self, number, one):
        told = item_of(one, formatting.now())
        return told | {"@id": f"{self.url()}/{number}", "number": number}

    def url(self):
        return f"{self.context.absolute_url()}/@event-dates"


class EventDatesPatch(EventDatesGet):
    """{state, later, start, end, place, reason}: call off, move, or let be as planned."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        if self.number not in dict(shown.occurrences_of(self.context)):
            raise NotFound("@event-dates")
        errors = {}
        act = self.act(body_of(self.request), errors)
        try:
            if not errors:
                act()
        except rules.NotChangeable as refusal:
            which, sentence = REFUSED[refusal.why]
            errors[which] = sentence
        return refused(errors, self.request) if errors else super().reply()

    def act(self, data, errors):
        """Return what to do, a function; what is wrong is told in errors, {field: sentence}."""
        reason, place = (text_of(data, name, self.request) for name in ("reason", "place"))
        for name, value in (("reason", reason), ("place", place)):
            if len(value) > MOST_LETTERS:
                errors[name] = LONG
        state, number = data.get("state"), self.number
        if state == rules.PLANNED:
            return lambda: operations.restore(self.context, number)
        if not reason.strip():
            errors["reason"] = REASON
        if state == rules.CANCELLED:
            cancel = operations.cancel_from if data.get("later") is True else operations.cancel
            return lambda: cancel(self.context, number, reason)
        if state is not None or "start" not in data:
            errors["state"] = STATE
            return None
        start, end = (moment_or(data.get(name), name, errors) for name in ("start", "end"))
        return lambda: operations.move(self.context, number, start, end, place, reason)


def moment_or(value, name, errors):
    """Return the moment that a text names; else say so in errors."""
    try:
        return moment_in(value)
    except ValueError:
        errors[name] = WRONG["moment"]
        return None
