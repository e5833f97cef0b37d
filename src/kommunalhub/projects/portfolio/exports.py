"""The portfolio as a workbook and on paper, as far as who asks may see it."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.core import formatting
from kommunalhub.core import workbook
from kommunalhub.core.language import in_site_language
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import months
from kommunalhub.projects import workflow
from kommunalhub.projects.book.operations import today
from kommunalhub.projects.portfolio import reading
from Products.Five import BrowserView


NAME = _("section_projects", default="Projects")
NUMBER = _("column_number", default="Number")
PROJECT = _("column_project", default="Project")
LEAD = _("column_lead", default="Lead")
PARTNERS = _("label_project_partners", default="Partners")
FIELDS = _("label_project_fields", default="Fields of the theme")
STANDING = _("column_project_standing", default="How it stands")
NEXT = _("column_next", default="Next")
BUDGET = _("project_money_agreed", default="Budget")
OWN = _("label_project_own_share", default="Own share of the partners")
APPLIED = _("project_money_applied", default="Applied for")
GRANTED = _("project_money_granted", default="Granted")
RECEIVED = _("column_received", default="Received")
BEGINS = _("label_project_start", default="Begins on")
REPORTED = _("column_reported", default="Last report")
MONTH = _("column_report_month", default="It is about")
ENDS = _("label_project_end", default="Ends on")
MILESTONES = _("sheet_milestones", default="Milestones")
MILESTONE = _("column_milestone", default="Milestone")
PLANNED = _("column_planned", default="Planned")
DONE = _("label_project_done_on", default="Done on")
REPORT = _("portfolio_report", default="Projects of the hub, as of ${day}")
TOTAL = _("heading_portfolio_total", default="All of them together")
FILE = "projekte"
#: What the table on paper shows, and which of it are amounts.
PRINTED = (PROJECT, STANDING, NEXT, REPORTED, BUDGET, RECEIVED)
AMOUNTS = [PRINTED.index(BUDGET), PRINTED.index(RECEIVED)]


def said(message):
    return in_site_language(message)


def sheets(lines):
    """Return [(title, column titles, rows)] for core.workbook: projects, and their milestones."""
    fields = titles_of("kommunalhub.project_fields")
    head = (NUMBER, PROJECT, LEAD, PARTNERS, FIELDS, STANDING, BEGINS, ENDS, NEXT)
    head = (*head, BUDGET, OWN, APPLIED, GRANTED, RECEIVED, REPORTED, MONTH)
    projects = [
        (
            one.number,
            one.title,
            short_title_of(one.partner),
            ", ".join(map(short_title_of, one.partners)),
            ", ".join(said(fields.get(token, token)) for token in one.fields),
            said(workflows.state_title(workflow.TYPE, one.state)),
            one.first,
            one.last,
            following(one),
            one.budget,
            one.own_share,
            one.money.planned,
            one.money.granted,
            one.money.drawn,
            *reported(one),
        )
        for one in lines
    ]
    milestones = [
        (one.number, one.title, f"{row['id']} {row['title']}", row["planned"], row["done"])
        for one in lines
        for row in one.milestones
        if not row["dropped"]
    ]
    return [
        (said(NAME), [said(each) for each in head], projects),
        (
            said(MILESTONES),
            [said(each) for each in (NUMBER, PROJECT, MILESTONE, PLANNED, DONE)],
            milestones,
        ),
    ]


def reported(line):
    """Return (day, month) of the last report, Nones without any."""
    if line.reported is None:
        return None, None
    return line.reported["day"], formatting.month(months.first_of(line.reported["month"]))


def following(line):
    """Return what comes next, "" where nothing does or the project is over."""
    row = line.following
    if row is None or line.state in workflow.OVER:
        return ""
    return f"{row['id']} {row['title']}, {formatting.day(row['planned'])}"


def paper(lines):
    """Return what is printed, in the shape that casefile/akte.typ asks for."""
    titles = titles_of("kommunalhub.project_fields")
    budget, own_share, money = reading.sums(lines)
    title = said(_(REPORT, mapping={"day": formatting.day(today())}))
    rows = [
        (BUDGET, formatting.money(budget)),
        (OWN, formatting.money(own_share)),
        (GRANTED, formatting.money(money.granted)),
        (RECEIVED, formatting.money(money.drawn)),
    ]
    head = [said(each) for each in PRINTED]
    other = said(_("project_field_other", default="Other fields"))
    return {
        "title": title,
        "description": title,
        "about": said(TOTAL),
        "footer": f"{said(NAME)} · {formatting.day(today())}",
        "summary": {"kind": "facts", "rows": [[said(label), value] for label, value in rows]},
        "sections": [
            {
                "title": said(name) if name else other,
                "blocks": [
                    {
                        "kind": "table",
                        "head": head,
                        "rows": [_row(one) for one in found],
                        "widths": [11, 8, 10, 9, 8, 8],
                        "exact": None,
                        "right": AMOUNTS,
                    }
                ],
            }
            for _token, name, found in reading.by_field(lines, titles)
        ],
    }


def _row(one):
    state = said(workflows.state_title(workflow.TYPE, one.state))
    amounts = (formatting.money(one.budget), formatting.money(one.money.drawn))
    day = formatting.day(one.reported["day"]) if one.reported else "–"
    return [f"{one.title} ({one.number})", state, following(one) or "–", day, *amounts]


class Workbook(BrowserView):
    """@@projekte-xlsx."""

    def __call__(self):
        data = workbook.workbook_of(sheets(reading.lines()))
        return workbook.answer(self.request.response, data, FILE)


class Paper(BrowserView):
    """@@projekte-pdf: for the committee."""

    def __call__(self):
        response = self.request.response
        response.setHeader("Content-Type", "application/pdf")
        response.setHeader("Content-Disposition", f'attachment; filename="{FILE}.pdf"')
        response.setHeader("Cache-Control", "private, no-store")
        return pdf_of(paper(reading.lines()), int(formatting.now().timestamp()))
