"""Which applications show, and to whom."""

from kommunalhub.approvals import workflows
from kommunalhub.funding.applications.permissions import SHOWN
from kommunalhub.funding.applications.storage import funding_of
from zExceptions import NotFound


def application_shown(case, number):
    """Return an application of a case that shows them by now. Raises NotFound."""
    found = None
    if number is not None and workflows.state_of(case) in SHOWN:
        found = funding_of(case).applications.get(number)
    if found is None:
        raise NotFound(str(number))
    return found
