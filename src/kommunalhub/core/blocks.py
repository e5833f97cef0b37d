"""Blocks of a page in the order somebody chose, some of them hidden: pure.

A page knows which kinds of blocks there are (`names`, in the order in which they stand unless
somebody says otherwise); what is kept is an `Arrangement`. A block that came later stands where the
page puts it, one that is gone is passed over. Used by „Mein Hub“ and by the home of a partner.
"""

from dataclasses import dataclass
from dataclasses import replace


UP, DOWN = "up", "down"
STEPS = {UP: -1, DOWN: 1}


@dataclass(frozen=True)
class Arrangement:
    """What somebody chose. order, hidden: names of blocks; order may lack some."""

    order: tuple = ()
    hidden: frozenset = frozenset()


#: What holds for who has chosen nothing.
USUAL = Arrangement()


def ordered(names, arrangement):
    """Return all names, hidden ones too, in the order of an arrangement.

    What the arrangement does not know stands behind the same neighbour as usual.

    >>> ordered(["news", "dates", "people"], Arrangement(order=("people", "news")))
    ['people', 'news', 'dates']
    >>> ordered(["alert", "news", "dates"], Arrangement(order=("dates", "news", "gone")))
    ['alert', 'dates', 'news']
    """
    known = set(names)
    found = [name for name in dict.fromkeys(arrangement.order) if name in known]
    before = None
    for name in names:
        if name not in found:
            found.insert(0 if before is None else found.index(before) + 1, name)
        before = name
    return found


def shown(names, arrangement):
    """Return the names of the blocks that are shown, in order.

    >>> shown(["news", "dates", "people"], Arrangement(hidden=frozenset({"dates"})))
    ['news', 'people']
    """
    return [name for name in ordered(names, arrangement) if name not in arrangement.hidden]


def moved(names, arrangement, name, direction):
    """Return the arrangement with one block a place up or down; at the end it stays.

    direction: UP or DOWN. Raises KeyError for another one, LookupError for an unknown block.
    """
    step = STEPS[direction]
    order = ordered(names, arrangement)
    if name not in order:
        raise LookupError(name)
    here = order.index(name)
    there = min(max(here + step, 0), len(order) - 1)
    order[here], order[there] = order[there], order[here]
    return replace(arrangement, order=tuple(order))


def switched(names, arrangement, name, is_shown):
    """Return the arrangement with one block shown or hidden. Raises LookupError for an unknown."""
    if name not in names:
        raise LookupError(name)
    kept = arrangement.hidden & frozenset(names)
    return replace(arrangement, hidden=kept - {name} if is_shown else kept | {name})
