"""How often an event may repeat: series have an end that one can see from today. Pure.

Who looks at a list of events has every series worked out; one without an end, or with an event
every second, would keep a process busy until it is killed.
"""

from datetime import datetime
from datetime import timedelta
from dateutil.rrule import rrulestr
from itertools import islice

import re


#: Events of one series, and the years it reaches beyond its first.
MOST_EVENTS, MOST_YEARS = 366, 10
#: Letters of a whole series: its rule, its exceptions and single days.
MOST_LETTERS = 10_000
LONGEST_INTERVAL = 1000
#: {how often: what else may choose days, and how}, as the form makes it. With more than that a rule
#: can be made for which no day ever fits, and which is searched for until the year 9999.
MONTH, DAY_OF_MONTH = r"0?[1-9]|1[0-2]", r"-?(0?[1-9]|[12]\d|3[01])"
WEEKDAY = "MO|TU|WE|TH|FR|SA|SU"
NTH_WEEKDAY = rf"([+-]?[1-5])?({WEEKDAY})"
FREQUENCIES = {
    "DAILY": {},
    "WEEKLY": {"BYDAY": WEEKDAY},
    "MONTHLY": {"BYDAY": NTH_WEEKDAY, "BYMONTHDAY": DAY_OF_MONTH},
    "YEARLY": {"BYDAY": NTH_WEEKDAY, "BYMONTH": MONTH, "BYMONTHDAY": DAY_OF_MONTH},
}
#: What would make several events of one day.
HOURS = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
DATES = frozenset({"EXDATE", "RDATE"})
DAY = re.compile(r"(\d{8})(T\d{6}Z?)?")
#: Where it is not known when the first event is: any day will do.
ANY_DAY = datetime(2026, 1, 1, 9)


class NoSeries(ValueError):
    """This is no series of events. why: "form", "often", "endless", "many", "far" or "none"."""

    def __init__(self, why):
        super().__init__(why)
        self.why = why


def check_recurrence(text, first=None):
    """Raise NoSeries unless a text (iCalendar) tells a series with an end within bounds.

    first: when the first event is (datetime).

    >>> check_recurrence("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=10")
    >>> check_recurrence("RRULE:FREQ=WEEKLY;BYDAY=MO")
    Traceback (most recent call last):
    ...
    kommunalhub.security.input.recurrence.NoSeries: endless
    """
    if len(text) > MOST_LETTERS:
        raise NoSeries("many")
    first = (first or ANY_DAY).replace(tzinfo=None, microsecond=0)
    rules, dates = [], 0
    for name, value in lines_of(text):
        if name == "RRULE":
            rules.append(value)
        elif name in DATES:
            dates += len(days_in(value))
        elif name != "DTSTART":
            raise NoSeries("form")
    if len(rules) > 1:
        raise NoSeries("form")
    if dates > MOST_EVENTS:
        raise NoSeries("many")
    for rule in rules:
        check_rule(rule, first)


def lines_of(text):
    """Yield (name, value) of the lines of a series; a line without a name is its rule."""
    for line in re.sub(r"\r?\n[ \t]", "", text.strip()).upper().splitlines():
        name, colon, value = line.strip().partition(":")
        if line.strip():
            yield (name.partition(";")[0], value) if colon else ("RRULE", name)


def days_in(value):
    """Return the days of a list of them."""
    return [day_of(part) for part in value.split(",")]


def day_of(text):
    found = DAY.fullmatch(text.strip())
    try:
        return datetime.strptime(found[1], "%Y%m%d")
    except (TypeError, ValueError) as error:
        raise NoSeries("form") from error


def check_rule(rule, first):
    """Raise NoSeries unless the rule of a series is fine, seen from its first event."""
    parts = parts_of(rule)
    chosen = FREQUENCIES.get(parts.pop("FREQ", None))
    if chosen is None or HOURS & set(parts):
        raise NoSeries("often")
    number(parts.pop("INTERVAL", "1"), LONGEST_INTERVAL, "form")
    count, until = parts.pop("COUNT", None), parts.pop("UNTIL", None)
    if count is None and until is None:
        raise NoSeries("endless")
    for name, value in parts.items():
        how = WEEKDAY if name == "WKST" else chosen.get(name)
        if how is None or not all(re.fullmatch(how, one) for one in value.split(",")):
            raise NoSeries("form")
    if {"BYDAY", "BYMONTHDAY"} <= set(parts) and "BYMONTH" not in parts:
        raise NoSeries("form")
    horizon = first + timedelta(days=MOST_YEARS * 366)
    if until is not None and day_of(until) > horizon:
        raise NoSeries("far")
    wanted = None if count is None else number(count, MOST_EVENTS, "many")
    check_events(rule, first, min(day_of(until or f"{horizon:%Y%m%d}"), horizon), wanted)


def parts_of(rule):
    """Return {name: value} of a rule."""
    pairs = [part.partition("=") for part in rule.strip("; ").split(";")]
    parts = {name.strip(): value.strip() for name, _is, value in pairs}
    if len(parts) != len(pairs) or not all(parts.values()):
        raise NoSeries("form")
    return parts


def number(text, most, why):
    """Return a whole number from 1 to `most`; beyond it is wrong for the reason `why`."""
    if not re.fullmatch(r"\d{1,9}", text) or int(text) == 0:
        raise NoSeries("form")
    if int(text) > most:
        raise NoSeries(why)
    return int(text)


def check_events(rule, first, last, wanted):
    """Raise NoSeries unless the events of a rule are there, and no more than there may be.

    last: the day with which the search ends, so that it ends also where no day fits. wanted: how
    many the rule asks for, None for all until then.
    """
    bounded = ";".join(
        part for part in rule.strip("; ").split(";") if not part.startswith(("COUNT=", "UNTIL="))
    )
    try:
        events = rrulestr(f"{bounded};UNTIL={last:%Y%m%d}T235959", dtstart=first, ignoretz=True)
        found = len(list(islice(events, MOST_EVENTS + 1)))
    except (ValueError, TypeError, LookupError, ArithmeticError) as error:
        raise NoSeries("form") from error
    if not found:
        raise NoSeries("none")
    if wanted is None and found > MOST_EVENTS:
        raise NoSeries("many")
    if wanted is not None and found < wanted and not _ends_before(rule, last):
        raise NoSeries("far")


def _ends_before(rule, last):
    """Return whether the rule itself ends with the last day that was looked at."""
    until = parts_of(rule).get("UNTIL")
    return until is not None and day_of(until) <= last
