"""What follows when an administration joins."""

from kommunalhub.core.tools import site
from kommunalhub.editorial.areas.operations import ensure_area


def make_area(event):
    """Give a new administration its area."""
    ensure_area(site(), event.partner)
