"""What offers give to the calendars, and the seam by which they do."""

from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from zope.interface import Attribute
from zope.interface import Interface


@dataclass(frozen=True)
class Occurrence:
    """One date. Times are aware, in UTC.

    uid: the same for ever, wherever the date moves. sequence: the highest is the truth; it grows
    with each change that people see. kind: name of the source. is_own: who looks takes part.
    has_moved: it was planned for another time or place before. made: when it was entered.
    is_whole_day: a day, or several, from midnight to midnight in Europe/Berlin.
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


class IAgendaSource(Interface):
    """Named utility of an offer; its name tells apart whose dates are whose."""

    title = Attribute("What its dates are called, translatable.")
    when_asked = Attribute(
        "Optional: true where dates are so many that only who asks for this source sees them."
    )

    def occurrences(start, end):
        """Return the Occurrences that end after one moment and begin before the other.

        Only those that who asks may see. From catalog and ledgers: no object is woken.
        """
