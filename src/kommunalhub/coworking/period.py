"""A period as people read it."""

from kommunalhub import _
from kommunalhub.core import formatting


def period_text(start, end):
    """Return `4. Dezember 2026 bis 31. Mai 2027`, one date for a single day, None for no start."""
    if start is None:
        return None
    if end is None or start == end:
        return formatting.day(start)
    return _(
        "period_from_to",
        default="${start} to ${end}",
        mapping={"start": formatting.day(start), "end": formatting.day(end)},
    )
