"""What the catalog knows of variants: what they are in, and which page they belong to."""

from kommunalhub.core.kept import kept
from kommunalhub.editorial.variants import reading
from kommunalhub.editorial.variants.interfaces import IVariant
from plone.indexer.decorator import indexer


@indexer(IVariant)
def variant_kind(obj):
    """Return the kind; nothing of pages of their own."""
    kind = reading.kind_of(obj)
    if kind is None:
        raise AttributeError("variant_kind")
    return kind


@indexer(IVariant)
def variant_of(obj):
    """Return the UID of the page it belongs to."""
    uid = kept(obj, "variant_of")
    if not uid:
        raise AttributeError("variant_of")
    return uid
