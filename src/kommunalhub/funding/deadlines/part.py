"""What deadlines add to a case, see approvals.interfaces.ICasePart."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.funding.deadlines.storage import KEY


class DeadlinesPart(CasePart):
    """No copy of a case takes its deadlines along."""

    annotations = (KEY,)
