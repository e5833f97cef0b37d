"""Pages of tables, for a room to register: subclasses that name their Table and say its words."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import workbook
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.exchange import exporting
from kommunalhub.core.exchange import looking
from kommunalhub.core.exchange import runs
from kommunalhub.core.exchange import words
from kommunalhub.core.exchange.columns import Columns
from kommunalhub.core.exchange.columns import TableRefused
from kommunalhub.core.exchange.table import table_called
from kommunalhub.lib.tables import reading
from kommunalhub.lib.tables import writing
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from ZPublisher.HTTPRequest import FileUpload


#: Seconds after which a page that waits asks again by itself.
AGAIN = 3
KINDS = {
    looking.NEW: _("exchange_new", default="new"),
    looking.CHANGED: _("exchange_changed", default="changed"),
    looking.SAME: _("exchange_same", default="unchanged"),
    looking.REFUSED: _("exchange_refused", default="refused"),
}
LOOKS = {looking.NEW: "ok", looking.CHANGED: "soon", looking.REFUSED: "late"}


class ImportPage(OwnPage):
    """Takes a file, shows what it would do, and does it once that was confirmed.

    table_name: of the Table. heading, lead, done, file_label, file_help: messages.
    """

    template = ViewPageTemplateFile("templates/importing.pt")
    problem = None
    table_name = ""
    heading = lead = done = file_label = file_help = None

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @cached_property
    def table(self):
        return table_called(self.table_name)

    @property
    def key_label(self):
        return self.table.field(self.table.key).title

    @property
    def title_label(self):
        return self.table.field("title").title

    def __call__(self):
        if self.request.method != "POST" and self.run is not None and self.is_waiting():
            self.request.response.setHeader("Refresh", str(AGAIN))
        return super().__call__()

    @cached_property
    def run(self):
        number = self.field("run")
        if not number.isdecimal() or len(number) > 9:
            return None
        return runs.run_of(self.table, int(number))

    def post(self):
        if self.field("confirmed"):
            if self.run is not None:
                runs.confirm(self.run)
                return self.lead_to(f"{self.url}?run={self.run.number}")
            return self.lead_to(self.url)
        try:
            run = runs.begin(self.table, self.uploaded())
        except TableRefused as refused:
            self.problem = refused.args[0]
            self.request.response.setStatus(400)
            return self.template()
        return self.lead_to(f"{self.url}?run={run.number}")

    def uploaded(self):
        upload = self.request.form.get("file")
        if not isinstance(upload, FileUpload) or not upload.filename:
            raise TableRefused(words.NO_FILE)
        return upload.read(reading.LARGE.bytes + 1)

    def is_waiting(self):
        return self.run.state in runs.WAITING

    def is_done(self):
        return self.run.state == runs.DONE

    def has_failed(self):
        return self.run.state == runs.FAILED

    def may_confirm(self):
        counts = self.run.counts
        return (
            self.run.state == runs.LOOKED
            and not counts[looking.REFUSED]
            and bool(counts[looking.NEW] + counts[looking.CHANGED])
        )

    def is_refused(self):
        return self.run.state == runs.LOOKED and bool(self.run.counts[looking.REFUSED])

    def counts(self):
        """Return [{title, look, n}] of the kinds of lines."""
        return [
            {"title": title, "look": LOOKS.get(kind, ""), "n": self.run.counts.get(kind, 0)}
            for kind, title in KINDS.items()
        ]

    def lines(self):
        """Return the lines to show, the refused ones first."""
        labels = Columns(self.table).labels
        order = (looking.REFUSED, looking.CHANGED, looking.NEW)
        found = sorted(self.run.shown, key=lambda line: (order.index(line.kind), line.line))
        return [
            {
                "line": line.line,
                "key": line.key,
                "title": line.title,
                "kind": KINDS[line.kind],
                "look": LOOKS[line.kind],
                "problem": line.problem,
                "changes": [
                    {"label": labels[name], "old": old, "new": new}
                    for name, old, new in (line.changes if line.kind == looking.CHANGED else ())
                ],
            }
            for line in found
        ]

    def left_out(self):
        kept = (kind for kind in KINDS if kind != looking.SAME)
        return any(self.run.counts.get(kind, 0) > runs.MOST_SHOWN for kind in kept)


class Export(BrowserView):
    """What was chosen with the address, as a file; CSV or XLSX, as its name says."""

    table_name = ""

    def __call__(self):
        table, response = table_called(self.table_name), self.request.response
        if self.__name__.endswith(".xlsx"):
            data = exporting.as_xlsx(table, self.request.form)
            return workbook.answer(response, data, table.file)
        response.setHeader("Content-Type", f"{writing.MEDIA_TYPE}; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{table.file}.csv"')
        response.setHeader("Cache-Control", "private, no-store")
        return exporting.as_csv(table, self.request.form)
