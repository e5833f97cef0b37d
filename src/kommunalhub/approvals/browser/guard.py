"""The view that workflow definitions ask."""

from kommunalhub.approvals import operations
from Products.Five import BrowserView


class CaseGuard(BrowserView):
    """Tells a DCWorkflow guard what the conditions of the case's process say.

    python:object.restrictedTraverse('@@case-guard').allows('release')
    """

    def allows(self, transition):
        return bool(operations.check(self.context, transition))
