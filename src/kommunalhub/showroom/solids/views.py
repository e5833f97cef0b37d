"""The described views of an object, and what is known of its file."""

from Acquisition import aq_parent
from babel.numbers import format_decimal
from kommunalhub.showroom.solids import rules
from kommunalhub.showroom.solids.interfaces import ISolid
from kommunalhub.showroom.solids.interfaces import ISolidView


def of(solid):
    """Return the views of an object, in their order; who sees the object sees them all."""
    return [one for one in solid.objectValues() if ISolidView.providedBy(one)]


def solid_of(view):
    """Return the object that a view stands in, None where it stands elsewhere."""
    around = aq_parent(view)
    return around if ISolid.providedBy(around) else None


def size_of(solid):
    """Return how large the file of an object is, as people read it."""
    return size_text(solid.file.getSize())


def is_heavy(size):
    """Return whether a phone is better warned before it loads so many bytes."""
    return size > rules.HEAVY_BYTES


def size_text(size):
    """Return bytes as people read them.

    >>> size_text(136_000), size_text(2_200_000)
    ('133 KB', '2,1 MB')
    """
    if size < rules.MEGABYTE:
        return f"{max(round(size / 1024), 1)} KB"
    return f"{format_decimal(round(size / rules.MEGABYTE, 1), locale='de')} MB"
