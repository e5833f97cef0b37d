"""The report of a month on paper, for the committee."""

from datetime import datetime
from datetime import time
from kommunalhub import _
from kommunalhub.approvals.casefile.contents import brand
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import rules
from kommunalhub.projects import said
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.operations import today
from kommunalhub.projects.partnership import partners_of
from kommunalhub.projects.reports import operations
from kommunalhub.projects.reports.schemas import IReport
from kommunalhub.projects.reports.schemas import STANDINGS


TITLE = _("report_title", default="${project}: report of ${month}")
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
    title = said_of(
        _(TITLE, mapping={"project": project.title, "month": operations.title_of(month)})
    )
    number = kept(project, "case_number") or project.getId()
    rows = [
        (IReport["standing"].title, said_of(STANDINGS[found["standing"]])),
        (
            _("label_project_lead", default="Lead"),
            named(partners_of(project)[:1]),
        ),
        (
            _("label_project_partners", default="Partners"),
            named(partners_of(project)),
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
    milestones = rules.in_order(storage.book_of(project).rows(storage.MILESTONE))
    if milestones:
        sections.append(
            {
                "title": said_of(_("caption_milestones", default="Milestones of the project")),
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
        "description": project.description or title,
        "lang": "de",
        "about": project.description or "",
        "footer": f"{number} · {operations.title_of(month)}",
        "page": said_of(_("casefile_page", default="Page {page} of {pages}")),
        "brand": {name: brand(name) for name in ("name", "place")},
        "mark": said_of(_("casefile_mark", default="Mark: ${hub}", mapping={"hub": brand("name")})),
        "summary": {"kind": "facts", "rows": [[said_of(label), value] for label, value in rows]},
        "sections": sections,
    }


def named(partners):
    return ", ".join(map(short_title_of, partners))


def said_of(message):
    return in_site_language(message)


def _row(one):
    standing = said_of(said.standing(one, today())[1])
    return [f"M{one['number']} · {one['title']}", formatting.day(one["planned"]), standing]
