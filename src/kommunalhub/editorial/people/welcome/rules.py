"""What a new administration needs before its people can work: pure."""

from dataclasses import dataclass


CONTACT, EDITORS, REVIEWERS, DIRECTORY, AREA = STEPS = (
    *("contact", "editors", "reviewers", "directory", "area"),
)
#: So many people an administration needs who release: nobody releases what they made.
REVIEWERS_NEEDED = 2


@dataclass(frozen=True)
class Standing:
    """What is there of an administration, as numbers; contact: whether it can be reached."""

    contact: bool
    editors: int
    reviewers: int
    positions: int
    pages: int


def steps(standing):
    """Return [(step, whether it is done)] in their order.

    >>> steps(Standing(True, 1, 1, 0, 0))[1:3]
    [('editors', True), ('reviewers', False)]
    """
    return [
        (CONTACT, standing.contact),
        (EDITORS, standing.editors >= 1),
        (REVIEWERS, standing.reviewers >= REVIEWERS_NEEDED),
        (DIRECTORY, standing.positions >= 1),
        (AREA, standing.pages >= 1),
    ]


def missing(standing):
    """Return how many steps are still to be done."""
    return sum(not done for _step, done in steps(standing))
