"""The judges: each looks at one side of a project and a programme, and yields Reasons. Pure."""

from datetime import timedelta
from decimal import Decimal
from decimal import ROUND_DOWN
from functools import lru_cache
from kommunalhub.funding.calls import FIRST_COME
from kommunalhub.funding.calls import ROLLING
from kommunalhub.funding.matching.known import AGAINST
from kommunalhub.funding.matching.known import FOR
from kommunalhub.funding.matching.known import OPEN
from kommunalhub.funding.matching.known import Programme
from kommunalhub.funding.matching.known import Project
from kommunalhub.funding.matching.known import Reason
from kommunalhub.funding.matching.known import RULED_OUT
from kommunalhub.funding.rules import HUNDRED
from kommunalhub.funding.rules import is_stale
from kommunalhub.funding.rules import NEAR_DAYS
from kommunalhub.funding.rules import ZERO
from kommunalhub.lib.workdays import add_workdays
from kommunalhub.lib.workdays import workdays_between


#: What a paper needs from decision to post, in working days, where a council has to decide first.
AFTER_COUNCIL = 3
CENT = Decimal("0.01")


def possible_grant(project: Project, programme: Programme):
    """Return the highest grant in EUR that rate and cap allow, None where neither is known.

    >>> from datetime import date
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


def smallest_grant(programme: Programme):
    """Return the smallest grant in EUR that the programme pays, None where it names none."""
    limits = [programme.min_amount]
    if programme.threshold_on != "costs":
        limits.append(programme.threshold)
    return max((limit for limit in limits if limit is not None), default=None)


def is_below(amount, limit):
    return limit is not None and amount < limit


def own_money(project: Project, programme: Programme):
    """Return what counts as the applicant's own share in EUR, None while that is not known."""
    if programme.third_party != "own_share":
        return project.own_funds
    if project.own_funds is None and not project.other_funds:
        return None
    return (project.own_funds or ZERO) + (project.other_funds or ZERO)


@lru_cache(maxsize=2048)  # thousands of programmes end on few days
def days_left(today, day, closed):
    return workdays_between(today, day, closed)


@lru_cache(maxsize=32)
def posted_after(council, closed):
    """Return the day on which what a council has decided can be with the funder."""
    return add_workdays(council, AFTER_COUNCIL, closed)


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
    smallest, amount = smallest_grant(programme), project.total_cost if grant is None else grant
    if smallest is not None and amount < smallest:
        yield Reason(RULED_OUT, "too_small", {"amount": amount, "smallest": smallest})
        return
    if programme.threshold_on == "costs" and is_below(project.total_cost, programme.threshold):
        values = {"amount": project.total_cost, "smallest": programme.threshold}
        yield Reason(RULED_OUT, "costs_too_small", values)
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
    if not wanted or not project.total_cost:
        return
    own = own_money(project, programme)
    if own is None:
        yield Reason(OPEN, "own_funds_unknown", {"wanted": wanted})
        return
    needed = project.total_cost * wanted / HUNDRED
    values = {"share": own * HUNDRED / project.total_cost, "wanted": wanted}
    if own >= needed:
        counted = own != project.own_funds
        yield Reason(FOR, "own_share_with_others" if counted else "own_share", values)
    else:
        missing = (needed - own).quantize(CENT)
        yield Reason(AGAINST, "own_share_short", values | {"missing": missing})


def _third_party(project, programme):
    """Judge the money of others by what the programme says of it."""
    if not project.other_funds:
        return
    values = {"amount": project.other_funds}
    if programme.third_party == "no":
        yield Reason(AGAINST, "third_party_not", values)
    elif programme.third_party == "deducted":
        yield Reason(OPEN, "third_party_deducted", values)


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


def _validity(project, programme):
    """Judge whether the programme exists on the day that is asked about."""
    if programme.valid_until is not None and programme.valid_until < project.today:
        yield Reason(RULED_OUT, "no_longer_valid", {"day": programme.valid_until})
    elif programme.valid_from is not None and programme.valid_from > project.today:
        yield Reason(OPEN, "not_yet_valid", {"day": programme.valid_from})


def _time(project, programme):
    """Judge the deadline: passed, near, and whether a council can decide before it."""
    if programme.valid_until is not None and programme.valid_until < project.today:
        return
    day, council = programme.deadline, project.council
    if programme.deadline_kind == FIRST_COME and (day is None or day >= project.today):
        if council is not None and (day is None or council <= day):
            yield Reason(OPEN, "first_come_council", {"council": council})
        else:
            yield Reason(FOR, "first_come")
    elif day is None:
        rolling = programme.deadline_kind == ROLLING
        yield Reason(FOR, "rolling") if rolling else Reason(OPEN, "no_call")
    if day is not None:
        yield from _deadline(project, programme, day)


def _deadline(project, programme, day):
    if day < project.today:
        yield Reason(RULED_OUT, "passed", {"day": day, "kind": programme.deadline_kind})
        return
    left = days_left(project.today, day, project.closed)
    values, council = {"day": day, "left": left}, project.council
    if council is not None and council > day:
        yield Reason(AGAINST, "council_too_late", values | {"council": council})
    elif council is not None and posted_after(council, project.closed) > day:
        yield Reason(AGAINST, "council_close", values | {"council": council})
    elif programme.opens is not None and programme.opens > project.today:
        yield Reason(FOR, "opens_later", values | {"opens": programme.opens})
    elif (day - project.today).days <= NEAR_DAYS:
        yield Reason(AGAINST if left < AFTER_COUNCIL else OPEN, "deadline_near", values)
    elif programme.deadline_kind != FIRST_COME:
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


#: Who judges which side of a programme, in the order in which reasons are told. They
#: look at nothing else of it: what they say holds for all programmes that are alike on this side.
OF_PURPOSE = (_topics, _applicant, _area)
OF_MONEY = (_money, _own_share, _third_party, _cumulation)
OF_DAYS = (_validity, _time, _start, _notes)
