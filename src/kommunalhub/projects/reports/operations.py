"""The verbs of reports: write one, remind of one. What was written before stays."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import EDITED
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import money
from kommunalhub.projects import rules as projects
from kommunalhub.projects import workflow
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.operations import today
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.indexers import cases_of
from kommunalhub.projects.months import first_of
from kommunalhub.projects.months import months as all_months
from kommunalhub.projects.partnership import partners_of
from kommunalhub.projects.reports import rules


#: So many versions of one month are kept; more would be a slip of a program.
MOST_VERSIONS = 30
NOTED = _("report_noted", default="Report of ${month} written")
NO_MONTH = _(
    "error_report_month", default="There is no report of this month: the project did not go on."
)
ENOUGH = _("error_report_versions", default="This report was written too often already.")
STATES = (*workflow.AT_WORK, workflow.FINISHED)


def title_of(month):
    """Return a month as people read it: „November 2026“."""
    return formatting.month(first_of(month))


def months(project):
    """Return the months that can be reported on, the newest first."""
    if not project.start or workflows.state_of(project) not in STATES:
        return ()
    return all_months(project.start, min(today(), project.end or today()))[::-1]


def reports(project):
    """Return {month: versions, the newest last}."""
    return dict(storage.book_of(project).reports)


def report(project, month):
    """Return the newest version of a month, or None."""
    versions = storage.book_of(project).reports.get(month, ())
    return versions[-1] if versions else None


def write(project, month, values):
    """Keep a report with the figures of now; the same again changes nothing. Raises Wrong."""
    if month not in months(project):
        raise Wrong({"happened": NO_MONTH})
    book = storage.ensured_book(project)
    versions = book.reports.get(month, ())
    told = {name: values[name] or "" for name in ("standing", "happened", "ahead")}
    if versions and all(versions[-1][name] == told[name] for name in told):
        return versions[-1]
    if len(versions) >= MOST_VERSIONS:
        raise Wrong({"happened": ENOUGH})
    made = {**told, **figures(project), "day": today(), "by": current_actor().userid}
    book.reports = {**book.reports, month: (*versions, made)}
    book.writes += 1
    said = in_site_language(_(NOTED, mapping={"month": title_of(month)}))
    IJournal(project).append(EDITED, current_actor().userid, comment=said)
    project.reindexObject(idxs=["awaiting", "modified"])
    return made


def figures(project):
    """Return what a report freezes, plain values: milestones, partners and money of today.

    Partners with the names of that day, the lead first; names and plans change, a report does not.
    """
    milestones = projects.in_order(storage.book_of(project).rows(storage.MILESTONE))
    found = projects.progress(milestones, today())
    standing = money.standing_of(project.budget, project.own_share, list(cases_of(project)))
    return {
        "project": project.title,
        "about": project.description or "",
        "partners": tuple(
            {"partner": one, "title": short_title_of(one)} for one in partners_of(project)
        ),
        "milestones": tuple(map(rules.frozen, milestones)),
        "reached": found.reached,
        "total": found.total,
        "late": found.late,
        "budget": standing.budget,
        "granted": standing.live.granted,
        "drawn": standing.live.drawn,
    }


def note_reminded(project, month):
    """Remember that the lead was reminded of a month; return whether it was not before."""
    book = storage.ensured_book(project)
    if month in book.reminded:
        return False
    book.reminded = (*book.reminded[-24:], month)
    book.writes += 1
    project.reindexObject(idxs=["awaiting"])
    return True
