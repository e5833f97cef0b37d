"""@@monatsbericht/2026-11: the form, with what has happened filled in; its PDF; the list of all."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.projects import months
from kommunalhub.projects import workflow
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.reports import operations
from kommunalhub.projects.reports import paper
from kommunalhub.projects.reports import prefill
from kommunalhub.projects.reports import shown
from kommunalhub.projects.reports.schemas import IReport
from kommunalhub.projects.reports.schemas import STANDINGS
from Products.Five import BrowserView
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class MonthInPath:
    """Mixin of a page that is about one month: …/2026-11; without one the newest that can be."""

    month = None

    def publishTraverse(self, request, name):
        if self.month is not None:
            raise NotFound(name)
        try:
            months.first_of(name)
        except ValueError as error:
            raise NotFound(name) from error
        self.month = name
        return self


class ReportForm(ActingForm, Form):
    """Writes the report of a month, or writes it anew; what was written before stays."""

    fields = Fields(IReport)
    ignoreContext = False
    refusals = (Wrong,)
    month = ""
    description = _(
        "report_about",
        default="What has happened is filled in. Please look it over, say how the project stands, "
        "and save: that is all.",
    )

    @property
    def label(self):
        month = operations.title_of(self.month)
        return _("heading_report_of", default="Report of ${month}", mapping={"month": month})

    @property
    def path(self):
        return f"{super().path}/{self.month}"

    @property
    def leave_url(self):
        return f"{self.context.absolute_url()}#berichte"

    def getContent(self):
        found = operations.report(self.context, self.month)
        if found is not None:
            return dict(found)
        return prefill.values_of(self.context, self.month)

    def act(self, data):
        operations.write(self.context, self.month, data)
        return self.leave_url, _("message_project_report_written", default="The report is written.")


@implementer(IPublishTraverse)
class ReportFormPage(MonthInPath, HubFormPage):
    """The page of the form."""

    def update(self):
        known = operations.months(self.context)
        if not known or (self.month is not None and self.month not in known):
            raise NotFound(self.month or self.__name__)
        self.form_instance.month = self.month or known[0]
        super().update()


ReportPage = page_of(ReportForm, ReportFormPage)


@implementer(IPublishTraverse)
class ReportPaper(MonthInPath, BrowserView):
    """@@monatsbericht-pdf/2026-11: the newest version."""

    def __call__(self):
        found = operations.report(self.context, self.month) if self.month else None
        if found is None:
            raise NotFound(self.month or self.__name__)
        response = self.request.response
        name = f"{self.context.getId()}-{self.month}.pdf"
        response.setHeader("Content-Type", "application/pdf")
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        response.setHeader("Cache-Control", "private, no-store")
        return paper.printed(self.context, self.month, found)


class ReportsPart(BrowserView):
    """@@project-reports: the reports of a project, as a part of its page."""

    def __call__(self):
        return self.index() if self.rows() or self.may_write() else ""

    @property
    def url(self):
        return self.context.absolute_url()

    def may_write(self):
        return bool(self.months()) and asking.may(workflow.RUN, self.context)

    def months(self):
        return operations.months(self.context)

    def next_month(self):
        """Return the month to write about: the last one while it is missing, else the present."""
        known, written = self.months(), operations.reports(self.context)
        late = len(known) > 1 and known[1] not in written
        month = known[1] if late else known[0]
        return {
            "url": f"{self.url}/@@monatsbericht/{month}",
            "title": operations.title_of(month),
            "late": late,
        }

    def rows(self):
        found = sorted(operations.reports(self.context).items(), reverse=True)
        return [self.row(month, versions) for month, versions in found]

    def row(self, month, versions):
        newest = versions[-1]
        return {
            "title": operations.title_of(month),
            "standing": STANDINGS[newest["standing"]],
            "happened": newest["happened"],
            "ahead": newest["ahead"],
            "day": formatting.day(newest["day"]),
            "milestones": shown.milestones_of(newest),
            "partners": shown.partners_of(newest),
            "pdf": f"{self.url}/@@monatsbericht-pdf/{month}",
            "change": f"{self.url}/@@monatsbericht/{month}" if self.may_write() else None,
            "before": [
                {"day": formatting.day(one["day"]), "happened": one["happened"]}
                for one in reversed(versions[:-1])
            ],
        }
