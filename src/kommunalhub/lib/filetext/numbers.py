"""Numbers of a sheet as people write them: days, shares, amounts."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta

import math
import re


DAY, PERCENT, EURO = "day", "percent", "euro"


@dataclass(frozen=True)
class Format:
    """How a number is shown. kind: DAY, PERCENT or EURO; decimals: of the last two."""

    kind: str
    decimals: int = 0


#: Number formats that every file has by itself: ECMA-376, part 1, 18.8.30.
FORMATS = {
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), Format(DAY)),
    9: Format(PERCENT),
    10: Format(PERCENT, 2),
}
#: Day 0 of a sheet, and where the file says so another one.
DAY_0, DAY_0_MAC = datetime(1899, 12, 30), datetime(1904, 1, 1)
#: What a number format says in words, colours and conditions, none of it a sign for a date.
_SAID = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DAY = re.compile("[yd]", re.I)
_EURO = re.compile("€|EUR")
_DECIMALS = re.compile(r"[0#]\.(0+)")
MOST_DECIMALS = 6
#: Days before this one are numbers.
FIRST_DAY = 1


def format_of(code):
    """Return the Format that a code of a number format stands for, None for any other.

    >>> format_of("dd.mm.yyyy"), format_of('#,##0.00 "€"')
    (Format(kind='day', decimals=0), Format(kind='euro', decimals=2))
    """
    code = code.partition(";")[0]  # what follows is for negative numbers, for zero and for texts
    bare = _SAID.sub("", code)
    decimals = _DECIMALS.search(bare)
    decimals = min(len(decimals[1]), MOST_DECIMALS) if decimals else 0
    if _DAY.search(bare):
        return Format(DAY)
    if "%" in bare:
        return Format(PERCENT, decimals)
    return Format(EURO, decimals) if _EURO.search(code) else None


def day_of(value, day_0=DAY_0):
    """Return a number of days as people write the day, with the time where there is one.

    >>> day_of("46380"), day_of("46380.3333333333"), day_of("viele")
    ('24.12.2026', '24.12.2026 08:00', 'viele')
    """
    try:
        days = float(value)
        moment = day_0 + timedelta(minutes=round(days * 24 * 60))
    except (ValueError, OverflowError):
        return value
    if days < FIRST_DAY:
        return value
    return moment.strftime("%d.%m.%Y %H:%M" if days % 1 else "%d.%m.%Y")


def number_of(value, shown=None):
    """Return a number as people write it; shown: its Format, None for the number itself.

    >>> number_of("0.455", Format(PERCENT, 1)), number_of("1234.5", Format(EURO, 2))
    ('45,5 %', '1.234,50 €')
    >>> number_of("0.30000000000000004"), number_of("4500"), number_of("viele")
    ('0,3', '4500', 'viele')
    """
    try:
        number = float(value)
    except ValueError:
        return value
    if not math.isfinite(number) or abs(number) >= 1e15:
        return value
    if shown is None:
        return value if "." not in value else f"{number:.12g}".replace(".", ",")
    if shown.kind == PERCENT:
        return f"{number * 100:.{shown.decimals}f} %".replace(".", ",")
    return f"{number:,.{shown.decimals}f} €".translate(str.maketrans(",.", ".,"))
