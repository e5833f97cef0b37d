"""What is shown of news, and in which order: pure."""

import re


#: So many may stand on top at once; so many stand on a page, and in a feed.
MOST_PINNED = 3
PAGE_SIZE = 10
IN_FEED = 30

MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")


def is_pinned(pinned, today):
    """Return whether news stands on top. pinned, today: ISO days; the last day counts.

    >>> is_pinned("2026-12-01", "2026-12-01"), is_pinned("2026-11-30", "2026-12-01")
    (True, False)
    >>> is_pinned("", "2026-12-01")
    False
    """
    return bool(pinned) and pinned >= today


def is_month(text):
    """Return whether a text names a month, like 2026-11."""
    return isinstance(text, str) and MONTH.fullmatch(text) is not None


def by_year(months):
    """Return [(year, [(month, count)])], the newest first. months: {"2026-11": count}.

    >>> by_year({"2026-11": 3, "2025-12": 1, "2026-02": 2})
    [('2026', [('2026-11', 3), ('2026-02', 2)]), ('2025', [('2025-12', 1)])]
    """
    years = {}
    for month in sorted(months, reverse=True):
        years.setdefault(month[:4], []).append((month, months[month]))
    return list(years.items())


def arranged(found, today):
    """Return the keys of news with those on top first. found: [(key, pinned)], the newest first."""
    top = [key for key, pinned in found if is_pinned(pinned, today)][:MOST_PINNED]
    chosen = set(top)
    return [*top, *(key for key, _pinned in found if key not in chosen)]
