"""Values as people read them: money, dates and "how long still" in the language of the request.

Dates with a time are shown in Europe/Berlin whatever zone they are stored in.
"""

from babel.dates import format_date
from babel.numbers import format_currency
from babel.numbers import format_decimal
from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from functools import lru_cache
from kommunalhub import _
from kommunalhub.lib.workdays import NONE_CLOSED
from kommunalhub.lib.workdays import workdays_between
from zoneinfo import ZoneInfo

import unicodedata


BERLIN = ZoneInfo("Europe/Berlin")


def to_local(value: datetime) -> datetime:
    """Return value in Europe/Berlin; a naive value is taken as UTC."""
    if value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
    return value.astimezone(BERLIN)


def now() -> datetime:
    """Return the current time in UTC; the one place that reads the clock (tests replace it)."""
    return datetime.now(UTC)


def money(value: Decimal | None, locale: str = "de") -> str:
    """Return EUR as `184.500,00 €`; empty for None."""
    return "" if value is None else format_currency(value, "EUR", locale=locale)


def percent(value: Decimal | None, locale: str = "de") -> str:
    """Return a percentage (0..100) as `80 %`; empty for None."""
    return "" if value is None else f"{format_decimal(value, locale=locale)} %"


def day(value: date | None, locale: str = "de") -> str:
    """Return `12. November 2026`; empty for None."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = to_local(value).date()
    return _date(value, "long", locale)


def weekday(value: date | None, locale: str = "de") -> str:
    """Return `Donnerstag, 12. November 2026`; empty for None."""
    return "" if value is None else format_date(value, "EEEE, d. MMMM y", locale=locale)


def short_weekday(value: date, locale: str = "de") -> str:
    """Return `Do`."""
    return format_date(value, "EEEEEE", locale=locale).rstrip(".")


def month(value: date, locale: str = "de") -> str:
    """Return `November 2026`."""
    return format_date(value, "LLLL y", locale=locale)


def clock(value: datetime) -> str:
    """Return `8:05` in Europe/Berlin."""
    return f"{to_local(value):%-H:%M}"


def moment(value: datetime | None, locale: str = "de") -> str:
    """Return `12. November 2026, 10:14` in Europe/Berlin; empty for None."""
    if value is None:
        return ""
    local = to_local(value)
    return f"{_date(local.date(), 'd. MMMM y', locale)}, {local:%H:%M}"


@lru_cache(maxsize=1000)  # a list says few days again and again
def _date(value, form, locale):
    return format_date(value, form, locale=locale)


def due_text(due: datetime | None, current: datetime, closed: frozenset[date] = NONE_CLOSED):
    """Return (message, tag) for a due date: how long still in working days, and the look of it.

    closed: days on which the office that has to act is closed.
    tag: "late", "soon" (today or within one working day) or "" for later.
    The message is translatable; None gives (None, "").
    """
    if due is None:
        return None, ""
    due_day, today = to_local(due).date(), to_local(current).date()
    left = workdays_between(today, due_day, closed)
    if due < current:
        late = max(-left, 0)
        if late == 0:
            return _("due_just_passed", default="overdue since today"), "late"
        if late == 1:
            return _("due_one_day_late", default="1 working day overdue"), "late"
        return _("due_days_late", default="${n} working days overdue", mapping={"n": late}), "late"
    if due_day == today:
        return _("due_today", default="due today"), "soon"
    if (due_day - today).days == 1:
        return _("due_tomorrow", default="due tomorrow"), "soon"
    if left <= 1:
        return _("due_one_day_left", default="1 working day left"), "soon"
    return _("due_days_left", default="${n} working days left", mapping={"n": left}), ""


def sort_key(text: str) -> str:
    """Return what German titles are sorted by (DIN 5007-1): ä as a, ß as ss, case apart.

    >>> sorted(["Zoo", "über", "Straße", "Abfall"], key=sort_key)
    ['Abfall', 'Straße', 'über', 'Zoo']
    """
    if text.isascii():  # most texts of a list, and many times as fast
        return text.casefold()
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
