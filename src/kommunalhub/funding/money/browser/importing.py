"""@@belege-einlesen/<application>: look at a table of receipts, then enter all of it."""

from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.funding.applications.browser.section import address
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.money.receipts import importing
from kommunalhub.lib.tables import reading
from kommunalhub.lib.tables.reading import Row
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18n import translate
from ZPublisher.HTTPRequest import FileUpload

import json


MISSING = _("import_file_missing", default="Please choose a file.")
UNREADABLE = _(
    "import_unreadable",
    default="This file cannot be read as a table. Please save it as CSV or XLSX.",
)
AT_LINE = _("import_unreadable_line", default="Line ${line} of the file cannot be read.")
#: Longest text of a table that comes back from the page.
LONGEST = 2_000_000


class ImportPage(NumberInPath, OwnPage):
    """Reads a file, shows what each line would become, and enters all once all of them can be."""

    template = ViewPageTemplateFile("templates/importing.pt")
    problem = None
    results = ()
    table = ""

    def __call__(self):
        try:
            self.application = application_of(self.context, self.number)
        except (KeyError, TypeError) as error:
            raise NotFound(str(self.number)) from error
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@belege-einlesen/{self.number}"

    @property
    def back_url(self):
        return f"{address(self.context, self.application)}#belege"

    def way(self):
        return [
            {"title": self.context.Title(), "url": self.context.absolute_url()},
            {"title": self.application.programme_title, "url": self.back_url},
        ]

    def post(self):
        is_trial = not self.field("confirmed")
        verb = importing.look_at if is_trial else importing.enter
        try:
            rows = self.uploaded() if is_trial else self.sent()
            self.results = verb(self.context, self.number, rows)
        except importing.TableRefused as refused:
            self.problem = refused.args[0]
        except Wrong as wrong:
            self.problem = next(iter(wrong.errors.values()))
        except reading.Unreadable as broken:
            self.problem = UNREADABLE
            if broken.line:
                self.problem = filled(AT_LINE, line=broken.line)
        if self.problem is not None or self.refused():
            self.request.response.setStatus(400)
        elif is_trial:
            self.table = json.dumps([[row.line, row.cells] for row in rows], ensure_ascii=False)
        else:
            message = _(
                "message_receipts_imported",
                default="Receipts entered: ${n}.",
                mapping={"n": len(self.results)},
            )
            return self.lead_to(self.back_url, message)
        return self.template()

    def uploaded(self):
        upload = self.request.form.get("file")
        if not isinstance(upload, FileUpload) or not upload.filename:
            raise importing.TableRefused(MISSING)
        return reading.rows_of(upload.read(reading.MOST_BYTES + 1))

    def sent(self):
        """Return the rows that were looked at; they are looked at again."""
        text = self.field("table")
        try:
            if len(text) > LONGEST:
                raise ValueError("too long")
            return [
                Row(int(line), tuple(str(cell) for cell in cells))
                for line, cells in json.loads(text)
            ]
        except (TypeError, ValueError, RecursionError) as error:
            raise importing.TableRefused(UNREADABLE) from error

    def refused(self):
        return [one for one in self.results if one.problems]

    def lines(self):
        return [
            {
                "line": one.line,
                "invoice": one.cells.get("invoice", ""),
                "payee": one.cells.get("payee", ""),
                "paid_on": one.cells.get("paid_on", ""),
                "gross": one.cells.get("gross", ""),
                "item": one.cells.get("item", ""),
                "problems": [
                    f"{self.column(name)}: {translate(text, context=self.request)}"
                    for name, text in (one.problems or {}).items()
                ],
            }
            for one in self.results
        ]

    @staticmethod
    def column(name):
        """Return what the column of a field is called in a table."""
        return importing.COLUMNS[name][0].capitalize()

    def count(self):
        return len(self.results)
