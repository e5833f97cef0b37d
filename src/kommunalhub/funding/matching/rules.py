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
from datetime import date
from decimal import Decimal
from kommunalhub.funding.matching.judges import JUDGES
from kommunalhub.funding.matching.judges import possible_grant
from kommunalhub.funding.matching.known import AGAINST
from kommunalhub.funding.matching.known import FOR
from kommunalhub.funding.matching.known import OPEN
from kommunalhub.funding.matching.known import Programme
from kommunalhub.funding.matching.known import Project
from kommunalhub.funding.matching.known import Reason
from kommunalhub.funding.matching.known import RULED_OUT
from kommunalhub.funding.rules import ZERO


__all__ = ["Match", "Programme", "Project", "Reason", "match", "possible_grant", "ranked"]

#: The order in which reasons are told.
SIGNS = (FOR, RULED_OUT, AGAINST, OPEN)

#: How a programme fits as a whole, best first.
FITS, CONDITIONS, EXPIRED, FITS_NOT = "fits", "conditions", "expired", "no"
ORDER = (FITS, CONDITIONS, EXPIRED, FITS_NOT)
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


def _fit(reasons):
    out = {reason.code for reason in reasons if reason.sign == RULED_OUT}
    if out and out <= OVER:
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
    if codes & SHORT_OF_TIME:
        points += TIME_POINTS // 2
    elif codes & IN_TIME:
        points += TIME_POINTS
    signs = [reason.sign for reason in reasons]
    points -= AGAINST_POINTS * signs.count(AGAINST) + OPEN_POINTS * signs.count(OPEN)
    return int(max(Decimal(0), min(Decimal(100), points)))
