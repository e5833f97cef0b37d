"""On what terms a space is booked: its own settings, with what its administration has closed."""

from kommunalhub.approvals.clock.settings import closed_for
from kommunalhub.booking import rules
from kommunalhub.booking.quotas import Quota
from kommunalhub.booking.rules import Terms
from kommunalhub.lib import typedhours


def terms_of(space):
    """Return the Terms of a Space as it is set now."""
    quotas = [
        Quota(whose, amount, space.quota_unit, space.quota_period)
        for whose, amount in (
            (rules.PERSON, space.person_quota),
            (rules.PARTNER, space.partner_quota),
        )
        if amount
    ]
    return Terms(
        hours=typedhours.parse_hours(space.opening or ""),
        closed=typedhours.parse_days(space.closed_days or "") | closed_for(space.partner),
        notice=space.notice or 0,
        horizon=space.horizon,
        shortest=space.shortest or 0,
        longest=space.longest,
        before=space.buffer_before or 0,
        after=space.buffer_after or 0,
        quotas=tuple(quotas),
    )
