"""What a question about people asks for, who is there now, how units stand in each other: pure."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from kommunalhub.lib.german.folding import fold
from kommunalhub.lib.servicehours import BERLIN
from kommunalhub.lib.servicehours import NeverOpen
from kommunalhub.lib.servicehours import ServiceHours
from kommunalhub.lib.typedhours import parse_hours
from kommunalhub.lib.workdays import is_holiday

import re


#: What parts the names of a unit and of those it stands in: „Bürgerdienste / Soziales“.
BELOW = "/"
WORD = re.compile(r"[\w*-]+")
#: Words of a question about people that say nothing of the task.
ASKING = """
    wer wen wem was welche welcher welches wo ist sind macht machen tut für von bei zum zur um gibt
    es hier uns unserer unserem sich mir mich ich jemand jemanden zuständig zuständige zuständiger
    zuständigen zuständigkeit zuständigkeiten verantwortlich verantwortliche verantwortlicher
    verantwortlichen ansprechpartner ansprechpartnerin ansprechperson ansprechpersonen kontakt
    kontaktperson kümmert bearbeitet betreut hilft sachbearbeiter sachbearbeiterin sachbearbeitung
    mitarbeiter mitarbeiterin kollege kollegin
"""
ASKING = frozenset(map(fold, ASKING.split()))
#: Seen by everybody, its holder by those who work in the administrations.
NAMELESS = "nameless"

#: The hours that are typed hold from here on.
FIRST = date(2000, 1, 1)
THERE, LATER, OFF, AWAY, UNKNOWN = "there", "later", "off", "away", "unknown"


def telling(question):
    """Return a question without the words that only ask for a person; as it is if none is left.

    >>> telling("Wer ist zuständig für Wohngeld?"), telling("Wer macht was?")
    ('Wohngeld', 'Wer macht was?')
    """
    words = [word for word in WORD.findall(question) if fold(word) not in ASKING]
    return " ".join(words) or question


def tells_name(state, works_here):
    """Return whether who may see a position in a state may see who holds it.

    works_here: whether they work in one of the administrations or for the hub.
    """
    return works_here or state != NAMELESS


def week_of(text):
    """Return the hours of a week as typed, None where nothing is; ValueError with a wrong line."""
    week = parse_hours(text or "")
    return week if any(week) else None


@dataclass(frozen=True)
class Presence:
    """Whether somebody is there. at: until when, or from when on; None where nobody can say."""

    kind: str
    at: datetime | None = None


def presence(week, now, away_until=None):
    """Return the Presence of who works in the hours of a week (None: nobody has said when).

    now, away_until: aware; away_until: the end of an absence that runs, None without one.
    """
    hours = ServiceHours(((FIRST, week),)) if week is not None else None
    if away_until is not None:
        return Presence(AWAY, _opens(hours, away_until) or away_until)
    opens = _opens(hours, now)
    if opens is None:
        return Presence(UNKNOWN)
    today = now.astimezone(BERLIN).date()
    if opens <= now:
        return Presence(
            THERE, next(end for start, end in hours.spans_of(today) if start <= now < end)
        )
    return Presence(LATER if opens.astimezone(BERLIN).date() == today else OFF, opens)


def _opens(hours, moment):
    try:
        return hours.opens(moment) if hours is not None else None
    except NeverOpen:
        return None


def usual(week, day):
    """Return the hours of a day as minutes, without asking whether anybody is away; () for none.

    >>> usual(parse_hours("Mo-Fr 8-12"), date(2026, 12, 2)), usual(None, date(2026, 12, 2))
    (((480, 720),), ())
    """
    return week[day.weekday()] if week is not None and not is_holiday(day) else ()


@dataclass
class Unit:
    """A unit of an administration; positions: those whose own unit it is, its head first."""

    name: str
    positions: list = field(default_factory=list)
    units: list = field(default_factory=list)

    @property
    def head(self):
        return next((one for one in self.positions if one.is_head), None)


def steps_of(unit):
    """Return the names of a unit and those around it, from the top.

    >>> steps_of(" Bürgerdienste /Soziales "), steps_of("")
    (('Bürgerdienste', 'Soziales'), ())
    """
    steps = (" ".join(step.split()) for step in (unit or "").split(BELOW))
    return tuple(step for step in steps if step)


def tree(positions, key):
    """Return the Unit of a whole administration with all units below it, each sorted by name.

    positions: things with `unit`, `is_head` and `title`; key: what texts are sorted by. Each
    position stands in exactly one unit, those without one in the administration itself.
    """
    root, found = Unit(""), {}
    found[()] = root
    for one in sorted(positions, key=lambda one: (not one.is_head, key(one.title))):
        steps = steps_of(one.unit)
        for depth in range(1, len(steps) + 1):
            way = steps[:depth]
            if way not in found:
                found[way] = Unit(way[-1])
                found[way[:-1]].units.append(found[way])
        found[steps].positions.append(one)
    for unit in found.values():
        unit.units.sort(key=lambda one: key(one.name))
    return root
