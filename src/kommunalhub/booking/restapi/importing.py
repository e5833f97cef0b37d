"""@import-bookings of a folder of spaces: many bookings at once, all of them or none."""

from kommunalhub import _
from kommunalhub.booking import importing
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.lib.tables.reading import LONGEST_CELL
from kommunalhub.lib.tables.reading import Row
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


EXPECTED = _(
    "error_import_rows",
    default="This must be a list of objects with space, day, start, end, person, purpose.",
)
BOOLEAN = _("error_yes_or_no", default="This must be true or false.")
UNKNOWN = _("error_partner_unknown_field", default="There is no such field.")


class ImportPost(Service):
    """POST {rows: [{space, day, start, end, person, purpose}], trial}: what becomes of each.

    200 for a trial, 201 when all are booked; 409 with the reasons when one cannot be, and nothing
    is booked then.
    """

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        data = body_of(self.request)
        errors = dict.fromkeys(set(data) - {"rows", "trial"}, UNKNOWN)
        rows = data.get("rows")
        if not are_rows(rows):
            errors["rows"] = EXPECTED
        if not isinstance(data.get("trial", False), bool):
            errors["trial"] = BOOLEAN
        if errors:
            return refused(errors, self.request)
        names = tuple(importing.COLUMNS)
        table = [Row(0, names)]
        for number, row in enumerate(rows, start=1):
            table.append(Row(number, tuple(row.get(name, "").strip() for name in names)))
        is_trial = data.get("trial", False)
        try:
            results = importing.book_table(self.context, table, is_trial)
        except importing.TableRefused as problem:
            return refused({"rows": problem.args[0]}, self.request)
        is_good = all(one.problem is None for one in results)
        self.request.response.setStatus((200 if is_trial else 201) if is_good else 409)
        return {"booked": is_good and not is_trial, "items": [self.shown(one) for one in results]}

    def shown(self, one):
        if one.problem is not None:
            return {"row": one.line, "problem": translate(one.problem, context=self.request)}
        return {"row": one.line, "price": str(one.booking.price or 0)}


def are_rows(rows):
    """Return whether these are objects of texts with names of columns, not too many."""
    return (
        isinstance(rows, list)
        and 0 < len(rows) <= importing.MOST
        and all(isinstance(row, dict) and set(row) <= set(importing.COLUMNS) for row in rows)
        and all(
            isinstance(value, str) and len(value) <= LONGEST_CELL
            for row in rows
            for value in row.values()
        )
    )
