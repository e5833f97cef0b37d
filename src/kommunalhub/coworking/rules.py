"""The rules for co-working as pure functions; today comes in as an argument."""

from datetime import date
from datetime import timedelta
from kommunalhub.booking.rules import local_moment
from kommunalhub.booking.rules import Span


ADMINISTRATION = "administration"
PERSON = "person"
APPLICANT_KINDS = (ADMINISTRATION, "startup", "company", PERSON)

DESK = "desk"
SPACE_KINDS = (DESK, "office", "meeting", "hall")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")

#: Roles whose word is taken when they apply as an administration.
STAFF_ROLES = frozenset({"Staff", "HubManager", "Manager"})


def is_external(applicant_kind, applied_by_staff) -> bool:
    """Return whether the operator's consent is needed as well as the host's.

    Only staff of the hub's administrations count as an administration: who merely says so in the
    form is treated like everybody from outside.
    """
    return applicant_kind != ADMINISTRATION or not applied_by_staff


def kind_of(extra):
    """Return the kind of applicant whose rule holds; who merely claims to be one is no staff."""
    kind = extra.get("applicant_kind") or ""
    if kind == ADMINISTRATION and extra.get("external"):
        return "company"
    return kind


def needs_organisation(applicant_kind) -> bool:
    """Return whether this kind of applicant must name an organisation: all but persons."""
    return applicant_kind != PERSON


def period_is_ordered(start, end) -> bool:
    """Return whether the period does not end before it starts; one day is a period."""
    return start is None or end is None or start <= end


def period_is_short_enough(start, end, longest_days) -> bool:
    """Return whether the period, both ends counted, has at most longest_days.

    >>> period_is_short_enough(date(2027, 1, 1), date(2027, 12, 31), 365)
    True
    """
    return start is None or end is None or (end - start).days + 1 <= longest_days


def has_day_in_period(weekdays, start, end) -> bool:
    """Return whether one of the weekdays lies from start to end, both counted; unknown fits.

    >>> has_day_in_period({"mon"}, date(2026, 12, 17), date(2026, 12, 17))  # a Thursday
    False
    """
    if not weekdays or start is None or end is None:
        return True
    length = min((end - start).days + 1, 7)
    within = {(start + timedelta(n)).weekday() for n in range(length)}
    return any(WEEKDAYS.index(day) in within for day in weekdays if day in WEEKDAYS)


def starts_in_time(start, today: date) -> bool:
    """Return whether the first day has not passed; today is in time."""
    return start is None or start >= today


def capacity(kind, seats) -> int:
    """Return for how many persons one application for this kind of space may ask.

    seats: seats of the spaces of that kind. Desks add up, rooms do not: one application fits in
    one room.

    >>> capacity("desk", [1, 1, 1, 1, 1, 1]), capacity("meeting", [8, 4]), capacity("office", [])
    (6, 8, 0)
    """
    return sum(seats) if kind == DESK else max(seats, default=0)


def fits(persons, room) -> bool:
    """Return whether so many persons find room; unknown (None) fits."""
    return persons is None or room is None or persons <= room


def most_at_once(periods, start: date, end: date) -> int:
    """Return how many seats are taken on the fullest day from start to end, both counted.

    periods: (first day, last day, seats) of others.

    >>> jan = [date(2027, 1, day) for day in range(1, 32)]
    >>> most_at_once([(jan[0], jan[9], 2), (jan[9], jan[20], 3)], jan[5], jan[30])
    5
    """
    if start is None or end is None:
        return 0
    near = [(max(first, start), last, seats) for first, last, seats in periods]
    near = [period for period in near if period[0] <= min(period[1], end)]
    return max(
        (
            sum(seats for first, last, seats in near if first <= day <= last)
            for day, _last, _seats in near
        ),
        default=0,
    )


def days_held(start: date, end: date, weekdays):
    """Return the Spans in which an application with a fixed place holds it, in order.

    All working days mean the whole period, weekends included; else runs of the chosen days.

    >>> [span.days()[0].day for span in days_held(date(2027, 1, 4), date(2027, 1, 12), {"mon"})]
    [4, 11]
    """
    if set(WEEKDAYS) <= set(weekdays):
        return [Span(local_moment(start, 0), local_moment(end, 1440))]
    runs = []
    for number in range((end - start).days + 1):
        day = start + timedelta(number)
        if not covers_day(day, start, end, weekdays):
            continue
        if runs and runs[-1][1] == day - timedelta(days=1):
            runs[-1][1] = day
        else:
            runs.append([day, day])
    return [Span(local_moment(first, 0), local_moment(last, 1440)) for first, last in runs]


def days_from(first: date, count):
    """Return so many days from a day on.

    >>> [day.day for day in days_from(date(2026, 12, 30), 3)]
    [30, 31, 1]
    """
    return [first + timedelta(number) for number in range(count)]


def covers_day(day: date, start: date, end: date, weekdays) -> bool:
    """Return whether an application is for a day; no days of the week known means all."""
    chosen = set(weekdays) or set(WEEKDAYS)
    within = start <= day <= end
    return within and day.weekday() < len(WEEKDAYS) and WEEKDAYS[day.weekday()] in chosen
