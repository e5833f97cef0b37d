"""@records: the book of a project. M4 is a milestone, A1 a task, R1 a risk, B1 a decision."""

from datetime import date
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.projects import rules
from kommunalhub.projects import workflow
from kommunalhub.projects.book import operations
from kommunalhub.projects.book import schemas
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.typed import values_of
from kommunalhub.projects.book.typed import Wrong
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


KIND = _(
    "error_record_kind",
    default="Please say what it is: milestone, task, risk or decision.",
)


class Records(OwnService):
    """What the services share."""

    def item(self, kind, row):
        found = {
            "@id": f"{self.context.absolute_url()}/@records/{storage.id_of(kind, row['number'])}",
            "id": storage.id_of(kind, row["number"]),
            "kind": kind,
        }
        found |= {name: _plain(row.get(name)) for name in schemas.FIELDS[kind] if name != "why"}
        if kind in operations.TIMED:
            found |= {
                "standing": rules.standing(row, operations.today()),
                "done": _plain(row["done"]),
                "dropped": row["dropped"] or None,
                "why_late": row["why_late"] or None,
                "earlier": [
                    {"planned": _plain(one["planned"]), "why": one["why"]} for one in row["earlier"]
                ],
            }
        return found


@implementer(IPublishTraverse)
class RecordInPath:
    """Mixin of a service that may be asked about one record: @records/M4. asked: (kind, number)."""

    asked = None

    def publishTraverse(self, request, name):
        if self.asked is not None:
            raise NotFound(name)
        try:
            self.asked = storage.parsed(name)
        except ValueError as error:
            raise NotFound(name) from error
        return self

    def row(self):
        """Return (kind, row) of what is asked about. Raises NotFound."""
        if self.asked is None:
            raise NotFound("@records")
        kind, number = self.asked
        row = storage.book_of(self.context).row(kind, number)
        if row is None:
            raise NotFound(storage.id_of(kind, number))
        return kind, row


class RecordsGet(RecordInPath, Records):
    """GET @records: {items}, the milestones first; GET @records/M4: one of them."""

    def answer(self):
        if self.asked is not None:
            return self.item(*self.row())
        book = storage.book_of(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@records",
            "items": [self.item(kind, row) for kind in storage.KINDS for row in book.rows(kind)],
        }


class RecordsPost(Records):
    """POST @records {kind, ...}: 201 with what was entered."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        data = body_of(self.request)
        kind = data.get("kind")
        if not isinstance(kind, str) or kind not in storage.KINDS:
            return refused({"kind": KIND}, self.request)
        try:
            values = values_of(schemas.SCHEMAS[kind], data, self.context)
            row = operations.add(self.context, kind, values)
        except Wrong as wrong:
            return refused(wrong.errors, self.request)
        self.request.response.setStatus(201)
        return self.item(kind, row)


class RecordsPatch(RecordInPath, Records):
    """PATCH @records/M4: fields to change; {done, why} reports it; {dropped} says why not."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        kind, row = self.row()
        data = body_of(self.request)
        if not self.may(kind, row, data):
            raise Unauthorized("@records")
        try:
            return self.item(kind, self.changed(kind, row, data))
        except Wrong as wrong:
            return refused(wrong.errors, self.request)

    def may(self, kind, row, data):
        """Return whether who asks may do that: who sees to something reports it as done."""
        if asking.may(workflow.RUN, self.context):
            return True
        reports = kind in operations.TIMED and set(data) <= {"done", "why"}
        return reports and operations.may_report(self.context, row)

    def changed(self, kind, row, data):
        number = row["number"]
        if kind in operations.TIMED and data.get("done"):
            found = values_of(schemas.IReached, data, self.context)
            return operations.report_done(self.context, kind, number, found["done"], found["why"])
        if kind in operations.TIMED and data.get("dropped"):
            found = values_of(schemas.IDropped, {"why": data["dropped"]}, self.context)
            return operations.drop(self.context, kind, number, found["why"])
        values = values_of(schemas.SCHEMAS[kind], data, self.context, {**row, "why": ""})
        return operations.change(self.context, kind, number, values)


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value
