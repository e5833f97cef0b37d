"""Where blocks stand in their columns, and what moves them: pure, no Plone."""

from dataclasses import dataclass
from dataclasses import replace
from kommunalhub.core import blocks
from kommunalhub.core.blocks import Arrangement


LONGEST_HEADING = 80


@dataclass(frozen=True)
class Placed:
    """A block where editors have put it. title: another heading, "" for its own; rows: or None."""

    kind: str
    shown: bool = True
    internal: bool = False
    title: str = ""
    rows: int | None = None


@dataclass(frozen=True)
class Kind:
    """What is known of a kind. order: where it stands unless somebody has moved it."""

    name: str
    column: str
    order: int = 50
    shown: bool = True
    internal: bool = False


def arranged(kept, kinds):
    """Return every kind once, as Placed: those kept in their order, new ones where they belong.

    kept: Placed in the order of the editors, some perhaps of kinds that are gone; kinds: {name:
    Kind}. How new kinds come in, core/blocks says.

    >>> news, dates = Kind("news", "main", 20), Kind("dates", "main", 30)
    >>> [one.kind for one in arranged([Placed("dates")], {"news": news, "dates": dates})]
    ['news', 'dates']
    """
    there = {one.kind: one for one in reversed(kept)}
    usual = sorted(kinds.values(), key=lambda kind: (kind.column, kind.order, kind.name))
    chosen = Arrangement(order=tuple(one.kind for one in kept))
    return [
        _placed(there.get(name), kinds[name])
        for name in blocks.ordered([kind.name for kind in usual], chosen)
    ]


def _placed(kept, kind):
    if kept is None:
        return Placed(kind.name, kind.shown, kind.internal)
    return replace(kept, internal=True) if kind.internal else kept


def moved(placed, kinds, kind, direction):
    """Return the blocks with one past its neighbour that is shown in the same column.

    direction: UP or DOWN of core/blocks. At the edge of its column it stays.
    """
    column = kinds[kind].column
    beside = [
        one.kind
        for one in placed
        if one.kind == kind or (one.shown and kinds[one.kind].column == column)
    ]
    new = iter(blocks.moved(beside, blocks.USUAL, kind, direction).order)
    by_kind = {one.kind: one for one in placed}
    return [by_kind[next(new)] if one.kind in beside else one for one in placed]


def changed(placed, kind, **values):
    """Return the blocks with other values for one of them."""
    return [replace(one, **values) if one.kind == kind else one for one in placed]
