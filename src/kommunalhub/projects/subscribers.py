"""What projects do when something happens: one call each."""

from kommunalhub.projects import operations
from zope.container.interfaces import IContainerModifiedEvent


def project_modified(project, event):
    """Let roles follow the partners."""
    if not IContainerModifiedEvent.providedBy(event):
        operations.follow_partners(project)
