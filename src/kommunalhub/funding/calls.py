"""When a programme may be applied for, as pure functions; days are `date`, the last one counts.

A programme has any number of calls: periods that end on a closing day. A single deadline is a call
without a beginning, and where applications are taken all the time the end of the programme is one.

>>> calls = calls_of([{"closes": date(2027, 3, 31)}, {"closes": date(2027, 9, 30)}])
>>> decisive(calls, date(2027, 4, 1)).closes
datetime.date(2027, 9, 30)
>>> decisive(calls, date(2028, 1, 1)).closes
datetime.date(2027, 9, 30)
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from kommunalhub.funding.rules import NEAR_DAYS


#: Kinds: on fixed days, at any time, first come first served, when a call is out.
FIXED, ROLLING, FIRST_COME, CALL = "fixed", "rolling", "first_come", "call"
#: Kinds in which nobody waits for a call.
ANY_TIME = (ROLLING, FIRST_COME)

#: How a programme stands on a day, besides the kinds above.
PASSED, NEAR, OPEN, UPCOMING = "passed", "near", "open", "upcoming"
MOST_CALLS = 60


@dataclass(frozen=True)
class Call:
    """One period in which applications are taken; pot: EUR that there are."""

    closes: date
    opens: date | None = None
    pot: Decimal | None = None
    remark: str = ""


def calls_of(rows, deadline=None, kind=CALL, valid_until=None):
    """Return the Calls of a programme as a tuple, the first to close first.

    rows: dicts with closes and, if known, opens, pot, remark. No call outlives the programme.
    """
    found = [
        Call(row["closes"], row.get("opens"), row.get("pot"), row.get("remark") or "")
        for row in rows or ()
    ]
    if deadline is not None and deadline not in {call.closes for call in found}:
        found.append(Call(deadline))
    if not found and kind in ANY_TIME and valid_until is not None:
        found.append(Call(valid_until))
    if valid_until is not None:
        found = [
            call
            if call.closes <= valid_until
            else Call(valid_until, call.opens, call.pot, call.remark)
            for call in found
            if call.opens is None or call.opens <= valid_until
        ]
    return tuple(sorted(found, key=lambda call: (call.closes, call.opens or date.min)))


def decisive(calls, today):
    """Return the call that decides on a day: the next to close, else the last; None for none."""
    return next((call for call in calls if call.closes >= today), calls[-1] if calls else None)


def standing(kind, calls, today, valid_until=None):
    """Return how a programme stands: PASSED, UPCOMING, NEAR, OPEN or, without any day, its kind.

    NEAR begins NEAR_DAYS before the closing day; a programme open at any time is near its end only.

    >>> standing(ROLLING, (), date(2027, 1, 1)), standing(FIXED, (), date(2027, 1, 1))
    ('rolling', 'call')
    """
    if valid_until is not None and valid_until < today:
        return PASSED
    call = decisive(calls, today)
    if call is None:
        return kind if kind in ANY_TIME else CALL
    if call.closes < today:
        return PASSED
    if call.opens is not None and call.opens > today:
        return UPCOMING
    if (call.closes - today).days <= NEAR_DAYS:
        return NEAR
    return kind if kind in ANY_TIME else OPEN


def days_fit(kind, deadline, rows) -> bool:
    """Return whether days are given exactly where the kind of the deadline calls for one.

    "fixed" needs a day, as a deadline or as calls; "rolling" has none; the others may have some.
    """
    has_days = deadline is not None or bool(rows)
    if kind == FIXED:
        return has_days
    return kind != ROLLING or not has_days


def rows_fit(rows) -> bool:
    """Return whether each call opens before it closes, and no day stands there twice."""
    days = [row["closes"] for row in rows or ()]
    ordered = all(row.get("opens") is None or row["opens"] <= row["closes"] for row in rows or ())
    return ordered and len(days) == len(set(days))
