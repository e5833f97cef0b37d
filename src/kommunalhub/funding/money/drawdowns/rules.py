"""How much of a grant may be drawn, and when, as pure functions; amounts are `Decimal` EUR.

Money may be drawn for payments that are due within two months of the payout; shares and fixed sums
in proportion to own and other funds, a gap only after them (ANBest-Gk 1.2, see funding-law.md).

>>> terms = Terms(Decimal("135375"), eligible=Decimal("180500"), financing="share")
>>> entitled(terms, Decimal(40000))
Decimal('30000.00')
>>> left(terms, [Drawdown(1, date(2027, 1, 4), Decimal(30000))])
Decimal('105375')
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from decimal import Decimal
from decimal import ROUND_DOWN
from kommunalhub.funding.money.interest import Span
from kommunalhub.lib.money import CENT

import calendar


ZERO = Decimal(0)
ONE_DAY = timedelta(days=1)
SHARE, GAP, FIXED, FULL = "share", "gap", "fixed", "full"
#: What stands in the way of a drawdown.
NO_GRANT, NOT_FINAL, TOO_EARLY, TOO_LATE, ABOVE_GRANT, ABOVE_NEED = (
    *("no_grant", "not_final", "too_early", "too_late", "above_grant", "above_need"),
)


@dataclass(frozen=True)
class Terms:
    """What the notices in force say together.

    grant: what was granted; eligible: the costs it was reckoned from; own, third: the funds of the
    plan beside it. needs_final: paid only once the notice is beyond appeal; final_on: since when it
    is. Days may be None: not known.
    """

    grant: Decimal
    eligible: Decimal | None = None
    financing: str = SHARE
    rate: Decimal | None = None
    own: Decimal = ZERO
    third: Decimal = ZERO
    granted_on: date | None = None
    period_from: date | None = None
    period_to: date | None = None
    drawdown_by: date | None = None
    needs_final: bool = False
    final_on: date | None = None

    @property
    def last_day(self):
        """The last day on which money may be asked for, None without one."""
        return self.drawdown_by or self.period_to


@dataclass(frozen=True)
class Drawdown:
    """One drawdown: asked for on a day; received (None: not yet) on another; or given up."""

    number: int
    asked_on: date
    asked: Decimal
    received_on: date | None = None
    received: Decimal | None = None
    dropped: bool = False

    @property
    def counts(self):
        """What it takes of the grant: what came, until then what was asked for."""
        if self.dropped:
            return ZERO
        return self.asked if self.received is None else self.received

    @property
    def is_open(self):
        return not self.dropped and self.received is None


@dataclass(frozen=True)
class Payment:
    """Money on a day: paid for the project, or paid back to the funder."""

    day: date
    amount: Decimal


@dataclass(frozen=True)
class Refusal:
    """Why a drawdown is not allowed: a code of above, with what the sentence needs."""

    code: str
    amount: Decimal | None = None
    day: date | None = None


def total(amounts):
    return sum(amounts, ZERO)


def committed(drawdowns):
    """Return what of the grant is received or asked for."""
    return total(one.counts for one in drawdowns)


def received(drawdowns):
    """Return what has come."""
    return total(one.counts for one in drawdowns if one.received is not None)


def left(terms, drawdowns):
    """Return what may still be drawn, never negative. What was paid back is not drawn again."""
    return max(terms.grant - committed(drawdowns), ZERO)


def above(terms, drawdowns):
    """Return what was received beyond the grant, as after a change of the notice."""
    return max(received(drawdowns) - terms.grant, ZERO)


def entitled(terms, spent):
    """Return what of the grant belongs to eligible payments of `spent`, rounded down to the cent.

    A share and a fixed sum go with own and other funds in proportion; a gap comes after them.
    """
    spent = max(spent, ZERO)
    if terms.financing == GAP:
        found = max(spent - terms.own - terms.third, ZERO)
    elif terms.financing == FULL:
        found = spent
    elif terms.eligible:
        found = spent * terms.grant / terms.eligible
    else:
        found = spent if terms.rate is None else spent * terms.rate / 100
    return min(terms.grant, found).quantize(CENT, ROUND_DOWN)


def months_after(day, months):
    """Return the day so many months later, the last of the month where it has no such day.

    >>> months_after(date(2026, 12, 31), 2), months_after(date(2027, 11, 15), 2)
    (datetime.date(2027, 2, 28), datetime.date(2028, 1, 15))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    last = calendar.monthrange(year, month)[1]
    return day.replace(year=year, month=month, day=min(day.day, last))


