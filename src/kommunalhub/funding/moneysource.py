"""The money of consultations, for whoever shows it: see core/moneysource.py."""

from decimal import Decimal
from kommunalhub.approvals import workflows
from kommunalhub.core.moneysource import IMoneySource
from kommunalhub.core.moneysource import Money
from kommunalhub.core.moneysource import Source
from kommunalhub.core.moneysource import total
from kommunalhub.core.tools import catalog
from zope.interface import implementer


TYPE = "FundingConsultation"


@implementer(IMoneySource)
class FundingMoney:
    """From what the catalog knows of the applications: no case is woken."""

    portal_types = (TYPE,)

    def seen(self, uids):
        if not uids:
            return {}
        brains = catalog()(portal_type=TYPE, UID=list(uids))
        return {
            brain.UID: Source(
                brain.UID,
                brain.Title,
                brain.getURL(),
                brain.case_number or "",
                workflows.state_title(TYPE, brain.review_state),
                money_of(brain),
            )
            for brain in brains
        }

    def sums(self, uids):
        if not uids:
            return {}
        brains = catalog().unrestrictedSearchResults(portal_type=TYPE, UID=list(uids))
        return {brain.UID: money_of(brain) for brain in brains}


def money_of(brain):
    """Return the Money of a consultation, known from the catalog."""
    rows = (brain.case_extra or {}).get("funding_sums", ())
    return total(
        Money(Decimal(row["applied"]), Decimal(row["granted"]), Decimal(row["drawn"]))
        for row in rows
    )
