"""What follows when a file comes into a case, is changed or goes, by any channel."""

from kommunalhub.approvals import operations
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.processes import is_page
from zope.container.interfaces import IContainerModifiedEvent


def file_added(obj, event):
    case = case_around(event.newParent)
    if event.object is obj and case is not None:
        files.require_sound(obj)
        operations.note_edit(case, "file", "added", [files.name_of(obj)])


def file_removed(obj, event):
    case = case_around(event.oldParent)
    if event.object is obj and case is not None:
        operations.note_edit(case, "file", "removed", [files.name_of(obj)])


def file_edited(obj, event):
    case = case_around(getattr(obj, "__parent__", None))
    if case is not None and not IContainerModifiedEvent.providedBy(event):
        files.require_sound(obj)
        operations.note_edit(case, "file", "changed", [files.name_of(obj)])


def case_around(parent):
    """Return the case that a file lies in, or None; a folder of pages is none."""
    return parent if IApprovable.providedBy(parent) and not is_page(parent) else None
