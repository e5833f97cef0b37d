"""How the money of an application stands, reckoned once for pages, REST and exports."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.money import figures
from kommunalhub.funding.money.drawdowns import rules
from kommunalhub.funding.money.interest import interest_of
from kommunalhub.funding.money.interest import NoRate
from kommunalhub.funding.money.storage import book_of
from kommunalhub.funding.money.terms import terms_of


class Account:
    """The money of one application on a day (today unless given); amounts are `Decimal` EUR."""

    def __init__(self, case, application, day=None):
        self.case = case
        self.application = application
        self.day = day or today()
        self.book = book_of(case, application.number)
        self.terms = terms_of(case, application)

    @cached_property
    def drawn(self):
        return self.book.drawn()

    @property
    def committed(self):
        return rules.committed(self.drawn)

    @property
    def received(self):
        return rules.received(self.drawn)

    @property
    def paid_back(self):
        return rules.total(one.amount for one in self.book.paid_back())

    @property
    def left(self):
        return rules.left(self.terms, self.drawn)

    @property
    def lapsed(self):
        return rules.lapsed(self.terms, self.drawn, self.day)

    @property
    def above(self):
        """What was received beyond the grant and not paid back yet."""
        return max(rules.above(self.terms, self.drawn) - self.paid_back, rules.ZERO)

    @property
    def spent(self):
        """Eligible payments so far."""
        return rules.total(one.amount for one in self.book.payments())

    @property
    def months(self):
        """The figure that says in how many months money has to be used."""
        return figures.use_months(self.day)

    @cached_property
    def parts(self):
        return rules.parts_of(
            self.terms,
            self.drawn,
            self.book.payments(),
            self.book.paid_back(),
            int(self.months.percent),
        )

    @cached_property
    def late(self):
        """The Parts that were used too late, or are not used although their time is over."""
        return [part for part in self.parts if part.is_late(self.day)]

    @cached_property
    def soon(self):
        """The Parts that are not used and whose time is over soon, but not yet."""
        return [
            part for part in rules.unused_soon(self.parts, self.day) if not part.is_late(self.day)
        ]

    @cached_property
    def interest(self):
        """The Interest that the funder may ask for, None where no base rate is known."""
        return self.interest_on([part.span(self.day) for part in self.late])

    @cached_property
    def at_stake(self):
        """The Interest on what is to be used soon, if it was used on the day after its time."""
        spans = [
            rules.Span(part.amount, part.came, part.limit + rules.ONE_DAY) for part in self.soon
        ]
        return self.interest_on(spans)

    @staticmethod
    def interest_on(spans):
        try:
            return interest_of(spans, figures.base_rates(), figures.points())
        except NoRate:
            return None


@dataclass(frozen=True)
class Sums:
    """What the money of an application, or of several, comes to: `Decimal` EUR."""

    applied: Decimal = rules.ZERO
    granted: Decimal = rules.ZERO
    drawn: Decimal = rules.ZERO
    paid_back: Decimal = rules.ZERO

    def __add__(self, other):
        return Sums(*(getattr(self, name) + getattr(other, name) for name in NAMES))


NAMES = ("applied", "granted", "drawn", "paid_back")


def sums_of(case):
    """Return {number: Sums} of the applications of a case."""
    return {
        number: sums_of_one(case, application)
        for number, application in funding_of(case).applications.items()
    }


def sums_of_one(case, application):
    account = Account(case, application)
    applied = application.amount if application.filed_on and application.amount else rules.ZERO
    return Sums(applied, account.terms.grant, account.received, account.paid_back)
