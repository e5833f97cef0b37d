"""POST @change: change what was agreed; the answer says whether the partners are asked."""

from kommunalhub.approvals import workflows
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.projects.book.typed import values_of
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.changes import operations
from kommunalhub.projects.changes.schemas import IChange
from plone.protect.interfaces import IDisableCSRFProtection
from zope.interface import alsoProvides


class ChangePost(OwnService):
    """POST @change {goal, budget, own_share, end, reason}: what is not sent stays as it is."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        data = body_of(self.request)
        try:
            values = values_of(IChange, data, self.context, operations.agreed_on(self.context))
            asked = operations.ask(self.context, values)
        except Wrong as wrong:
            return refused(wrong.errors, self.request)
        return {"asks_partners": asked, "review_state": workflows.state_of(self.context)}
