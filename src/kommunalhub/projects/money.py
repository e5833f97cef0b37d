"""The money of a project as it stands: agreed by the partners, live from the cases tied to it."""

from dataclasses import dataclass
from decimal import Decimal
from kommunalhub.core import moneysource
from kommunalhub.core.moneysource import Money
from kommunalhub.projects import rules


@dataclass(frozen=True)
class Standing:
    """How the money of a project stands.

    live: the Money of all cases together; sources: the Sources that who asks may see; hidden: how
    many cases there are besides.
    """

    budget: Decimal
    own_share: Decimal
    live: Money
    sources: tuple
    hidden: int

    @property
    def gap(self):
        """What is neither granted nor paid by the partners."""
        return max(self.budget - self.own_share - self.live.granted, rules.ZERO)


def standing_of(budget, own_share, uids):
    """Return the Standing of a project with these cases."""
    sums, seen = moneysource.sums(uids), moneysource.seen(uids)
    return Standing(
        budget or rules.ZERO,
        own_share or rules.ZERO,
        moneysource.total(sums.values()),
        tuple(seen[uid] for uid in uids if uid in seen),
        len(set(sums) - set(seen)),
    )


def parts(budget, money):
    """Return (spent, granted beyond that) of a budget in percent, for a bar; never above 100.

    >>> parts(Decimal(200), Money(granted=Decimal(100), drawn=Decimal(50)))
    (25, 25)
    """
    if not budget:
        return 0, 0
    drawn = min(round(100 * money.drawn / budget), 100)
    granted = min(round(100 * money.granted / budget), 100)
    return drawn, max(granted - drawn, 0)
