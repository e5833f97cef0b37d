"""What follows when somebody sets who is responsible for a page or folder, or how often."""

from Acquisition import aq_base
from kommunalhub.approvals.case.changes import differing
from kommunalhub.approvals.reviewing import operations
from zope.container.interfaces import IContainerModifiedEvent


FIELDS = ("responsible", "review_months")


def settings_changed(obj, event):
    """Bring a page, or all that stands in a folder, to what was set."""
    said = [name for name in FIELDS if name in vars(aq_base(obj))]
    if IContainerModifiedEvent.providedBy(event) or not differing(obj, said):
        return
    if getattr(obj, "isPrincipiaFolderish", False):
        operations.refresh_below(obj)
    else:
        operations.refresh(obj)
