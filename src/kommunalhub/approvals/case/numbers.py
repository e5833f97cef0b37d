"""Case numbers such as F-2026-031: one counter per prefix and year, for the whole site."""

from BTrees.OOBTree import OOBTree
from kommunalhub.core import formatting
from plone import api
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.approvals.case.numbers"


def number(prefix, year, count):
    """Return how a case number is written.

    >>> number("F", 2026, 31)
    'F-2026-031'
    """
    return f"{prefix}-{year}-{count:03d}"


def next_number(prefix):
    """Return a new case number of the current year.

    Two connections that count at once both write the same key, so one of them is retried: no
    number is given twice.
    """
    year = formatting.to_local(formatting.now()).year
    annotations = IAnnotations(api.portal.get())
    counters = annotations.get(KEY)
    if counters is None:
        counters = annotations[KEY] = OOBTree()
    series = f"{prefix}-{year}"
    counters[series] = counters.get(series, 0) + 1
    return number(prefix, year, counters[series])


def ensure_number(obj, process):
    """Give a case its number if it has none yet, and return it; None where they have none."""
    given = getattr(obj, "__dict__", {}).get("case_number")
    if not given and process.prefix:
        given = obj.case_number = next_number(process.prefix)
    return given