def refusal(terms, drawdowns, amount, day, spent=ZERO, due=None):
    """Return the Refusal of a drawdown of `amount` asked for on `day`, None where it is allowed.

    spent: eligible payments so far; due: those due within two months of the payout, None where
    nobody says, then the proportion is not looked at.
    """
    if terms.grant <= 0:
        return Refusal(NO_GRANT)
    if terms.needs_final and (terms.final_on is None or day < terms.final_on):
        return Refusal(NOT_FINAL, day=terms.final_on)
    first = max((one for one in (terms.granted_on, terms.period_from) if one), default=None)
    if first is not None and day < first:
        return Refusal(TOO_EARLY, day=first)
    if terms.last_day is not None and day > terms.last_day:
        return Refusal(TOO_LATE, day=terms.last_day)
    rest = left(terms, drawdowns)
    if amount > rest:
        return Refusal(ABOVE_GRANT, amount=rest)
    if due is not None:
        allowed = max(entitled(terms, spent + due) - committed(drawdowns), ZERO)
        if amount > allowed:
            return Refusal(ABOVE_NEED, amount=allowed)
    return None


def may_be_asked(terms, drawdowns, day) -> bool:
    """Return whether something can be asked for on a day."""
    return left(terms, drawdowns) > 0 and refusal(terms, drawdowns, CENT, day) is None


def refusal_of_receipt(terms, drawdowns, number, amount):
    """Return the Refusal of receiving `amount` for a drawdown, None where it is allowed."""
    others = [one for one in drawdowns if one.number != number]
    (this,) = [one for one in drawdowns if one.number == number]
    most = min(this.asked, max(terms.grant - committed(others), ZERO))
    return Refusal(ABOVE_GRANT, amount=most) if amount > most else None


def lapsed(terms, drawdowns, today):
    """Return what lapsed because nobody drew it in time (Mittelverfall); nothing before the end."""
    if terms.last_day is None or today <= terms.last_day:
        return ZERO
    return left(terms, drawdowns)


# How long the money lay.

#: Why interest may be asked: not used in time, or used in time while own or other funds were due.
UNUSED, OWN_FUNDS = "unused", "own_funds"


@dataclass(frozen=True)
class Portion:
    """A part of a drawdown: when it came, until when it had to be used, when it was (or None)."""

    number: int
    amount: Decimal
    came: date
    limit: date
    used: date | None
    why: str = UNUSED

    def is_late(self, today):
        return (self.used or today) > self.limit

    def span(self, today):
        """Return the Span for which interest may be asked: from the payout to the use."""
        return Span(self.amount, self.came, self.used or max(today, self.came))


def parts_of(terms, drawdowns, payments, backs, months):
    """Return the Parts into which payments and repayments cut what was received, in time order.

    payments: eligible ones; they use of the grant what belongs to them beside own and other funds.
    backs: paid back to the funder. months: in which money has to be used. What came first is used
    first; a payment before the money came uses it on the day it comes.
    """
    uses = sorted((*_shares(terms, payments), *backs), key=lambda one: one.day)
    uses = [[one.day, one.amount] for one in uses if one.amount > 0]
    came = [one for one in drawdowns if one.received]
    found, sofar = [], ZERO
    for one in sorted(came, key=lambda one: (one.received_on, one.number)):
        rest, limit = one.received, months_after(one.received_on, months)
        sofar += one.received
        done = _until(payments, limit) + _until(backs, limit) >= sofar
        why = OWN_FUNDS if done else UNUSED
        while rest > 0:
            used, taken = None, rest
            if uses:
                used, taken = max(uses[0][0], one.received_on), min(rest, uses[0][1])
                uses[0][1] -= taken
                if not uses[0][1]:
                    del uses[0]
            found.append(Portion(one.number, taken, one.received_on, limit, used, why))
            rest -= taken
    return found


def _shares(terms, payments):
    """Yield what each payment uses of the grant, day by day; their sum is what all of them do."""
    before = spent = ZERO
    for one in sorted(payments, key=lambda one: one.day):
        spent += one.amount
        now = entitled(terms, spent)
        yield Payment(one.day, now - before)
        before = now


def _until(payments, day):
    return total(one.amount for one in payments if one.day <= day)


def late_spans(parts, today):
    """Return the Spans for which interest may be asked."""
    return [part.span(today) for part in parts if part.is_late(today)]


def unused_soon(parts, today, days=21):
    """Return the Parts that are not used and have to be within so many days, or had to be."""
    soon = today + timedelta(days=days)
    return [part for part in parts if part.used is None and part.limit <= soon]
