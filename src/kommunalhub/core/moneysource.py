"""Where the money of something comes from: what was applied for, granted and drawn, as it stands.

Who shows money asks all sources and knows none of them; an offer that grants or gets money
registers one. Amounts are `Decimal` EUR.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from zope.component import getUtilitiesFor
from zope.interface import Attribute
from zope.interface import Interface


ZERO = Decimal(0)


@dataclass(frozen=True)
class Money:
    """How money stands. planned: applied for; granted; drawn: received."""

    planned: Decimal = ZERO
    granted: Decimal = ZERO
    drawn: Decimal = ZERO

    def __add__(self, other):
        return Money(
            self.planned + other.planned, self.granted + other.granted, self.drawn + other.drawn
        )


@dataclass(frozen=True)
class Source:
    """One thing that money comes by, as who asks may see it."""

    uid: str
    title: str
    url: str
    number: str
    state: str
    money: Money


class IMoneySource(Interface):
    """Named utility of an offer: the money behind its things."""

    portal_types = Attribute("The types of its things.")

    def seen(uids):
        """Return {uid: Source} of those that who asks may see, by one catalog query."""

    def sums(uids):
        """Return {uid: Money} of all of them, whoever asks: nothing else of them may be told."""


def seen(uids) -> Mapping[str, Source]:
    """Return {uid: Source} of all sources, of what who asks may see."""
    found = {}
    for _name, source in getUtilitiesFor(IMoneySource):
        found.update(source.seen(uids))
    return found


def sums(uids) -> Mapping[str, Money]:
    """Return {uid: Money} of all sources, whoever asks."""
    found = {}
    for _name, source in getUtilitiesFor(IMoneySource):
        found.update(source.sums(uids))
    return found


def total(found) -> Money:
    """Return the sum of several Moneys."""
    return sum(found, Money())
