"""How much somebody may book: what quotas are, and when one is used up."""

from dataclasses import dataclass
from kommunalhub.booking.rules import DAYS
from kommunalhub.booking.rules import local_moment
from kommunalhub.booking.rules import MINUTE
from kommunalhub.booking.rules import period_of
from kommunalhub.booking.rules import Refusal
from kommunalhub.booking.rules import Span
from kommunalhub.booking.rules import WEEK


@dataclass(frozen=True)
class Quota:
    """How much of one kind of space a person or an administration may book ahead and use.

    whose: PERSON or PARTNER; unit: HOURS or DAYS; period: WEEK (from Monday) or MONTH.
    """

    whose: str
    amount: int
    unit: str = DAYS
    period: str = WEEK


def used(spans, quota, first, after):
    """Return how much of a quota spans take from the local day `first` to `after`, not counted.

    Hours are rounded up to the half of one; a day counts once, however often it is booked.
    """
    period = Span(local_moment(first, 0), local_moment(after, 0))
    cut = [
        Span(max(span.start, period.start), min(span.end, period.end))
        for span in spans
        if span.overlaps(period)
    ]
    if quota.unit == DAYS:
        return len({day for span in cut for day in span.days()})
    minutes = sum(span.length / MINUTE for span in cut)
    return -(-minutes // 30) / 2


def over_quota(span, others, quota):
    """Return the Refusal of a span that takes more than the quota leaves beside others, or None."""
    for period in {period_of(day, quota.period) for day in span.days()}:
        before = used(others, quota, *period)
        if used([*others, span], quota, *period) > quota.amount:
            facts = (
                ("whose", quota.whose),
                ("amount", quota.amount),
                ("used", before),
                ("unit", quota.unit),
                ("period", quota.period),
            )
            return Refusal("quota", "start", facts)
    return None
