"""What support adds to its cases: until when they are due follows from the service clock."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.support.clock import operations
from kommunalhub.support.interfaces import ISupportTicket
from zope.component import adapter


@adapter(ISupportTicket)
class ServiceClock(CasePart):
    """Working days of states have no say in when a ticket is due."""

    def due(self, due):
        return operations.due_of(self.case)
