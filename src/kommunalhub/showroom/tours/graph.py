"""The tour of an exhibit, read from what is stored."""

from kommunalhub.core.kept import kept
from kommunalhub.showroom import media
from kommunalhub.showroom.panoramas.interfaces import ITiles
from kommunalhub.showroom.tours import records
from kommunalhub.showroom.tours.rules import Scene
from kommunalhub.showroom.tours.rules import Tour
from kommunalhub.showroom.tours.rules import View
from plone.uuid.interfaces import IUUID


TYPE = "Scene"


def scenes_of(exhibit):
    """Return the scenes of an exhibit in their order. Who sees the exhibit sees all of them."""
    return media.media_of(exhibit, TYPE)


def read(scene):
    """Return what the rules know of a scene."""
    return Scene(
        IUUID(scene),
        scene.getId(),
        scene.title or scene.getId(),
        words=(scene.alternative or "").strip(),
        summary=(scene.description or "").strip(),
        easy=(kept(scene, "simple_text") or "").strip(),
        view=View(scene.yaw, scene.pitch, scene.fov),
        ways=points_of(scene, records.WAY),
        details=points_of(scene, records.DETAIL),
        has_picture=kept(scene, "panorama") is not None,
        is_broken=ITiles(scene).status == "failed",
    )


def points_of(scene, kind):
    """Return the records of a kind that a scene keeps."""
    return records.records(kind, kept(scene, ATTRIBUTES[kind]))


#: Where a scene keeps its records.
ATTRIBUTES = {records.WAY: "ways", records.DETAIL: "details"}


def tour_of(exhibit):
    """Return the Tour of an exhibit."""
    return Tour(tuple(map(read, scenes_of(exhibit))))
