"""The verbs of lessons: write them down, hand them over to a report of experience."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import EDITED
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.lessons import ILessonsTaker
from kommunalhub.projects import workflow
from kommunalhub.projects.book import storage
from kommunalhub.projects.lessons.schemas import ILessons
from kommunalhub.projects.lessons.schemas import IReportOfIt
from kommunalhub.projects.lessons.schemas import REPORT_FIELDS
from kommunalhub.projects.partnership import partners_of
from zope.component import queryUtility


NOTED = _("lessons_noted", default="„What we have learned“ written")
HANDED_OVER = _(
    "lessons_handed_over", default="„What we have learned“ handed over to a report of experience"
)


class NotHandedOver(ValueError):
    """Lessons that cannot be handed over; args[0] says why (translatable)."""


NOT_OVER = _(
    "error_lessons_not_over",
    default="A report of experience is made once the project is over and „What we have learned“ is "
    "written.",
)
THERE = _(
    "error_lessons_there",
    default="There is a report of experience of this project already, which you may not see.",
)


def lessons_of(project):
    """Return what was written as {name: text}, {} where nothing was."""
    return dict(storage.book_of(project).lessons or {})


def write(project, values):
    """Keep what was learned; the same again changes nothing."""
    book = storage.ensured_book(project)
    found = {name: values[name].strip() for name in ILessons.names()}
    if book.lessons == found:
        return
    book.lessons = found
    book.writes += 1
    IJournal(project).append(EDITED, current_actor().userid, comment=in_site_language(NOTED))
    project.reindexObject(idxs=["awaiting", "modified"])


def lessons(project):
    """Return the fields of a report of experience that a project leads to, or None without lessons.

    Plain values, see core.lessons.ILessonsTaker. No name of a person is among them.
    """
    found = lessons_of(project)
    if not found:
        return None
    return {
        "title": project.title,
        "description": project.description or "",
        "what": project.goal,
        "cost": project.budget,
        "start": project.start,
        "end": ended(project),
        "theme_fields": sorted(project.theme_fields or ()),
        "source": project.UID(),
        **found,
    }


def prefilled(project):
    """Return {field of IReportOfIt: text} as a project fills them."""
    found = lessons(project)
    return {name: (found[name] or "")[: IReportOfIt[name].max_length] for name in REPORT_FIELDS}


def ended(project):
    """Return the day on which a project was over; today while it goes on."""
    last = IJournal(project).last("transition") if is_over(project) else None
    when = datetime.fromisoformat(last["when"]) if last else formatting.now()
    return formatting.to_local(when).date()


def is_over(project):
    return workflows.state_of(project) in workflow.OVER


def can_be_handed_over(project):
    """Return whether there is a report to make, and somebody keeps reports at all."""
    return is_over(project) and bool(lessons_of(project)) and taker() is not None


def taker():
    """Return who keeps reports of experience, None where nobody does."""
    return queryUtility(ILessonsTaker)


def hand_over(project, values):
    """Return (report of experience, whether it is new). Raises NotHandedOver.

    values: texts by name that stand for those of the project.
    """
    if not can_be_handed_over(project):
        raise NotHandedOver(NOT_OVER)
    found = {**lessons(project), **values}
    is_new = not taker().is_taken(found["source"])
    try:
        report = taker().take(found, partners_of(project)[0])
    except LookupError as error:
        raise NotHandedOver(THERE) from error
    if is_new:
        # Of two who hand over at once one is tried again here, and finds the other's report.
        storage.ensured_book(project).writes += 1
        said = in_site_language(HANDED_OVER)
        IJournal(project).append(EDITED, current_actor().userid, comment=said)
    return report, is_new
