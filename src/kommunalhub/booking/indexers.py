"""What the catalog knows of spaces, so that no list wakes an object."""

from kommunalhub.booking.interfaces import ISpace
from kommunalhub.core.vocabularies import titles_of
from plone.indexer.decorator import indexer
from zope.interface import Interface


@indexer(ISpace)
def space_kind(obj):
    return obj.kind


@indexer(ISpace)
def space_seats(obj):
    return obj.seats


@indexer(Interface)
def not_a_space(obj):
    """Keep the catalog from taking an application's wish, or acquiring it, for a space."""
    raise AttributeError("not a space")


@indexer(ISpace)
def space_text(obj):
    """Return what a space is found by."""
    kind = titles_of("kommunalhub.space_kinds").get(obj.kind)
    return " ".join(part for part in (obj.title, obj.description, kind and kind.default) if part)
