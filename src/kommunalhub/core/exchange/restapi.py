"""Tables over REST: services for a room to register, each a subclass that names its Table."""

from base64 import b64decode
from binascii import Error as NotBase64
from kommunalhub import _
from kommunalhub.core.exchange import exporting
from kommunalhub.core.exchange import looking
from kommunalhub.core.exchange import runs
from kommunalhub.core.exchange.columns import TableRefused
from kommunalhub.core.exchange.table import table_called
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.lib.tables import reading
from kommunalhub.lib.tables.writing import csv_of
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import alsoProvides


EXPECTED = _(
    "error_exchange_rows",
    default="This must be a list of objects of texts, by the names of the fields.",
)
NOT_A_FILE = _("error_exchange_file", default="This must be an object with data in base64.")
BOOLEAN = _("error_yes_or_no", default="This must be true or false.")
UNKNOWN = _("error_partner_unknown_field", default="There is no such field.")
#: What to answer for a run; 202 for one that waits.
STATUS = {runs.LOOKED: 200, runs.DONE: 201}


class OfTable:
    """What the services share. table_name: of the Table; the others: of the services."""

    table_name = ""
    import_name = ""
    export_name = ""

    @property
    def table(self):
        return table_called(self.table_name)

    def shown(self, run):
        return shown(run, f"{self.context.absolute_url()}/{self.import_name}", self.request)


class ImportPost(OfTable, Service):
    """POST {file: {data}} or {rows: [{…}]}, with trial: what each line would do, or does.

    200 for a trial, 201 when all is written, 202 while it is being done (see the GET), 409 with the
    reasons when a line is refused; nothing is written then.
    """

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        body = body_of(self.request)
        errors = dict.fromkeys(set(body) - {"file", "rows", "trial"}, UNKNOWN)
        if not isinstance(body.get("trial", False), bool):
            errors["trial"] = BOOLEAN
        data = None
        if "rows" in body:
            data = data_of_rows(self.table, body["rows"])
            if data is None:
                errors["rows"] = EXPECTED
        else:
            data = data_of_file(body.get("file"))
            if data is None:
                errors["file"] = NOT_A_FILE
        if errors:
            return refused(errors, self.request)
        try:
            run = runs.begin(self.table, data, wants=not body.get("trial", False))
        except TableRefused as problem:
            return refused({"rows" if "rows" in body else "file": problem.args[0]}, self.request)
        return self.shown(run)


class ImportGet(OfTable, NumberInPath, Service):
    """GET …/3: how far it is and what came of it, of one's own imports."""

    def reply(self):
        run = runs.run_of(self.table, self.number) if self.number is not None else None
        if run is None:
            raise NotFound(self.import_name)
        return self.shown(run)


class ExportGet(OfTable, Service):
    """GET: the table as rows that the import takes."""

    def reply(self):
        names, _labels, rows = exporting.rows_of(self.table, self.request.form)
        return {
            "@id": f"{self.context.absolute_url()}/{self.export_name}",
            "columns": names,
            "rows": [dict(zip(names, row, strict=True)) for row in rows],
        }


def shown(run, url, request):
    """Return a run as JSON, and set the status."""
    is_refused = bool(run.counts.get(looking.REFUSED))
    request.response.setStatus(409 if is_refused else STATUS.get(run.state, 202))
    return {
        "@id": f"{url}/{run.number}",
        "state": run.state,
        "lines": run.total,
        "done": run.total if run.state == runs.DONE else run.progress.done,
        "counts": dict(run.counts),
        "problem": run.problem and translate(run.problem, context=request),
        "items": [
            {
                "line": line.line,
                "key": line.key,
                "title": line.title,
                "kind": line.kind,
                "problem": line.problem and translate(line.problem, context=request),
                "changes": [
                    {"field": name, "old": old, "new": new} for name, old, new in line.changes
                ],
            }
            for line in run.shown
        ],
    }


def data_of_rows(table, rows):
    """Return rows of objects as a file, None where they are none."""
    if not isinstance(rows, list) or not rows or len(rows) >= reading.LARGE.rows:
        return None
    if not all(isinstance(row, dict) and set(row) <= set(table.names) for row in rows):
        return None
    if not all(isinstance(value, str) for row in rows for value in row.values()):
        return None
    names = [name for name in table.names if any(name in row for row in rows)]
    return csv_of(names, [[row.get(name, "") for name in names] for row in rows])


def data_of_file(file):
    if not isinstance(file, dict) or not isinstance(file.get("data"), str):
        return None
    try:
        return b64decode(file["data"], validate=True)
    except (NotBase64, ValueError):
        return None
