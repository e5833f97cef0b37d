"""What the catalog knows of who works on a case."""

from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.assignment.rules import NOBODY
from kommunalhub.approvals.interfaces import IApprovable
from plone.indexer.decorator import indexer


@indexer(IApprovable)
def assigned(obj):
    """Return who works on the case; NOBODY is a value too, so that it can be asked for."""
    return assigned_to(obj) or NOBODY
