"""What it adds to a case that somebody can work on it."""

from kommunalhub.approvals.assignment import operations
from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.approvals.processes import process_of


class AssignmentPart(CasePart):
    """With each step it ends, but for cases that are a conversation."""

    attributes = ("assigned",)

    def moved(self, old_state, new_state):
        process = process_of(self.case.portal_type)
        if process is not None and process.talks and process.step(new_state).awaits:
            return ()
        operations.end(self.case)
        return ("assigned",)
