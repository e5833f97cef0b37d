"""How long a certificate of a workshop is valid. Pure."""

from calendar import monthrange
from datetime import date


def valid_until(day, months):
    """Return the last day on which a certificate of a workshop that ended on a day is valid.

    None where it is valid for ever. The day is that of the month, or the month's last.

    >>> valid_until(date(2026, 8, 31), 6), valid_until(date(2026, 8, 31), None)
    (datetime.date(2027, 2, 28), None)
    """
    if not months:
        return None
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
