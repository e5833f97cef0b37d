"""What the catalog knows of projects, so that no list wakes an object."""

from kommunalhub.approvals import workflows
from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.projects import attention
from kommunalhub.projects import rules
from kommunalhub.projects import settings
from kommunalhub.projects import workflow
from kommunalhub.projects.book import storage
from kommunalhub.projects.interfaces import IProject
from kommunalhub.projects.partnership import partners_of
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.interface import implementer


@indexer(IProject)
def project_text(obj):
    """Return what those who may see a project find it by."""
    parts = (obj.title, obj.description, obj.goal, obj.gain, kept(obj, "case_number"))
    return " ".join(part for part in parts if part)


@implementer(ICaseExtra)
@adapter(IProject)
class ProjectExtra:
    """What conditions, lists and calendars need; amounts as text, days in ISO form.

    milestones, tasks: see `row_of`; of tasks those that are open.
    """

    def __init__(self, context):
        self.context = context

    def __call__(self):
        project, book = self.context, storage.book_of(self.context)
        milestones = rules.in_order(book.rows(storage.MILESTONE))
        tasks = [row for row in book.rows(storage.TASK) if rules.is_open(row)]
        found = {
            "partners": partners_of(project),
            "theme_fields": sorted(project.theme_fields or ()),
            "budget": _text(project.budget),
            "own_share": _text(project.own_share),
            "start": project.start.isoformat() if project.start else None,
            "end": project.end.isoformat() if project.end else None,
            "milestones": tuple(row_of(storage.MILESTONE, row) for row in milestones),
            "tasks": tuple(row_of(storage.TASK, row) for row in rules.in_order(tasks)),
            "cases": tuple(cases_of(project)),
            "lessons": bool(book.lessons),
            "change": book.change is not None,
            "reports": tuple(sorted(book.reports)),
            "reported": reported_of(book.reports),
            "reminded": book.reminded,
        }
        if book.change is not None:
            after = book.change["after"]["partners"]
            found["consenting"] = rules.asked_of(found["partners"], after)
        today = formatting.to_local(formatting.now()).date()
        awaits = awaits_of(workflows.state_of(project), found, today)
        return found if awaits is None else {**found, "awaits": awaits}


def reported_of(reports):
    """Return {month, day, standing} of the report of the newest month, None without any."""
    if not reports:
        return None
    month = max(reports)
    newest = reports[month][-1]
    return {"month": month, "day": newest["day"].isoformat(), "standing": newest["standing"]}


def awaits_of(state, facts, today):
    """Return whom an agreed or running project awaits on a day, None where its step says it."""
    if state == workflow.AGREED:
        is_due = attention.may_begin(facts, today)
    elif state == workflow.RUNNING:
        is_due = attention.is_up_to_lead(facts, today, settings.report_day())
    else:
        return None
    return workflow.LEAD if is_due else ()


def cases_of(project):
    """Yield the UIDs of the funding cases of a project."""
    for relation in project.cases or ():
        case = relation.to_object
        if case is not None:
            yield case.UID()


def row_of(kind, row):
    """Return what the catalog keeps of a milestone or task."""
    return {
        "id": storage.id_of(kind, row["number"]),
        "title": row["title"],
        "planned": row["planned"].isoformat(),
        "done": row["done"].isoformat() if row["done"] else None,
        "open": rules.is_open(row),
        "dropped": bool(row["dropped"]),
        "moved": len(row["earlier"]),
        "before": row["earlier"][-1]["planned"].isoformat() if row["earlier"] else None,
        **{name: row[name] or "" for name in ("partner", "function", "person")},
    }


def _text(number):
    return None if number is None else str(number)
