"""The verbs of lessons: write them down, hand them over to a report of experience."""

from kommunalhub import _
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import EDITED
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.projects.book import storage
from kommunalhub.projects.lessons.schemas import ILessons


#: The type that a project hands its lessons over to, where it is there.
NOTED = _("lessons_noted", default="„What we have learned“ written")


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

    Plain values: title, what, for_whom, cost (Decimal EUR), start, end (dates), worked, went_wrong,
    again, contact, source (UID of the project). No name of a person is among them.
    """
    found = lessons_of(project)
    if not found:
        return None
    return {
        "title": project.title,
        "what": project.goal,
        "cost": project.budget,
        "start": project.start,
        "end": min(project.end, formatting.to_local(formatting.now()).date()),
        "source": project.UID(),
        **found,
    }
