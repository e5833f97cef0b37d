"""How a programme fits a project, as pure functions with a reason for every judgement.

Amounts are `Decimal` EUR, shares percent (0..100), days `date`. What is not known (None, empty) is
never counted for or against: it becomes a reason of the sign OPEN, which says what to find out.

>>> project = Project(today=date(2026, 12, 1), topics=frozenset({"energie"}))
>>> programme = Programme("u1", topics=frozenset({"energie"}), deadline_kind="rolling")
>>> found = match(project, programme)
>>> found.fit, [reason.code for reason in found.reasons_for]
('fits', ['topics', 'rolling'])
"""

from datetime import date
from decimal import Decimal
from kommunalhub.funding.matching.judges import OF_DAYS
from kommunalhub.funding.matching.judges import OF_MONEY
from kommunalhub.funding.matching.judges import OF_PURPOSE
from kommunalhub.funding.matching.judges import possible_grant
from kommunalhub.funding.matching.known import AGAINST
from kommunalhub.funding.matching.known import DAYS
from kommunalhub.funding.matching.known import FOR
from kommunalhub.funding.matching.known import MONEY
from kommunalhub.funding.matching.known import OPEN
from kommunalhub.funding.matching.known import Programme
from kommunalhub.funding.matching.known import Project
from kommunalhub.funding.matching.known import PURPOSE
from kommunalhub.funding.matching.known import Reason
from kommunalhub.funding.matching.known import RULED_OUT
from kommunalhub.funding.rules import ZERO
from operator import itemgetter
from typing import NamedTuple


__all__ = ["Match", "Programme", "Project", "Reason", "match", "possible_grant", "ranked"]

#: The order in which reasons are told.
SIGNS = (FOR, RULED_OUT, AGAINST, OPEN)

#: How a programme fits as a whole, best first.
FITS, CONDITIONS, EXPIRED, FITS_NOT = "fits", "conditions", "expired", "no"
ORDER = (FITS, CONDITIONS, EXPIRED, FITS_NOT)
#: What is offered; all else is shown too, so that nobody goes on looking for it.
FITTING = (FITS, CONDITIONS)
#: What rules out a programme that would fit if it still existed.
OVER = frozenset({"passed", "no_longer_valid"})

# What the score is made of (0..100); what stands in the way takes off, what is open a little.
TOPIC_POINTS = 50
MONEY_POINTS = 30
TIME_POINTS = 20
AGAINST_POINTS = 15
OPEN_POINTS = 2
#: Reasons that say there is time, and those that say there is little.
IN_TIME = frozenset({"rolling", "deadline", "first_come", "opens_later"})
SHORT_OF_TIME = frozenset({"deadline_near", "first_come_council"})


class Side(NamedTuple):
    """What was found on one side of a programme, and what follows for its place among others.

    worst: place in ORDER; points, lost: what it adds to the score and takes off.
    """

    reasons: tuple
    worst: int
    points: Decimal | int
    lost: int


class Match(NamedTuple):
    """A programme with how it fits, the score 0..100 and what was found on each side."""

    uid: str
    fit: str
    score: int
    sides: tuple

    @property
    def reasons(self):
        """All reasons, those for it first."""
        found = [reason for side in self.sides for reason in side.reasons]
        return tuple(sorted(found, key=lambda reason: SIGNS.index(reason.sign)))

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
    return matching(project)(programme)


def matching(project: Project):
    """Return a function that matches a Programme with the project.

    Sides that are alike it judges once: thousands of programmes differ in few ways on each.
    """
    of_purpose, of_money, of_days = (_judging(project, *side) for side in SIDES)

    def match(programme):
        purpose, money, days = of_purpose(programme), of_money(programme), of_days(programme)
        points = purpose.points + money.points + days.points
        points -= purpose.lost + money.lost + days.lost
        fit = ORDER[max(purpose.worst, money.worst, days.worst)]
        score = max(0, min(100, int(points)))
        return Match(programme.uid, fit, score, (purpose, money, days))

    return match


def ranked(project: Project, programmes) -> list:
    """Return a Match for each programme, the best first; of equals the one that ends first."""
    judge, found = matching(project), []
    for programme in programmes:
        one = judge(programme)
        place = (ORDER.index(one.fit), -one.score, programme.deadline or date.max, one.uid)
        found.append((place, one))
    found.sort(key=itemgetter(0))
    return [one for _place, one in found]


def _judging(project, part, judges, points_of):
    """Return a function that gives a Side of a Programme; part: the slice that it depends on."""
    judged = {}

    def side_of(programme):
        key = programme[part]
        side = judged.get(key)
        if side is None:
            reasons = tuple(reason for judge in judges for reason in judge(project, programme))
            points = points_of(project, programme, reasons)
            side = judged[key] = Side(reasons, ORDER.index(_fit(reasons)), points, _lost(reasons))
        return side

    return side_of


def _fit(reasons):
    out = {reason.code for reason in reasons if reason.sign == RULED_OUT}
    if out and out <= OVER:
        return EXPIRED
    if out:
        return FITS_NOT
    return CONDITIONS if any(reason.sign == AGAINST for reason in reasons) else FITS


def _lost(reasons):
    signs = [reason.sign for reason in reasons]
    return AGAINST_POINTS * signs.count(AGAINST) + OPEN_POINTS * signs.count(OPEN)


def _topic_points(project, programme, reasons):
    """Return the points for the part of the project's topics that the programme is about."""
    if not project.topics:
        return ZERO
    return Decimal(TOPIC_POINTS) * len(project.topics & programme.topics) / len(project.topics)


def _money_points(project, programme, reasons):
    """Return the points for the part of the project's gap that the grant would cover."""
    grant = possible_grant(project, programme)
    if not project.total_cost or grant is None:
        return ZERO
    wanted = project.total_cost - (project.own_funds or ZERO) - (project.other_funds or ZERO)
    covered = min(grant / wanted, Decimal(1)) if wanted > 0 else Decimal(1)
    return MONEY_POINTS * covered


def _time_points(project, programme, reasons):
    codes = {reason.code for reason in reasons}
    if codes & SHORT_OF_TIME:
        return TIME_POINTS // 2
    return TIME_POINTS if codes & IN_TIME else 0


#: The sides of a programme: the part of it that is looked at, who judges it, how it gets points.
SIDES = (
    (PURPOSE, OF_PURPOSE, _topic_points),
    (MONEY, OF_MONEY, _money_points),
    (DAYS, OF_DAYS, _time_points),
)
