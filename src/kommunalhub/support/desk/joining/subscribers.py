"""What follows for tickets that belong together: one call each."""

from kommunalhub.approvals.journal import entries
from kommunalhub.core.kept import kept
from kommunalhub.support import operations as support
from kommunalhub.support.clock import operations as clock
from kommunalhub.support.desk.joining import operations
from zope.container.interfaces import IContainerModifiedEvent


def noted(ticket, event):
    """A step may be one of others too; what is said on a merged ticket moves the other's clock."""
    if event.entry["kind"] == entries.TRANSITION:
        operations.moved(ticket, event.entry["action"])
    elif event.entry["kind"] == entries.MESSAGE and kept(ticket, "merged"):
        into = support.merged_into(ticket)
        if into is not None:
            clock.refresh(into)


def removed(ticket, event):
    """Let nothing point to what is gone."""
    if not IContainerModifiedEvent.providedBy(event) and event.object is ticket:
        operations.removed(ticket)
