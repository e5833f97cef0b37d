"""What the clock adds to a case."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.approvals.clock import operations


class ClockPart(CasePart):
    """With each step a term begins."""

    attributes = ("clock",)

    def moved(self, old_state, new_state):
        operations.enter(self.case, old_state, new_state)
        return operations.INDEXES
