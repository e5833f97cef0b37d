"""@@teilnehmende-einlesen: a list of participants from a file, looked at before it is taken."""

from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.workshops import importing
from kommunalhub.workshops import rules
from kommunalhub.workshops.browser import shown
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

import json


LONGEST = 400_000


class Import(OwnPage):
    """First the file, then what would come of each line, then it is done; all or none if wished."""

    template = ViewPageTemplateFile("templates/importing.pt")
    lines = None
    rows = ()
    all_or_none = True
    error = None

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def kept(self):
        """What was read, for the second step of the form; it is looked at anew there."""
        return json.dumps(self.rows)

    def problems(self):
        return [one for one in self.lines if one.problem is not None]

    def good(self):
        return len(self.lines) - len(self.problems())

    def said(self, line):
        """Return what comes of a line."""
        return shown.STATES[line.state] if line.problem is None else line.problem

    def post(self):
        self.all_or_none = bool(self.field("all_or_none")) or not self.field("people")
        try:
            self.rows = self.rows_sent() if self.field("people") else self.rows_of_file()
            if not self.field("people"):
                self.lines = importing.looked_at(self.context, self.rows)
                return self.template()
            self.lines = importing.take(self.context, self.rows, self.userid, self.all_or_none)
        except importing.NotReadable as error:
            self.error = error.args[0]
        except rules.Refused as refused:
            self.error = shown.refusal(refused)
        if self.error is None and self.good() and not (self.all_or_none and self.problems()):
            return self.lead_to(f"{self.context.absolute_url()}/@@teilnehmende", self.done())
        self.request.response.setStatus(400)
        return self.template()

    def done(self):
        waiting = sum(one.state == rules.WAITING for one in self.lines)
        return _(
            "done_import",
            default="Registered: ${seats}. On the waiting list: ${waiting}. Left out: ${left}.",
            mapping={
                "seats": self.good() - waiting,
                "waiting": waiting,
                "left": len(self.problems()),
            },
        )

    def rows_of_file(self):
        upload = self.request.form.get("file")
        if not hasattr(upload, "read") or not upload.filename:
            raise importing.NotReadable(_("import_no_file", default="Please choose a file."))
        return importing.read(upload.read(importing.reading.MOST_BYTES + 1))

    def rows_sent(self):
        """Return the rows that the page was given before; whatever else is no list."""
        try:
            found = json.loads(self.field("people")[:LONGEST])
        except ValueError:
            found = None
        if not isinstance(found, list) or len(found) > importing.MOST:
            raise importing.NotReadable(importing.FILE_ERRORS["damaged"])
        for row in found:
            is_row = isinstance(row, list) and [type(one) for one in row] == [int, str, str, str]
            if not is_row or not 0 < row[0] < 10**6:
                raise importing.NotReadable(importing.FILE_ERRORS["damaged"])
        return [tuple(row) for row in found]
