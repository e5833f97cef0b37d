"""Whether somebody is there for what a case waits for: groups may empty while it is on its way."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.approvals.titles import titles_of
from kommunalhub.core.persons import is_there
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import property_of


@dataclass(frozen=True)
class Crowd:
    """The people of one group who have an account; mailed: those of them with an address."""

    people: frozenset[str] = frozenset()
    mailed: frozenset[str] = frozenset()


def crowd_of(group):
    """Return the Crowd of a group, groups in it too; an empty one for a group that is gone."""
    people = frozenset(filter(is_there, members_of(group)))
    return Crowd(people, frozenset(userid for userid in people if property_of(userid, "email")))


def abandoned(crowds, barred=(), each=False):
    """Return (groups in which nobody may act, groups in which nobody gets mail): pure.

    The latter only where somebody may act.

    crowds: {group: Crowd} of those a case waits for. barred: ids of people whom four eyes keep from
    acting. each: whether every group must act, as in a round of consents; else one is enough.

    >>> abandoned({"a": Crowd(), "b": Crowd(frozenset({"x"}))})
    ((), ('b',))
    >>> abandoned({"a": Crowd(), "b": Crowd(frozenset({"x"}))}, each=True)
    (('a',), ())
    """
    left = {group: crowd.people.difference(barred) for group, crowd in crowds.items()}
    empty = tuple(group for group, people in left.items() if not people)
    if empty and (each or len(empty) == len(crowds)):
        return empty, ()
    silent = tuple(g for g in crowds if left[g] and left[g].isdisjoint(crowds[g].mailed))
    return (), silent if each or len(silent) + len(empty) == len(crowds) else ()


def warning(facts, awaited, barred=()):
    """Return a sentence where what a case waits for will not happen by itself, else None.

    awaited: tokens, see awaiting.awaited; barred: see awaiting.barred.
    """
    each = facts.extra.get("round") == "open"
    groups = [token for token in awaited if not token.startswith("user:")]
    if not groups or (len(groups) < len(awaited) and not each):
        return None  # somebody in person can go on
    empty, silent = abandoned({group: crowd_of(group) for group in groups}, barred, each)
    if empty:
        return _(
            "case_nobody_there",
            default="Nobody can act at the moment for: ${who}. "
            "Please tell the hub management; they can put somebody into the group.",
            mapping={"who": titles_of(empty)},
        )
    if silent:
        return _(
            "case_nobody_told",
            default="Nobody is told by mail, for no address is known of: ${who}.",
            mapping={"who": titles_of(silent)},
        )
    return None
