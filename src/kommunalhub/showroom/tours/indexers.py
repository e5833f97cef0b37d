"""What a scene is found by."""

from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours.interfaces import IScene
from plone.indexer import indexer


@indexer(IScene)
def scene_searchable(obj):
    """Return all that is said of it: also of its ways and of what is looked at closely."""
    scene = graph.read(obj)
    parts = [scene.title, scene.summary, scene.words, scene.easy]
    parts += [f"{detail.title} {detail.text}" for detail in scene.details]
    parts += [f"{way.words} {way.note}" for way in scene.ways]
    return " ".join(part for part in parts if part.strip())
