"""The report of a month on paper, for the committee."""

from datetime import datetime
from datetime import time
from kommunalhub import _
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.projects.reports import operations
from kommunalhub.projects.reports import shown
from kommunalhub.projects.reports.schemas import IReport
from kommunalhub.projects.reports.schemas import STANDINGS


TITLE = _("report_title", default="${project}: report of ${month}")
MILESTONES = _("report_milestones_then", default="How the milestones stood on that day")
HEAD = (
    _("column_milestone", default="Milestone"),
    _("column_planned", default="Planned"),
    _("column_project_standing", default="How it stands"),
)


def printed(project, month, found):
    """Return the PDF of a version of a month's report."""
    moment = datetime.combine(found["day"], time(12), tzinfo=formatting.BERLIN)
    return pdf_of(data_of(project, month, found), int(moment.timestamp()))


def data_of(project, month, found):
    """Return what is printed, in the shape that casefile/akte.typ asks for."""
    name, about = found.get("project", project.title), found.get("about", project.description)
    title = said_of(_(TITLE, mapping={"project": name, "month": operations.title_of(month)}))
    number = kept(project, "case_number") or project.getId()
    rows = [
        (IReport["standing"].title, said_of(STANDINGS[found["standing"]])),
        (
            _("label_project_lead", default="Lead"),
            shown.lead_of(found),
        ),
        (
            _("label_project_partners", default="Partners"),
            shown.partners_of(found),
        ),
        (
            _("report_milestones", default="Milestones reached"),
            said_of(_("report_reached", default="${reached} of ${total}", mapping=found)),
        ),
        (_("project_money_agreed", default="Budget"), formatting.money(found["budget"])),
        (_("project_money_granted", default="Granted"), formatting.money(found["granted"])),
        (_("project_money_drawn", default="of it received"), formatting.money(found["drawn"])),
        (_("report_written_on", default="Written on"), formatting.day(found["day"])),
    ]
    sections = [
        {"title": said_of(IReport[name].title), "blocks": [{"kind": "text", "text": found[name]}]}
        for name in ("happened", "ahead")
        if found[name]
    ]
    milestones = shown.milestones_of(found)
    if milestones:
        sections.append(
            {
                "title": said_of(MILESTONES),
                "blocks": [
                    {
                        "kind": "table",
                        "head": [said_of(one) for one in HEAD],
                        "rows": [_row(one) for one in milestones],
                        "widths": [6, 3, 4],
                        "exact": None,
                    }
                ],
            }
        )
    return {
        "title": title,
        "description": about or title,
        "about": about or "",
        "footer": f"{number} · {operations.title_of(month)}",
        "summary": {
            "kind": "facts",
            "rows": [[said_of(label), value] for label, value in rows if value],
        },
        "sections": sections,
    }


def said_of(message):
    return in_site_language(message)


def _row(one):
    return [f"{one['id']} · {one['title']}", one["day"], said_of(one["standing"])]
