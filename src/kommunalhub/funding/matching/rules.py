"""How a programme fits a project, as pure functions with a reason for every judgement.

Amounts are `Decimal` EUR, shares percent (0..100), days `date`. What is not known (None, empty) is
never counted for or against: it becomes a reason of the sign OPEN, which says what to find out.

>>> project = Project(today=date(2026, 12, 1), topics=frozenset({"energie"}))
>>> programme = Programme("u1", topics=frozenset({"energie"}), deadline_kind="rolling")
>>> found = match(project, programme)
>>> found.fit, [reason.code for reason in found.reasons_for]
('fits', ['topics', 'rolling'])
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import timedelta
from decimal import Decimal
from decimal import ROUND_DOWN
from kommunalhub.funding.rules import HUNDRED
from kommunalhub.funding.rules import is_stale
from kommunalhub.funding.rules import NEAR_DAYS
from kommunalhub.funding.rules import ZERO
from kommunalhub.lib.workdays import add_workdays
from kommunalhub.lib.workdays import NONE_CLOSED
from kommunalhub.lib.workdays import workdays_between


#: What a reason does: speaks for a programme, asks something, stands in the way, rules it out.
FOR, OPEN, AGAINST, RULED_OUT = "for", "open", "against", "out"
#: The order in which reasons are told.
SIGNS = (FOR, RULED_OUT, AGAINST, OPEN)

#: How a programme fits as a whole, best first.
FITS, CONDITIONS, EXPIRED, FITS_NOT = "fits", "conditions", "expired", "no"
ORDER = (FITS, CONDITIONS, EXPIRED, FITS_NOT)

#: What a paper needs from decision to post, in working days, where a council has to decide first.
AFTER_COUNCIL = 3
CENT = Decimal("0.01")

# What the score is made of (0..100); what stands in the way takes off, what is open a little.
TOPIC_POINTS = 50
MONEY_POINTS = 30
TIME_POINTS = 20
AGAINST_POINTS = 15
OPEN_POINTS = 2


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


@dataclass(frozen=True)
class Programme:
    """What the catalogue knows of a programme."""

    uid: str
    topics: frozenset = frozenset()
    eligible: frozenset = frozenset()
    areas: frozenset = frozenset()
    rate: Decimal | None = None
    own_share: Decimal | None = None
    min_amount: Decimal | None = None
    max_amount: Decimal | None = None
    deadline_kind: str = "call"
    deadline: date | None = None
    early_start: str | None = None
    cumulable: str | None = None
    state_aid: str | None = None
    checked_on: date | None = None


@dataclass(frozen=True)
class Reason:
    """One judgement: its sign, what it is about, and the values that its sentence names."""

    sign: str
    code: str
    values: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Match:
    """A programme with how it fits, the score 0..100 and all reasons."""

    uid: str
    fit: str
    score: int
    reasons: tuple

    @property
    def reasons_for(self):
        return tuple(reason for reason in self.reasons if reason.sign == FOR)

    @property
    def reasons_against(self):
        return tuple(reason for reason in self.reasons if reason.sign in (AGAINST, RULED_OUT))

    @property
    def questions(self):
        return tuple(reason for reason in self.reasons if reason.sign == OPEN)


def match(project: Project, programme: Programme) -> Match:
    """Return how the programme fits the project; the same question has the same answer."""
    found = [reason for judge in JUDGES for reason in judge(project, programme)]
    reasons = tuple(sorted(found, key=lambda reason: SIGNS.index(reason.sign)))
    return Match(programme.uid, _fit(reasons), _score(project, programme, reasons), reasons)


def ranked(project: Project, programmes) -> list:
    """Return a Match for each programme, the best first; of equals the one that ends first."""
    found = [(match(project, programme), programme) for programme in programmes]
    found.sort(
        key=lambda pair: (
            ORDER.index(pair[0].fit),
            -pair[0].score,
            pair[1].deadline or date.max,
            pair[0].uid,
        )
    )
    return [pair[0] for pair in found]


def possible_grant(project: Project, programme: Programme):
    """Return the highest grant in EUR that rate and cap allow, None where neither is known.

    >>> cost = Project(today=date(2026, 1, 1), total_cost=Decimal("184500"))
    >>> possible_grant(cost, Programme("u", rate=Decimal(75), max_amount=Decimal(100000)))
    Decimal('100000')
    """
    limits = [programme.max_amount] if programme.max_amount is not None else []
    if project.total_cost is not None:
        rate = HUNDRED if programme.rate is None else programme.rate
        share = (project.total_cost * rate / HUNDRED).quantize(CENT, ROUND_DOWN)
        if programme.rate is not None or limits:
            limits.append(share)
    return min(limits) if limits else None


def _topics(project, programme):
    shared = project.topics & programme.topics
    if shared:
        yield Reason(FOR, "topics", {"topics": sorted(shared)})
    elif not project.topics:
        yield Reason(OPEN, "topics_unknown")
    elif not programme.topics:
        yield Reason(OPEN, "topics_unnamed")
    else:
        yield Reason(RULED_OUT, "topics_other", {"topics": sorted(programme.topics)})


def _applicant(project, programme):
    if not programme.eligible:
        yield Reason(OPEN, "eligible_unnamed")
    elif not project.applicant:
        yield Reason(OPEN, "applicant_unknown", {"eligible": sorted(programme.eligible)})
    elif project.applicant & programme.eligible:
        yield Reason(FOR, "eligible", {"eligible": sorted(project.applicant & programme.eligible)})
    else:
        yield Reason(RULED_OUT, "not_eligible", {"eligible": sorted(programme.eligible)})


def _area(project, programme):
    if not programme.areas:
        return
    if not project.areas:
        yield Reason(OPEN, "area_unknown", {"areas": sorted(programme.areas)})
    elif project.areas & programme.areas:
        yield Reason(FOR, "area", {"areas": sorted(project.areas & programme.areas)})
    else:
        yield Reason(RULED_OUT, "other_area", {"areas": sorted(programme.areas)})


def _money(project, programme):
    """Judge the grant that is possible: worth asking for, and enough to close the gap."""
    if project.total_cost is None:
        yield Reason(OPEN, "cost_unknown")
        return
    grant = possible_grant(project, programme)
    smallest = programme.min_amount
    if smallest is not None and (project.total_cost if grant is None else grant) < smallest:
        amount = project.total_cost if grant is None else grant
        yield Reason(RULED_OUT, "too_small", {"amount": amount, "smallest": smallest})
        return
    if grant is None:
        yield Reason(OPEN, "rate_unnamed")
        return
    rest = project.total_cost - (project.own_funds or ZERO) - (project.other_funds or ZERO) - grant
    values = {"amount": grant, "rate": programme.rate}
    if programme.rate is None:
        yield Reason(OPEN, "grant_capped", {"amount": programme.max_amount})
    else:
        yield Reason(FOR, "grant", values)
    if rest > ZERO and project.own_funds is not None:
        yield Reason(AGAINST, "gap", {"rest": rest, "amount": grant})


def _own_share(project, programme):
    wanted = programme.own_share
    if not wanted or project.total_cost is None or not project.total_cost:
        return
    if project.own_funds is None:
        yield Reason(OPEN, "own_funds_unknown", {"wanted": wanted})
        return
    needed = project.total_cost * wanted / HUNDRED
    share = project.own_funds * HUNDRED / project.total_cost
    if project.own_funds >= needed:
        yield Reason(FOR, "own_share", {"share": share, "wanted": wanted})
    else:
        missing = (needed - project.own_funds).quantize(CENT)
        values = {"share": share, "wanted": wanted, "missing": missing}
        yield Reason(AGAINST, "own_share_short", values)


def _cumulation(project, programme):
    if not project.other_funds:
        return
    values = {"amount": project.other_funds}
    if programme.cumulable == "yes":
        yield Reason(FOR, "cumulable", values)
    elif programme.cumulable == "no":
        yield Reason(AGAINST, "not_cumulable", values)
    else:
        yield Reason(OPEN, "cumulation_unclear", values)


def _time(project, programme):
    """Judge the deadline: passed, near, and whether a council can decide before it."""
    day = programme.deadline
    if day is None:
        if programme.deadline_kind == "rolling":
            yield Reason(FOR, "rolling")
        else:
            yield Reason(OPEN, "no_call")
        return
    if day < project.today:
        yield Reason(RULED_OUT, "passed", {"day": day, "kind": programme.deadline_kind})
        return
    left = workdays_between(project.today, day, project.closed)
    values = {"day": day, "left": left}
    council = project.council
    if council is not None and council > day:
        yield Reason(AGAINST, "council_too_late", values | {"council": council})
    elif council is not None and add_workdays(council, AFTER_COUNCIL, project.closed) > day:
        yield Reason(AGAINST, "council_close", values | {"council": council})
    elif (day - project.today).days <= NEAR_DAYS:
        yield Reason(AGAINST if left < AFTER_COUNCIL else OPEN, "deadline_near", values)
    else:
        yield Reason(FOR, "deadline", values)


def _start(project, programme):
    """Judge the wished start: an order before the notice or a consent costs the grant."""
    start, early = project.start, programme.early_start
    if start is None or early == "yes":
        return
    soon = programme.deadline or project.today
    values = {"start": start}
    if early == "no" and start <= soon:
        yield Reason(AGAINST, "start_too_early", values)
    elif early == "on_request" and start <= soon + timedelta(days=6 * 30):
        yield Reason(OPEN, "start_on_request", values)
    elif early == "no":
        yield Reason(OPEN, "start_after_notice", values)


def _notes(project, programme):
    if programme.state_aid == "de_minimis":
        yield Reason(OPEN, "de_minimis")
    if is_stale(programme.checked_on, project.today):
        yield Reason(OPEN, "stale", {"day": programme.checked_on})


JUDGES = (_topics, _applicant, _area, _money, _own_share, _cumulation, _time, _start, _notes)


def _fit(reasons):
    out = {reason.code for reason in reasons if reason.sign == RULED_OUT}
    if out == {"passed"}:
        return EXPIRED
    if out:
        return FITS_NOT
    return CONDITIONS if any(reason.sign == AGAINST for reason in reasons) else FITS


def _score(project, programme, reasons):
    """Return 0..100: how much of the project's topics, of its gap and of the time speaks for it."""
    points = Decimal(0)
    if project.topics:
        points += (
            Decimal(TOPIC_POINTS) * len(project.topics & programme.topics) / len(project.topics)
        )
    grant = possible_grant(project, programme)
    if project.total_cost and grant is not None:
        wanted = project.total_cost - (project.own_funds or ZERO) - (project.other_funds or ZERO)
        covered = min(grant / wanted, Decimal(1)) if wanted > 0 else Decimal(1)
        points += MONEY_POINTS * covered
    codes = {reason.code for reason in reasons}
    if codes & {"rolling", "deadline"}:
        points += TIME_POINTS
    elif "deadline_near" in codes:
        points += TIME_POINTS // 2
    signs = [reason.sign for reason in reasons]
    points -= AGAINST_POINTS * signs.count(AGAINST) + OPEN_POINTS * signs.count(OPEN)
    return int(max(Decimal(0), min(Decimal(100), points)))
