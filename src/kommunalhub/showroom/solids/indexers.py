"""What an object in 3D is found by."""

from kommunalhub.showroom.solids.interfaces import ISolid
from plone.indexer import indexer


@indexer(ISolid)
def solid_searchable(obj):
    """Return its words, measures and material; its views are found by themselves."""
    parts = (obj.title, obj.description, obj.alternative, obj.measures, obj.material, obj.made)
    return " ".join(part for part in parts if part)
