"""@@meldungen on a page: what readers said, for who is responsible; done with a word."""

from kommunalhub import _
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.reviewing import reading
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.editorial.upkeep import operations
from kommunalhub.editorial.upkeep import rules
from kommunalhub.editorial.upkeep import storage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden
from zope.i18n import translate


FINISHED = _("message_report_finished", default="Done.")
FINISHED_MAIL = _("message_report_finished_mail", default="Done. Your word goes out by e-mail.")


class Reports(OwnPage):
    """What is open, each with a form, and what was dealt with lately."""

    template = ViewPageTemplateFile("templates/reports.pt")
    problem = None
    typed = ("", "")

    def __call__(self):
        if not reading.may_answer(self.context):
            raise Forbidden(translate(operations.NOT_YOURS, context=self.request))
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@meldungen"

    def rows(self, state):
        """Return the reports in a state as dicts, the newest first."""
        return [self.row(one) for one in storage.reports_of(self.context) if one.state == state]

    def row(self, report):
        anchor, heading = report.place or ("", "")
        return {
            "id": report.id,
            "text": report.text,
            "heading": heading,
            "url": f"{self.context.absolute_url()}#{anchor}" if anchor else "",
            "when": formatting.moment(report.when),
            "iso": report.when.isoformat(),
            "wants_answer": bool(report.email),
            "word": self.typed[1] if self.typed[0] == report.id else report.word,
            "error": self.problem if self.typed[0] == report.id else None,
        }

    def open_rows(self):
        return self.rows(rules.OPEN)

    def done_rows(self):
        return self.rows(rules.DONE)

    def post(self):
        number, word = self.field("report"), self.field("word").strip()
        self.typed = (number, word)
        if len(word) > rules.LONGEST:
            self.problem = rules.too_long(rules.LONGEST)
            self.request.response.setStatus(400)
            return self.template()
        mailed = any(o.email for o in storage.open_of(self.context) if o.id == number)
        try:
            operations.finish(self.context, number, word)
        except ApprovalError as error:
            self.problem, self.typed = error.args[0], ("", "")
            self.request.response.setStatus(status_of(error))
            return self.template()
        return self.lead_to(self.url, FINISHED_MAIL if mailed else FINISHED)
