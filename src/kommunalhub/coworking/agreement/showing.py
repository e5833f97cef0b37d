"""What pages tell of an agreement: plain values."""

from datetime import datetime
from kommunalhub.core import formatting
from kommunalhub.coworking import settings
from kommunalhub.coworking.agreement.storage import agreement_of


def shown(case):
    """Return {accepted: when, or None; first: whether nothing is booked before}, None for none."""
    agreement = agreement_of(case)
    if agreement is None:
        return None
    accepted = agreement.accepted
    when = formatting.moment(datetime.fromisoformat(accepted["when"])) if accepted else None
    return {"accepted": when, "first": settings.accepts_first()}
