"""What trainers type into one field, line by line: dates, seats of administrations. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import tzinfo

import re


LINE = re.compile(
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})[,]?\s+"
    r"(?P<from>\d{1,2}(?:[:.]\d{2})?)\s*(?:[-–]|bis)\s*(?P<to>\d{1,2}(?:[:.]\d{2})?)"
    r"\s*(?:Uhr)?\s*(?:[,;]\s*(?P<place>.+))?"
)
#: More dates or administrations than one workshop will ever have.
MOST_LINES = 50
#: Where a date is that has a link instead of a place.
ONLINE = "Online"


class WrongLine(ValueError):
    """A line that cannot be read; `line` is what stands there."""

    def __init__(self, line):
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class Session:
    """One date of a workshop: from when to when, and where (empty: where the first one is).

    link: with which people take part in this date alone; for those who have a seat.
    """

    start: datetime
    end: datetime
    place: str = ""
    link: str = ""


def lines_of(text):
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def sessions_in(text, zone: tzinfo):
    """Return the Sessions of a text, in order; raises WrongLine.

    >>> from zoneinfo import ZoneInfo
    >>> [one] = sessions_in("9.12.2026 9:00–12:30, Halle", ZoneInfo("Europe/Berlin"))
    >>> f"{one.start:%d.%m. %H:%M} {one.end:%H:%M} {one.place}"
    '09.12. 09:00 12:30 Halle'
    """
    lines = lines_of(text)
    if len(lines) > MOST_LINES:
        raise WrongLine(lines[MOST_LINES])
    return sorted((_session(line, zone) for line in lines), key=lambda one: (one.start, one.end))


def text_of(sessions):
    """Return Sessions as the text that `sessions_in` reads.

    >>> from zoneinfo import ZoneInfo
    >>> berlin = ZoneInfo("Europe/Berlin")
    >>> text = "9.12.2026 9:00–12:30, Halle"
    >>> text_of(sessions_in(text, berlin)) == text
    True
    """
    return "\n".join(_line(one) for one in sessions)


def _line(one):
    start, end = one.start, one.end
    until = f"{end:%-H:%M}" if end.date() == start.date() else "24:00"
    where = one.link or one.place
    place = f", {where}" if where else ""
    return f"{start:%-d.%-m.%Y %-H:%M}–{until}{place}"


def _session(line, zone):
    found = LINE.fullmatch(line)
    if found is None:
        raise WrongLine(line)
    try:
        day = datetime(*(int(found[name]) for name in ("year", "month", "day")), tzinfo=zone)
        start, end = (_at(day, found[name]) for name in ("from", "to"))
    except (ValueError, OverflowError) as error:
        raise WrongLine(line) from error
    if end <= start:
        raise WrongLine(line)
    place = (found["place"] or "").strip()
    if place.lower().startswith(("https://", "http://")):
        return Session(start, end, ONLINE, place)
    return Session(start, end, place)


def _at(day, clock):
    hour, _sep, minute = clock.replace(".", ":").partition(":")
    if int(hour) == 24 and not int(minute or 0):
        return day + timedelta(days=1)
    return day.replace(hour=int(hour), minute=int(minute or 0))


def quotas_in(text, names: Mapping[str, str]):
    """Return {partner: seats} of a text such as `Lensahn: 4`; raises WrongLine.

    names: {what people may write, in small letters: id of the partner}.

    >>> quotas_in("Lensahn: 4", {"lensahn": "lensahn"})
    {'lensahn': 4}
    """
    found = {}
    for line in lines_of(text):
        name, colon, number = line.rpartition(":")
        partner = names.get(" ".join(name.split()).lower())
        number = number.strip()
        if not colon or partner is None or partner in found or not number.isdecimal():
            raise WrongLine(line)
        if len(number) > 4:
            raise WrongLine(line)
        found[partner] = int(number)
    return found
