"""When a page is reviewed and who is responsible for it: pure, days are days in Europe/Berlin."""

from calendar import monthrange
from datetime import date
from datetime import timedelta


#: So many months may lie between two reviews, and lie between them unless somebody says otherwise.
LEAST, MOST, USUAL = 1, 60, 12
#: From the day of a review on there are so many days to do it.
TIME = timedelta(days=14)

#: Why somebody is called for.
REVIEW, REPORTS = REASONS = ("review", "reports")


def next_review(checked_on, months):
    """Return the day of the next review: the same day of the month, or the last of a shorter one.

    checked_on: date of the last look, None for a page that nobody has released.

    >>> next_review(date(2026, 8, 31), 6).isoformat()
    '2027-02-28'
    """
    if checked_on is None:
        return None
    year, month = divmod(checked_on.year * 12 + checked_on.month - 1 + months, 12)
    return date(year, month + 1, min(checked_on.day, monthrange(year, month + 1)[1]))


def nearest(values, usual):
    """Return the first value that was said, from the page up its folders, else the usual one.

    >>> nearest([None, 6, 12], 24), nearest([], 24)
    (6, 24)
    """
    return next((value for value in values if value), usual)


def usual_group(partner):
    """Return who is responsible where nobody says so: the editors of an administration, or the hub.

    >>> usual_group("malente"), usual_group(None)
    ('malente-editors', 'hub-managers')
    """
    return f"{partner}-editors" if partner else "hub-managers"


def may_answer(groups, roles, responsible):
    """Return whether a person may say that a page is still right.

    groups: their groups, also those they stand in for, without what marks these.
    """
    return responsible in groups or not {"HubManager", "Manager"}.isdisjoint(roles)
