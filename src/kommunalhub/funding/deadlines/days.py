"""How days are counted: §§ 187 to 193 BGB, for authorities of the Land by § 89 LVwG; pure."""

from datetime import date
from datetime import timedelta
from kommunalhub.lib.workdays import is_holiday
from kommunalhub.lib.workdays import is_workday

import calendar


ONE_DAY = timedelta(days=1)
#: Why an end moves; a holiday on a weekend counts as the weekend.
SATURDAY, SUNDAY, HOLIDAY = "saturday", "sunday", "holiday"


def months_after(day: date, months: int) -> date:
    """Return the end of a period of months whose event fell on `day` (§ 188 (2) and (3) BGB).

    The day with the same number; where the month has none, its last day.

    >>> months_after(date(2026, 1, 31), 1), months_after(date(2027, 12, 15), 2)
    (datetime.date(2026, 2, 28), datetime.date(2028, 2, 15))
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def hindrance(day: date) -> str:
    """Return why a period cannot end on a day: SATURDAY, SUNDAY, HOLIDAY, or "" where it can.

    >>> hindrance(date(2026, 12, 20)), hindrance(date(2026, 12, 25)), hindrance(date(2026, 12, 31))
    ('sunday', 'holiday', '')
    """
    if day.weekday() >= 5:
        return SATURDAY if day.weekday() == 5 else SUNDAY
    return HOLIDAY if is_holiday(day) else ""


def moved(day: date) -> date:
    """Return the day itself, or the next working day after a weekend or holiday (§ 193 BGB).

    >>> moved(date(2026, 4, 4))  # Saturday before Easter Monday
    datetime.date(2026, 4, 7)
    """
    while not is_workday(day):
        day += ONE_DAY
    return day
