"""The path of an application as pure functions: what may follow what, and what it comes to.

Amounts are `Decimal` EUR.

>>> may_step(SKETCH, IN_WORK), may_step(SKETCH, FINAL)
(True, False)
"""

from decimal import Decimal


ZERO = Decimal(0)
CENT = Decimal("0.01")

SKETCH = "sketch"
IN_WORK = "in_work"
FILED = "filed"
GRANTED = "granted"
PARTLY_GRANTED = "partly_granted"
DENIED = "denied"
OBJECTION = "objection"
FINAL = "final"
WITHDRAWN = "withdrawn"
STATES = (
    SKETCH,
    IN_WORK,
    FILED,
    GRANTED,
    PARTLY_GRANTED,
    DENIED,
    OBJECTION,
    FINAL,
    WITHDRAWN,
)
KINDS = ("first", "change", "continuation", "final")

#: What may follow a state. The states in BY_NOTICE follow from a notice alone.
STEPS = {
    SKETCH: (IN_WORK, FILED, WITHDRAWN),
    IN_WORK: (SKETCH, FILED, WITHDRAWN),
    FILED: (IN_WORK, GRANTED, PARTLY_GRANTED, DENIED, WITHDRAWN),
    GRANTED: (GRANTED, PARTLY_GRANTED, DENIED, OBJECTION, FINAL, WITHDRAWN),
    PARTLY_GRANTED: (GRANTED, PARTLY_GRANTED, DENIED, OBJECTION, FINAL, WITHDRAWN),
    DENIED: (GRANTED, PARTLY_GRANTED, DENIED, OBJECTION, FINAL),
    OBJECTION: (GRANTED, PARTLY_GRANTED, DENIED, FINAL, WITHDRAWN),
    FINAL: (GRANTED, PARTLY_GRANTED, DENIED, WITHDRAWN),
    WITHDRAWN: (),
}
BY_NOTICE = (GRANTED, PARTLY_GRANTED, DENIED)
#: Steps that say why.
WITH_REASON = (OBJECTION, WITHDRAWN)
#: The straight way, as the state bar shows it.
MILESTONES = (SKETCH, IN_WORK, FILED, GRANTED, FINAL)
#: As long as nothing went to the funder.
BEFORE_FILING = (SKETCH, IN_WORK)
#: The funder has not decided yet, or not for good.
WAITING = (FILED, OBJECTION)
#: Nothing is expected of these any more.
NOT_COUNTED = (WITHDRAWN, DENIED)

NOTICE_KINDS = ("total", "partial", "rest", "change", "denial", "revocation")
#: Kinds that take the place of an earlier notice.
REPLACING = ("change", "revocation")
DELIVERIES = ("post", "electronic", "portal", "inbox", "handed", "formal")
FINANCING = ("share", "gap", "fixed", "full")
EARLY_STATES = ("none", "asked", "approved", "refused", "withdrawn")
#: What may follow what of an early start.
EARLY_STEPS = {
    "none": ("asked", "approved"),
    "asked": ("approved", "refused", "withdrawn"),
    "approved": ("approved", "withdrawn"),
    "refused": ("asked", "approved"),
    "withdrawn": ("asked", "approved"),
}


def may_step(state, to) -> bool:
    """Return whether `to` may follow `state`."""
    return to in STEPS[state]


def by_hand(state):
    """Return the states that somebody may set after `state`; the others follow from a notice."""
    return tuple(to for to in STEPS[state] if to not in BY_NOTICE)


def takes_notice(state) -> bool:
    """Return whether a notice may be recorded in a state."""
    return any(to in BY_NOTICE for to in STEPS[state])


def is_filed(state) -> bool:
    """Return whether an application in this state lies with the funder, or did until the end."""
    return state not in (*BEFORE_FILING, WITHDRAWN)


def ahead(state):
    """Return the milestones that can still come after a state.

    >>> ahead(FILED), ahead(DENIED), ahead(WITHDRAWN)
    (('granted', 'final'), ('final',), ())
    """
    if not STEPS[state] or state == FINAL:
        return ()
    if state in MILESTONES:
        return MILESTONES[MILESTONES.index(state) + 1 :]
    return (FINAL,)


def in_force(notices):
    """Return the notices that no later one has replaced, in their order."""
    replaced = {notice["replaces"] for notice in notices if notice.get("replaces")}
    return [notice for notice in notices if notice["number"] not in replaced]


def open_conditions(notices):
    """Return the conditions of the notices in force that nobody has ticked off yet."""
    return [
        condition
        for notice in in_force(notices)
        for condition in notice.get("conditions") or ()
        if condition["done_on"] is None
    ]


def missing_documents(checklist):
    """Return the rows of required documents that are not there."""
    return [row for row in checklist if row["required"] and row["state"] in ("missing", "asked")]


def granted(notices) -> Decimal | None:
    """Return what the notices in force grant together, None without any notice.

    >>> first = {"number": 1, "kind": "partial", "amount": Decimal(60), "replaces": None}
    >>> rest = {"number": 2, "kind": "rest", "amount": Decimal(40), "replaces": None}
    >>> changed = {"number": 3, "kind": "change", "amount": Decimal(50), "replaces": 1}
    >>> granted([first, rest]), granted([first, rest, changed]), granted([])
    (Decimal('100'), Decimal('90'), None)
    """
    if not notices:
        return None
    return sum((notice["amount"] or ZERO for notice in in_force(notices)), ZERO)


def state_after(notices, asked) -> str:
    """Return the state that the notices lead to; asked: what was applied for."""
    total = granted(notices)
    if not total:
        return DENIED
    if asked is not None and total < asked:
        return PARTLY_GRANTED
    return GRANTED


def is_ordered(first, last) -> bool:
    """Return whether two days follow each other; an unknown one stands in no way."""
    return first is None or last is None or first <= last


def decided_on(notices):
    """Return the day of the first notice in force that grants, else of the first one, or None."""
    valid = in_force(notices)
    granting = [notice for notice in valid if notice["amount"]]
    return min((notice["day"] for notice in granting or valid), default=None)
