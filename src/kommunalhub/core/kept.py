"""What an object keeps on itself, where asking it would acquire an answer."""

from Acquisition import aq_base


def kept(obj, name):
    """Return what an object keeps on itself under `name`, never something acquired, or None."""
    return getattr(aq_base(obj), name, None)
