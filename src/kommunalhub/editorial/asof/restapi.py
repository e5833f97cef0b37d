"""GET @as-of?date=2026-03-03 on a page: what @@stand-am shows."""

from kommunalhub.core.restapi.body import wrong
from kommunalhub.editorial.asof import operations
from kommunalhub.editorial.asof import rules
from kommunalhub.editorial.asof.browser import WRONG
from kommunalhub.editorial.shared import operations as shared
from plone.restapi.services import Service


class AsOfGet(Service):
    """{date, released}; where something was released: state, title, description, text, values
    of its gaps by administration, since, until. 400 for what is no day, or one to come."""

    def reply(self):
        try:
            day = rules.read_day(self.request.form.get("date"), operations.today())
        except rules.NoDay as error:
            raise wrong("date", WRONG[error.reason], self.request) from error
        found = operations.as_of(self.context, day)
        url = f"{self.context.absolute_url()}/@as-of?date={day.isoformat()}"
        answer = {"@id": url, "date": day.isoformat(), "released": found is not None}
        return answer | (self.told(found) if found is not None else {})

    def told(self, found):
        text = found.text.output_relative_to(self.context) if found.text is not None else ""
        until = found.standing.until
        return {
            "state": found.standing.state,
            "title": found.title,
            "description": found.description,
            "text": text,
            "values": shared.said_at(self.context, text, rules.end_of(found.day)),
            "since": found.standing.since.isoformat(),
            "until": until.isoformat() if until is not None else None,
        }
