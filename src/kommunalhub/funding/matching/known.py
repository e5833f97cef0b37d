"""What is known of a project and of a programme, and what a judgement on them is. Pure."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from decimal import Decimal
from kommunalhub.lib.workdays import NONE_CLOSED
from typing import NamedTuple


#: What a reason does: speaks for a programme, asks something, stands in the way, rules it out.
FOR, OPEN, AGAINST, RULED_OUT = "for", "open", "against", "out"


@dataclass(frozen=True)
class Project:
    """What is known of a project; `today` is the day on which it is asked."""

    today: date
    topics: frozenset = frozenset()
    applicant: frozenset = frozenset()  # tokens of funding_eligible that the applicant answers to
    areas: frozenset = frozenset()  # tokens of funding_areas in which the applicant lies
    total_cost: Decimal | None = None
    own_funds: Decimal | None = None
    other_funds: Decimal | None = None
    start: date | None = None  # wished start of work
    council: date | None = None  # next session that can decide on the application
    closed: frozenset = NONE_CLOSED


class Programme(NamedTuple):
    """What the catalogue knows of a programme, side after side."""

    uid: str
    # what it is for
    topics: frozenset = frozenset()
    eligible: frozenset = frozenset()
    areas: frozenset = frozenset()
    # its money
    rate: Decimal | None = None
    own_share: Decimal | None = None
    min_amount: Decimal | None = None
    max_amount: Decimal | None = None
    threshold: Decimal | None = None
    threshold_on: str = "grant"  # what the threshold is about: the grant or the costs
    third_party: str | None = None  # what the money of others does, see own_money
    cumulable: str | None = None
    # its days, and what to know besides
    deadline_kind: str = "call"
    deadline: date | None = None  # the last day of the call that decides
    opens: date | None = None  # its first day
    valid_from: date | None = None
    valid_until: date | None = None
    early_start: str | None = None
    state_aid: str | None = None
    checked_on: date | None = None


#: The parts of a Programme that are judged without the others; many programmes share one of them.
PURPOSE, MONEY, DAYS = slice(1, 4), slice(4, 12), slice(12, None)


@dataclass(frozen=True)
class Reason:
    """One judgement: its sign, what it is about, and the values that its sentence names."""

    sign: str
    code: str
    values: dict = field(default_factory=dict)
