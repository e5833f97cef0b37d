"""What a chain is made of: figures of law, dates with their steps, days that move and that stay."""

from dataclasses import dataclass
from datetime import date
from kommunalhub.funding.deadlines import days
from kommunalhub.lib.workdays import holiday_name


# How a notice reaches people.
POST, ELECTRONIC, PORTAL, INBOX = "post", "electronic", "portal", "inbox"
HANDED, FORMAL = "handed", "formal"

# Kinds of deadlines, in the order of a chain.
KNOWN, FETCH, OBJECTION, FINAL = "known", "fetch", "objection", "final"
EARLY_START, CLEARANCE, CONDITION = "early_start", "clearance", "condition"
PERIOD, DRAWDOWN, INTERIM, PROOF = "period", "drawdown", "interim", "proof"
RECEIPTS, EARMARK = "receipts", "earmark"
KINDS = (
    KNOWN,
    FETCH,
    OBJECTION,
    FINAL,
    EARLY_START,
    CLEARANCE,
    CONDITION,
    DRAWDOWN,
    INTERIM,
    PERIOD,
    PROOF,
    RECEIPTS,
    EARMARK,
)
#: What somebody has to do by the day, and can be late with.
TO_DO = frozenset({FETCH, CONDITION, DRAWDOWN, INTERIM, PERIOD, PROOF})

# Kinds of notices.
CHANGE, DENIAL, REVOCATION = "change", "denial", "revocation"
NO_GRANT = (DENIAL, REVOCATION)

#: Names of figures, beside `fiction_` and the kind of delivery.
OBJECTION_YEAR, PORTAL_DAYS = "objection_year", "portal"
COUNTED, SHIFTED, FIXED = "counted", "shifted", "fixed"


@dataclass(frozen=True)
class Figure:
    """A figure of law from a day on, with its source.

    number: days, months or years, as the rule has it; None where the rule has no figure. stand:
    the day as of which the source was read.
    """

    rule: str
    since: date
    until: date | None
    number: int | None
    norm: str
    stand: date | None = None


@dataclass(frozen=True)
class Step:
    """One step of a calculation: what was done (a code), the day it gives, what it took."""

    code: str
    day: date | None = None
    values: tuple = ()


@dataclass(frozen=True)
class Source:
    """Where a rule stands. stand: as of when it was read."""

    norm: str
    stand: date | None = None


@dataclass(frozen=True)
class Deadline:
    """One date of a chain.

    key: the same for as long as the chain knows it, also when its day moves. before: the day
    before it was moved; shift: why (see days). rule: code of the sentence. text: of a condition.
    owner: who has to meet a condition. done_on: known from elsewhere. notice: its number, 0 for
    dates of the application itself.
    """

    key: str
    kind: str
    day: date | None
    rule: str
    sources: tuple[Source, ...]
    steps: tuple[Step, ...]
    before: date | None = None
    shift: str = ""
    notice: int = 0
    text: str = ""
    owner: str = ""
    done_on: date | None = None


class NoFigure(LookupError):
    """No figure is known for this rule and day."""


def figure_of(rule, day, figures):
    """Return the newest Figure of a rule in force on a day; raises NoFigure."""
    found = [
        one
        for one in figures
        if one.rule == rule and one.since <= day and (one.until is None or day <= one.until)
    ]
    if not found:
        raise NoFigure(rule)
    return max(found, key=lambda one: one.since)


def source_of(rule, day, figures):
    """Return (Source,) of a rule on a day, nothing where it is not known."""
    try:
        figure = figure_of(rule, day, figures)
    except NoFigure:
        return ()
    return (Source(figure.norm, figure.stand),)


def clipped(start, end):
    return start.day != end.day


def shifted(key, kind, before, rule, sources, steps, figures, number, is_clipped=False):
    """Return a Deadline whose end moves off weekends and holidays."""
    steps, shift, day = list(steps), days.hindrance(before), days.moved(before)
    if is_clipped:
        steps.append(Step("month_end", before))
    if shift:
        why = (("before", before), ("name", holiday_name(before)))
        steps.append(Step(f"moved_{shift}", day, why[: 2 if shift == days.HOLIDAY else 1]))
        sources = (*sources, *source_of(SHIFTED, before, figures))
    return Deadline(key, kind, day, rule, sources, tuple(steps), before, shift, number)


def named_by(family, kind, day, notice, figures, code, rule=FIXED, more=(), part="", **facts):
    """Return a Deadline on a day that the authority has named: it does not move."""
    steps = [Step(code, day, (("notice", notice["day"]),))]
    if days.hindrance(day):
        steps.append(Step("stays", day))
    key = f"{kind}.{family}" + (f".{part}" if part else "")
    sources = source_of(rule, notice["day"], figures)
    number = notice["number"]
    rule = "period" if kind == PERIOD else "fixed"
    return Deadline(key, kind, day, rule, sources, (*steps, *more), day, notice=number, **facts)
