"""How long a link is good, and for what. Pure."""

from dataclasses import dataclass
from datetime import datetime
from kommunalhub.approvals.pages import DRAFT
from kommunalhub.approvals.pages import PENDING
from kommunalhub.approvals.pages import PLANNED


#: Days that can be chosen.
DAYS = (1, 3, 7, 14)
#: So many links of a page hold at once, with so many letters on whom each is for.
MOST, LONGEST = 10, 100
#: What is not read yet: afterwards the page itself is, or no longer.
SHOWN = frozenset({DRAFT, PENDING, PLANNED})


@dataclass(frozen=True)
class Link:
    """One link. number: within the page; whom: whom it is for; until: when it ends."""

    number: str
    whom: str
    made: datetime
    until: datetime

    def holds(self, now):
        return now < self.until


def read_days(text):
    """Return a number of days that can be chosen, None for anything else.

    >>> read_days("7"), read_days("15"), read_days("x")
    (7, None, None)
    """
    return int(text) if text in {str(days) for days in DAYS} else None


def read_whom(text):
    """Return in one line whom a link is for, None where that is missing or too long.

    >>> read_whom("  Frau   Kruse "), read_whom("")
    ('Frau Kruse', None)
    """
    said = " ".join(text.split())
    return said if 0 < len(said) <= LONGEST else None
