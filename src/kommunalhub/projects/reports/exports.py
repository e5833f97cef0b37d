"""The reports of a project as a workbook: what was told, and what stood then."""

from kommunalhub import _
from kommunalhub.core import workbook
from kommunalhub.core.language import in_site_language as said
from kommunalhub.projects import said as sentences
from kommunalhub.projects.reports import operations
from kommunalhub.projects.reports import shown
from kommunalhub.projects.reports.schemas import IReport
from kommunalhub.projects.reports.schemas import STANDINGS
from Products.Five import BrowserView


REPORTS = _("heading_project_reports", default="Reports")
MILESTONES = _("sheet_milestones", default="Milestones")
MONTH = _("column_month", default="Month")
LEAD = _("label_project_lead", default="Lead")
PARTNERS = _("label_project_partners", default="Partners")
REACHED = _("report_milestones", default="Milestones reached")
OF = _("report_milestones_all", default="of how many")
LATE = _("report_milestones_late", default="of them overdue")
BUDGET = _("project_money_agreed", default="Budget")
GRANTED = _("project_money_granted", default="Granted")
RECEIVED = _("project_money_drawn", default="of it received")
WRITTEN = _("report_written_on", default="Written on")
MILESTONE = _("column_milestone", default="Milestone")
PLANNED = _("column_planned", default="Planned")
DONE = _("label_project_done_on", default="Done on")
STANDING = _("column_project_standing", default="How it stands")


def sheets(reports):
    """Return [(title, column titles, rows)] for core.workbook.

    reports: {month: versions, the newest last}; the newest of each is given out, month by month.
    """
    newest = [(month, versions[-1]) for month, versions in sorted(reports.items())]
    told = [IReport[name].title for name in ("standing", "happened", "ahead")]
    head = (MONTH, *told, LEAD, PARTNERS, REACHED, OF, LATE, BUDGET, GRANTED, RECEIVED, WRITTEN)
    rows = [
        (
            operations.title_of(month),
            said(STANDINGS[one["standing"]]),
            one["happened"],
            one["ahead"],
            shown.lead_of(one),
            shown.partners_of(one),
            *(one[name] for name in ("reached", "total", "late")),
            *(one[name] for name in ("budget", "granted", "drawn", "day")),
        )
        for month, one in newest
    ]
    milestones = [
        (
            operations.title_of(month),
            f"M{row['number']} {row['title']}",
            row["planned"],
            row["done"],
            said(sentences.standing(row, one["day"])[1]),
        )
        for month, one in newest
        for row in one.get("milestones", ())
    ]
    columns = (MONTH, MILESTONE, PLANNED, DONE, STANDING)
    return [
        (said(REPORTS), [said(each) for each in head], rows),
        (said(MILESTONES), [said(each) for each in columns], milestones),
    ]


class Workbook(BrowserView):
    """@@monatsberichte-xlsx of a project."""

    def __call__(self):
        data = workbook.workbook_of(sheets(operations.reports(self.context)))
        name = f"{self.context.getId()}-berichte"
        return workbook.answer(self.request.response, data, name)
