"""@acknowledgement on a page: how it stands with me, in numbers, for the office with names."""

from kommunalhub.core import asking
from kommunalhub.core.restapi import body
from kommunalhub.editorial.mustread import operations
from kommunalhub.editorial.mustread import proof
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread import said
from kommunalhub.editorial.mustread.interfaces import MustReadError
from kommunalhub.editorial.mustread.interfaces import NotAsked
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


class Acknowledgement(Service):
    """What both answer with."""

    def state(self):
        """Return the JSON of a page; version is what a POST has to name, None for none."""
        page, mine = self.context, reading.mine(self.context, asking.userid())
        is_office = reading.is_office(page)
        if mine is not None and not (mine.is_asked or is_office):
            mine = None  # it asks others
        found = {
            "@id": f"{page.absolute_url()}/@acknowledgement",
            "required": mine is not None,
            "version": mine and mine.revision.mark,
            "round": mine and mine.revision.round,
            "asked": bool(mine and mine.is_asked),
            "confirmed": mine and mine.confirmed,
        }
        if mine is None:
            return found
        found["changes"] = self.changes(mine)
        due, count = reading.due_of(page), reading.count_of(page)
        found["due"] = due and due.isoformat()
        found["overdue"] = reading.is_overdue(page)
        found["counts"] = {
            "asked": count.asked,
            "confirmed": count.confirmed,
            "away": count.away,
        }
        if is_office:
            found["people"] = [self.person(row) for row in proof.rows(page)]
        return found

    def changes(self, mine):
        """Return what changed since this person confirmed, if they are asked anew."""
        return [
            {
                "kind": row["kind"],
                "heading": translate(row["heading"], context=self.request),
                "pieces": [{"kind": kind, "text": text} for kind, text in row["pieces"]],
            }
            for row in said.rows_of(mine.changes)
        ]

    def person(self, row):
        return {
            "id": row.userid,
            "name": row.name,
            "asked": row.is_asked,
            "away": row.is_away,
            "confirmed": row.when,
            "version": row.mark,
        }


class AcknowledgementGet(Acknowledgement):
    """GET: see `state`."""

    def reply(self):
        return self.state()


class AcknowledgementPost(Acknowledgement):
    """POST {version}: confirm what one has read; 409 where the page says something else by now."""

    def reply(self):
        version = body.text_of(body.body_of(self.request), "version", self.request)
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        try:
            operations.confirm(self.context, version)
        except MustReadError as error:
            self.request.response.setStatus(403 if isinstance(error, NotAsked) else 409)
            message = translate(error.args[0], context=self.request)
            return {"type": type(error).__name__, "message": message}
        return self.state()
