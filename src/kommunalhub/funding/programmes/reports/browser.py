"""`@@programm-melden` of the catalogue; `@@meldung-ablehnen` of the draft of a report."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.funding.programmes.reports import operations
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


STATES = {
    operations.WAITING: _("report_waiting", default="we are looking at it"),
    operations.TAKEN: _("report_taken", default="taken into the catalogue"),
    operations.LEFT_OUT: _("report_left_out", default="left out"),
}
LOOKS = {operations.TAKEN: "ok", operations.WAITING: "soon"}
THANKS = _(
    "report_thanks",
    default="Thank you! The funding advisers look at it. Here you see what becomes of it.",
)


class ReportPage(OwnPage):
    """A short form, and below it what became of one's own reports."""

    template = ViewPageTemplateFile("templates/report.pt")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@programm-melden"

    errors = {}

    def may_report(self):
        return operations.may_report()

    def post(self):
        if not self.may_report():
            self.request.response.setStatus(403)
            return self.template()
        try:
            operations.report(self.field("title"), self.field("source_url"), self.field("note"))
        except operations.Wrong as wrong:
            self.errors = wrong.errors
            self.request.response.setStatus(400)
            return self.template()
        return self.lead_to(self.url, THANKS)

    def fields(self):
        """Return the fields of the form for the template."""
        labels = {
            "title": (_("label_programme_title", default="Name of the programme"), None),
            "source_url": (
                _("label_report_url", default="Where you have seen it"),
                _("help_report_url", default="A web address."),
            ),
            "note": (
                _("label_report_note", default="What it would be good for"),
                _("help_report_note", default="If you like: for which project you think of it."),
            ),
        }
        return [
            {
                "name": name,
                "label": label,
                "help": about,
                "value": self.field(name),
                "error": self.errors.get(name),
                "required": name != "note",
                "maxlength": operations.LONGEST[name],
            }
            for name, (label, about) in labels.items()
        ]

    def reports(self):
        return [
            {
                "title": one.report.title,
                "url": one.url,
                "day": formatting.day(one.report.made),
                "state": STATES[one.state],
                "look": LOOKS.get(one.state, ""),
                "reason": one.report.reason,
            }
            for one in operations.own()
        ]


class LeaveOut(OwnPage):
    """Says why a reported programme is not taken in; its draft goes."""

    template = ViewPageTemplateFile("templates/leaveout.pt")
    error = None

    def __call__(self):
        self.report = operations.report_of(self.context)
        if self.report is None:
            raise NotFound("@@meldung-ablehnen")
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@meldung-ablehnen"

    def post(self):
        catalogue = self.context.aq_parent.absolute_url()
        try:
            operations.leave_out(self.context, self.field("reason"))
        except operations.Wrong as wrong:
            self.error = wrong.errors["reason"]
            self.request.response.setStatus(400)
            return self.template()
        message = _("report_declined", default="Left out; who reported it reads your reason.")
        return self.lead_to(catalogue, message)
