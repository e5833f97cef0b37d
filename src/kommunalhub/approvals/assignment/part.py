"""What it adds to a case that somebody can work on it."""

from kommunalhub.approvals.assignment import operations
from kommunalhub.approvals.case.parts import CasePart


class AssignmentPart(CasePart):
    """With each step it ends."""

    attributes = ("assigned",)

    def moved(self, old_state, new_state):
        operations.end(self.case)
        return ("assigned",)
