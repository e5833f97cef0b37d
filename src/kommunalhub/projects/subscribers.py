"""What projects do when something happens: one call each."""

from kommunalhub.projects import operations
from kommunalhub.projects.changes import operations as changes
from zope.container.interfaces import IContainerModifiedEvent


def project_modified(project, event):
    """Let roles follow the partners."""
    if not IContainerModifiedEvent.providedBy(event):
        operations.follow_partners(project)


def project_moved(project, event):
    """Let a change that waits come true or go."""
    if event.transition is not None:
        changes.follow(project, event.transition.id)
