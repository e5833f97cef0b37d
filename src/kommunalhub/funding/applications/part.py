"""What applications add to a case, see approvals.interfaces.ICasePart."""

from itertools import islice
from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.applications.storage import KEY


#: Of so many orders that wait the catalog knows, and so much of what they are about.
MOST, LONGEST = 20, 100


class ApplicationsPart(CasePart):
    """No copy of a case takes its applications along; conditions ask how far they are.

    overrides: [{application, order, what, by, asked_on}] of orders that wait for a second person.
    """

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
            "overrides": list(islice(overrides(applications), MOST)),
        }


def overrides(applications):
    """Yield what lists show of the orders that wait for a second person."""
    for application in applications:
        for order in application.pending.values():
            yield {
                "application": application.number,
                "order": order["number"],
                "what": order["what"][:LONGEST],
                "by": order["override"]["by"],
                "asked_on": order["override"]["asked_on"].isoformat(),
            }
