"""How long something is kept, under which key, and who may bring it back. Pure."""

from datetime import timedelta

import re


#: Days that things are kept unless the hub says otherwise, and what it may say.
DAYS, FEWEST_DAYS, MOST_DAYS = 30, 7, 365
#: Seconds since 1970 in hexadecimal, and chance: keys are sorted as things were deleted.
KEY = re.compile(r"[0-9a-f]{10}-[0-9a-f]{16}")


def new_key(now, chance):
    """Return the key of what is deleted now. chance: sixteen hexadecimal digits."""
    return f"{_seconds(now)}-{chance}"


def is_key(text):
    """Return whether a text has the form of a key.

    >>> is_key("006b0c1690-0123456789abcdef"), is_key("../etc")
    (True, False)
    """
    return KEY.fullmatch(text) is not None


def first_kept(now, days):
    """Return the lower bound of keys of what is kept still; all smaller ones are over."""
    return _seconds(now - timedelta(days=days))


def kept_until(deleted, days):
    """Return until when something is kept. deleted: datetime, UTC."""
    return deleted + timedelta(days=days)


def may_bring_back(partner, edits_for, manages):
    """Return whether somebody may bring back, or throw away, what was deleted.

    partner: the administration it belonged to, None for the hub itself. edits_for: the
    administrations that the person writes for. manages: whether they manage the hub.

    >>> may_bring_back("malente", ("malente",), False), may_bring_back(None, ("malente",), False)
    (True, False)
    """
    return manages or (partner is not None and partner in edits_for)


def days_wanted(text):
    """Return the number of days that somebody typed; ValueError for what is none.

    >>> days_wanted(" 14 ")
    14
    """
    days = int(text.strip()) if len(text.strip()) < 5 else MOST_DAYS + 1
    if not FEWEST_DAYS <= days <= MOST_DAYS:
        raise ValueError(text)
    return days


def _seconds(moment):
    return f"{int(moment.timestamp()):010x}"
