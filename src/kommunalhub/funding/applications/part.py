"""What applications add to a case, see approvals.interfaces.ICasePart."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.applications.storage import KEY


class ApplicationsPart(CasePart):
    """No copy of a case takes its applications along; conditions ask how far they are."""

    annotations = (KEY,)

    def known(self):
        applications = list(funding_of(self.case).applications.values())
        if not applications:
            return {}
        return {
            "applications": len(applications),
            "application_states": sorted({one.state for one in applications}),
            "has_filed": any(rules.is_filed(one.state) for one in applications),
            "has_grant": any(rules.granted(one.notices) for one in applications),
            "waiting": sum(one.state in rules.WAITING for one in applications),
        }
