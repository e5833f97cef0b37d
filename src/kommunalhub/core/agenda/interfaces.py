"""What offers give to the calendars, and the seam by which they do."""

from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from zope.interface import Attribute
from zope.interface import Interface


@dataclass(frozen=True)
class Before:
    """When and where a date was planned before it moved."""

    start: datetime
    end: datetime
    place: str = ""


@dataclass(frozen=True)
class Occurrence:
    """One date. Times are aware, in UTC.

    uid: the same for ever, wherever the date moves. sequence: the highest is the truth; it grows
    with each change that people see. kind: name of the source. is_own: who looks takes part.
    has_moved: it was planned for another time or place before; before: for which, where that is
    known. reason: why it moved or was called off. made: when it was entered. is_whole_day: a day,
    or several, from midnight to midnight in Europe/Berlin. is_open_end: nobody knows when it ends.
    is_tentative: not released yet. partner: id of the administration whose it is. topics, audience
    and access: tokens of the pick lists.
    """

    uid: str
    title: str
    start: datetime
    end: datetime
    place: str = ""
    about: str = ""
    url: str = ""
    sequence: int = 0
    is_cancelled: bool = False
    has_moved: bool = False
    is_own: bool = False
    kind: str = ""
    is_whole_day: bool = False
    made: datetime | None = field(default=None, compare=False)
    is_open_end: bool = False
    is_tentative: bool = False
    before: Before | None = None
    reason: str = ""
    partner: str = ""
    topics: tuple = ()
    audience: tuple = ()
    access: tuple = ()


class IAgendaSource(Interface):
    """Named utility of an offer; its name tells apart whose dates are whose."""

    title = Attribute("What its dates are called, translatable.")
    when_asked = Attribute(
        "Optional: true where dates are so many that only who asks for this source sees them."
    )
    never_own = Attribute("Optional: true where nobody takes part in its dates by name.")

    def occurrences(start, end):
        """Return the Occurrences that end after one moment and begin before the other.

        Only those that who asks may see. From catalog and ledgers: no object is woken.
        """
