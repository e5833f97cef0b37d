"""Opening hours and closed days as the hub management types them."""

from datetime import date
from datetime import timedelta
from functools import lru_cache

import re


WEEKDAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
LINE = re.compile(r"(?P<days>[a-zäöü.,;\s–-]+?)\s+(?P<times>\d.*)", re.IGNORECASE)
TIMES = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr)?\s*(?:[–-]|bis)\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr)?",
    re.IGNORECASE,
)
GERMAN_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")


@lru_cache(maxsize=256)
def parse_hours(text):
    """Return the hours of Terms from lines as `Mo–Fr 8:00–18:00` or `Sa 9–12, 13–16`.

    Raises ValueError with the line that is not understood, or that opens a day twice at once.

    >>> parse_hours("Mo–Fr 8–18\\nSa 9:30–12")[4:]
    (((480, 1080),), ((570, 720),), ())
    """
    found = [[] for _day in WEEKDAYS]
    for line in filter(None, map(str.strip, (text or "").splitlines())):
        match = LINE.fullmatch(line)
        if match is None:
            raise ValueError(line)
        spans = [_minutes(part, line) for part in re.split(r"[,;]|\bund\b", match["times"])]
        for day in _weekdays(match["days"], line):
            found[day] += spans
    for day, spans in enumerate(found):
        spans.sort()
        if any(second[0] < first[1] for first, second in zip(spans, spans[1:], strict=False)):
            raise ValueError(WEEKDAYS[day].capitalize())
    return tuple(map(tuple, found))


def _minutes(part, line):
    match = TIMES.fullmatch(part.strip())
    if match is None:
        raise ValueError(line)
    first, last = (int(match[n]) * 60 + int(match[n + 1] or 0) for n in (1, 3))
    if not 0 <= first < last <= 1440:
        raise ValueError(line)
    return first, last


def _weekdays(text, line):
    if text.strip().lower() in ("täglich", "jeden tag"):
        return list(range(7))
    days = []
    for part in re.split(r"[,;]|\bund\b", text):
        names = [name.strip(" .").lower()[:2] for name in re.split(r"[–-]|\bbis\b", part)]
        if len(names) > 2 or any(name not in WEEKDAYS for name in names):
            raise ValueError(line)
        first, last = WEEKDAYS.index(names[0]), WEEKDAYS.index(names[-1])
        if last < first:
            raise ValueError(line)
        days += range(first, last + 1)
    return sorted(set(days))


@lru_cache(maxsize=256)
def parse_days(text):
    """Return the days of lines as `24.12.2026` or `24.12.2026–1.1.2027`; ValueError with the line.

    >>> sorted(day.day for day in parse_days("30.12.2026–2.1.2027"))
    [1, 2, 30, 31]
    """
    found = set()
    for line in filter(None, map(str.strip, (text or "").splitlines())):
        parts = [part.strip() for part in re.split(r"[–-]|\bbis\b", line)]
        try:
            first, last = (_day(parts[n]) for n in (0, -1))
        except ValueError as error:
            raise ValueError(line) from error
        if len(parts) > 2 or not 0 <= (last - first).days < 400:
            raise ValueError(line)
        found.update(first + timedelta(n) for n in range((last - first).days + 1))
    return frozenset(found)


def _day(text):
    match = GERMAN_DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return date(int(match[3]), int(match[2]), int(match[1]))
