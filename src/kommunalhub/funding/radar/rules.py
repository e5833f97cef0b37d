"""What of the catalogue is news for a profile: pure, no Plone, no "now"."""

from decimal import Decimal


#: Profiles of one administration, or of one person.
MOST_PROFILES = 20
LONGEST_TITLE = 100
#: So many programmes are remembered as known, so many as told of last.
REMEMBERED, MOST_NEWS = 5000, 200
#: Values of one list.
MOST_VALUES = 50

#: What of a programme is worth telling when it changes, as matching.rules.Programme calls it.
MATTERS = (
    "deadline",
    "deadline_kind",
    "rate",
    "own_share",
    "min_amount",
    "max_amount",
    "topics",
    "eligible",
    "areas",
    "early_start",
    "cumulable",
    "state_aid",
)

#: Reasons that ask something about a project: a profile is none and cannot answer.
OF_PROJECTS = frozenset(
    {
        "topics_unknown",
        "applicant_unknown",
        "area_unknown",
        "cost_unknown",
        "own_funds_unknown",
    }
)


def mark(programme):
    """Return {name: text} of what matters in a programme, the same however often it is asked.

    >>> from kommunalhub.funding.matching.rules import Programme
    >>> mark(Programme("u", topics=frozenset("ba"), rate=Decimal("50.0")))["topics"]
    'a, b'
    """
    return {name: _text(getattr(programme, name)) for name in MATTERS}


def _text(value):
    if value is None:
        return ""
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    if isinstance(value, Decimal):
        return str(value.normalize())
    return str(value)


def changes(before, now):
    """Return the names of what has changed between two marks, in the order of MATTERS.

    What an older mark does not know is not counted: a new release is no news.

    >>> changes({"rate": "50"}, {"rate": "60", "areas": "aktivregion"})
    ('rate',)
    """
    return tuple(
        name for name in MATTERS if name in before and name in now and before[name] != now[name]
    )


def news(known, found):
    """Return {uid: names of what changed} of what is worth telling; () for what is new.

    known, found: {uid: mark}, of what fitted before and what fits now.

    >>> news({"a": {"rate": "5"}, "b": {"rate": "5"}}, {"a": {"rate": "5"}, "b": {"rate": "6"},
    ...     "c": {"rate": "7"}})
    {'b': ('rate',), 'c': ()}
    """
    return {
        uid: changes(known[uid], now) if uid in known else ()
        for uid, now in found.items()
        if uid not in known or changes(known[uid], now)
    }


def remembered(known, found):
    """Return what is known after a look: what fits now first, so that nothing old is told anew."""
    kept = {**found, **{uid: old for uid, old in known.items() if uid not in found}}
    return dict(list(kept.items())[:REMEMBERED])


def is_range(lowest, highest):
    """Return whether the lower cost is not above the higher; what is unknown limits nothing."""
    return lowest is None or highest is None or lowest <= highest


def listeners(editors, colleagues, joined, left):
    """Return who hears of the profile of an administration.

    Its editors do unless they left, and those of its people who joined.

    >>> sorted(listeners({"e1", "e2"}, {"e1", "e2", "s"}, {"s", "gone"}, {"e2"}))
    ['e1', 's']
    """
    return ((set(editors) | set(joined)) & set(colleagues)) - set(left)
