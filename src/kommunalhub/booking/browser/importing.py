"""@@buchungen-einlesen of a folder of spaces: look at a table of bookings, then book all of it."""

from kommunalhub import _
from kommunalhub.booking import importing
from kommunalhub.booking.browser.timeform import LABELS
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.lib.tables import reading
from kommunalhub.lib.tables.reading import Row
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from ZPublisher.HTTPRequest import FileUpload

import json


MISSING = _("import_file_missing", default="Please choose a file.")
UNREADABLE = _(
    "import_unreadable",
    default="This file cannot be read as a table. Please save it as CSV or XLSX.",
)
AT_LINE = _("import_unreadable_line", default="Line ${line} of the file cannot be read.")
COLUMNS = (
    _("occupancy_col_space", default="Space"),
    LABELS["date"],
    LABELS["start"],
    LABELS["end"],
    LABELS["holder"],
    LABELS["purpose"],
)
#: Longest text of a table that comes back from the page.
LONGEST = 1_000_000


class ImportPage(OwnPage):
    """Reads a file, shows what each line would become, and books once all of them can be."""

    template = ViewPageTemplateFile("templates/importing.pt")
    problem = None
    results = None
    table = ""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@buchungen-einlesen"

    def post(self):
        is_trial = not self.field("confirmed")
        try:
            rows = self.uploaded() if is_trial else self.sent()
            self.results = importing.book_table(self.context, rows, is_trial)
        except importing.TableRefused as refused:
            self.problem = refused.args[0]
        except reading.Unreadable as broken:
            self.problem = UNREADABLE
            if broken.line:
                self.problem = filled(AT_LINE, line=broken.line)
        if self.problem is None and not is_trial and not self.refused():
            message = _(
                "message_imported",
                default="Bookings made: ${n}.",
                mapping={"n": len(self.results)},
            )
            return self.lead_to(f"{self.context.absolute_url()}/@@kalender", message)
        if self.problem is not None or self.refused():
            self.request.response.setStatus(400)
        else:
            self.table = json.dumps([[row.line, row.cells] for row in rows], ensure_ascii=False)
        return self.template()

    def uploaded(self):
        upload = self.request.form.get("file")
        if not isinstance(upload, FileUpload) or not upload.filename:
            raise importing.TableRefused(MISSING)
        return reading.rows_of(upload.read(reading.MOST_BYTES + 1))

    def sent(self):
        """Return the rows that were looked at; they are looked at again."""
        text = self.field("table")
        if len(text) > LONGEST:
            raise importing.TableRefused(UNREADABLE)
        try:
            return [Row(int(line), tuple(map(str, cells))) for line, cells in json.loads(text)]
        except (TypeError, ValueError, RecursionError) as error:
            raise importing.TableRefused(UNREADABLE) from error

    def refused(self):
        return [one for one in self.results or () if one.problem is not None]

    def lines(self):
        return [
            {"line": one.line, "cells": one.cells, "problem": one.problem}
            for one in self.results or ()
        ]

    def count(self):
        return len(self.results or ())

    def columns(self):
        return COLUMNS
