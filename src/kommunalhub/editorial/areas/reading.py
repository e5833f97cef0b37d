"""Which blocks of an area somebody reads."""

from kommunalhub.core import asking
from kommunalhub.core import homeblocks as known
from kommunalhub.core.caching.revision import is_public
from kommunalhub.editorial.areas import operations


def shown_blocks(area, request, everything=False):
    """Return the blocks, made for who asks, in their order.

    What is for colleagues is not made at all for others. everything: hidden ones too, for editors.
    """
    kinds, colleague = known.kinds(), known.is_colleague()
    return [
        kinds[placed.kind](area, request, placed)
        for placed in operations.blocks_of(area)
        if (placed.shown or everything) and (colleague or not placed.internal)
    ]


def reads(area, kind):
    """Return whether who asks reads the block of a kind, as its editor or as everybody does."""
    if asking.may("Modify portal content", area):
        return True
    placed = next(one for one in operations.blocks_of(area) if one.kind == kind)
    return placed.shown and (known.is_colleague() or not placed.internal)


def is_for_everybody(area, kind):
    """Return whether a block, None for what stands above them all, is public."""
    if not is_public(area):
        return False
    placed = next((one for one in operations.blocks_of(area) if one.kind == kind), None)
    return placed is None or (placed.shown and not placed.internal)
