"""What it adds to a page that it can be decided on for later."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.approvals.timing import reading


class TimingPart(CasePart):
    """No copy is planned, and no older version brings a plan back."""

    attributes = (reading.PLAN,)

    def known(self):
        plan = reading.plan_of(self.case)
        if plan is None:
            return {}
        return {"planned": plan.release, "appears": plan.moment.isoformat()}
