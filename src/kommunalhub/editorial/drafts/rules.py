"""What is kept of a form, how much and how long. Pure."""

from datetime import timedelta

import json


#: So long a draft is kept, so many of one person, of so many characters and fields each.
KEPT = timedelta(days=14)
MOST = 20
BIGGEST = 200_000
FIELDS = 400
EDIT, ADD = "edit", "++add++"
LONGEST_NAME = 200


class NotKept(ValueError):
    """What was sent is no draft, or too much; args[0] is "form" or "big"."""


def read_entries(text):
    """Return [(name, value)] of what a form sent as JSON. Raises NotKept.

    >>> read_entries('[["form.widgets.title", "Uhr"]]')
    [('form.widgets.title', 'Uhr')]
    """
    if len(text) > BIGGEST:
        raise NotKept("big")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotKept("form") from error
    if not isinstance(found, list) or len(found) > FIELDS:
        raise NotKept("form")
    if not all(_is_entry(one) for one in found):
        raise NotKept("form")
    return [(name, value) for name, value in found]


def _is_entry(one):
    return (
        isinstance(one, list)
        and len(one) == 2
        and all(isinstance(part, str) for part in one)
        and 0 < len(one[0]) <= LONGEST_NAME
    )


def read_form(name):
    """Return the name of a form in which drafts are kept. Raises NotKept.

    >>> read_form("edit"), read_form("++add++News Item")
    ('edit', '++add++News Item')
    """
    if name != EDIT and not (name.startswith(ADD) and len(name) <= LONGEST_NAME):
        raise NotKept("form")
    return name


def too_many(times, most=MOST):
    """Return the keys of the oldest drafts that have to go so that another one has room.

    times: {key: ISO moment}

    >>> too_many({"a": "2026-01-02", "b": "2026-01-01"}, most=2)
    ['b']
    """
    by_age = sorted(times, key=lambda key: times[key])
    return by_age[: max(len(by_age) - most + 1, 0)]


def is_over(when, now):
    """Return whether a draft has been kept long enough. when: datetime."""
    return when + KEPT <= now
