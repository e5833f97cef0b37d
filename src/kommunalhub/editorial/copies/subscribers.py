"""What follows steps, copies that are started and thrown away, and pages that go."""

from kommunalhub.approvals import revisions
from kommunalhub.approvals.journal import entries
from kommunalhub.editorial.copies import closing
from kommunalhub.editorial.copies import operations
from kommunalhub.editorial.copies.interfaces import IChangedByCopy
from Products.CMFCore.WorkflowCore import ObjectDeleted


def step_taken(page, event):
    """Close what became public; a copy that was released is gone, which the workflow is told."""
    if event.transition is None or not revisions.is_revision(page):
        closing.settle(page)
        return
    comment = str((event.kwargs or {}).get("comment") or "").strip()
    if operations.follow_step(page, event.transition.id, comment):
        raise ObjectDeleted(event.new_state)


def roles_written(page, event):
    closing.settle(page)


def copy_started(event):
    if IChangedByCopy.providedBy(event.object):
        revisions.note(event.object, entries.STARTED)


def copy_discarded(event):
    if IChangedByCopy.providedBy(event.baseline):
        revisions.note(event.baseline, entries.DISCARDED)


def thing_goes(page, event):
    """Part a page and its copy, whichever of them goes."""
    if revisions.is_revision(page):
        operations.copy_goes(page)
    else:
        operations.page_goes(page)


def page_copied(page, event):
    operations.forget(page)
