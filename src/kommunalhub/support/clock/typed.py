"""Service hours and promises as the hub management types them. Pure."""

from datetime import date
from functools import lru_cache
from kommunalhub.lib.typedhours import parse_days
from kommunalhub.lib.typedhours import parse_hours

import re


#: The week above the first line that says from when on another holds.
ALWAYS = date(1970, 1, 1)
FROM = re.compile(r"ab\s+(\d{1,2}\.\s*\d{1,2}\.\s*\d{4})\s*:?", re.IGNORECASE)
#: No promise is longer than a year of minutes, none has more than these.
MOST_MINUTES = 366 * 24 * 60
GOALS = 3


@lru_cache(maxsize=16)
def parse_weeks(text):
    """Return the weeks of ServiceHours from lines as opening hours have them.

    A line `ab 1.1.2027:` begins a week that holds from that day on. Raises ValueError with the line
    that is not understood.

    >>> [day.isoformat() for day, week in parse_weeks("Mo–Fr 8–16\\nab 1.1.2027:\\nMo–Do 8–17")]
    ['1970-01-01', '2027-01-01']
    """
    parts = [(ALWAYS, [])]
    for line in filter(None, map(str.strip, (text or "").splitlines())):
        match = FROM.fullmatch(line)
        if match is None:
            parts[-1][1].append(line)
            continue
        (day,) = parse_days(match[1])
        if day <= parts[-1][0]:
            raise ValueError(line)
        parts.append((day, []))
    weeks = tuple((day, parse_hours("\n".join(lines))) for day, lines in parts)
    if not any(any(week) for _day, week in weeks):
        raise ValueError(text)
    return weeks


def parse_minutes(text):
    """Return (reaction, next word, solution) in minutes; 0 promises nothing. Raises ValueError.

    >>> parse_minutes("60 120 480")
    (60, 120, 480)
    """
    found = tuple(int(part) for part in (text or "").split())
    if len(found) != GOALS or not all(0 <= minutes <= MOST_MINUTES for minutes in found):
        raise ValueError(text)
    return found
