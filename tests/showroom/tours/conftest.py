"""A tour of three rooms by anna (Malente)."""

from io import BytesIO
from kommunalhub.search.reading.state import fingerprint
from kommunalhub.showroom.panoramas import process
from kommunalhub.showroom.panoramas import state
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import operations
from people import As
from people import with_builders
from PIL import Image
from PIL import ImageDraw
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from showroom import conftest as showroom
from staging import staged

import pytest
import sys
import transaction


TITLE = "Rundgang durch eine Museumsscheune"
ROOMS = {
    "Der Hof": ("Sie stehen auf dem Pflaster.", "Pflaster, Brunnen, das große Tor"),
    "Die Diele": ("Sie stehen in der Diele.\n\nVor Ihnen steht ein Wagen.", "Wagen, Herdstelle"),
    "Die Stube": ("Sie stehen vor dem Ofen.", "Ofen, Fensterbank"),
}
WALLS = ("#7a8c6a", "#5a4a3a", "#8a6a4a")


def panorama(colour="#5a4a3a", width=2048):
    """Return the bytes of a picture all around: floor, walls and a window in each direction."""
    image = Image.new("RGB", (width, width // 2), colour)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, width * 0.3, width, width / 2), fill="#3a332c")
    for quarter in range(4):
        left = width * quarter / 4 + width / 10
        draw.rectangle((left, width * 0.2, left + width / 12, width * 0.27), fill="#dfeeee")
    out = BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def add_scene(exhibit, title="Die Diele", who="anna", pictured=False, **fields):
    """Return a scene that lacks nothing unless told otherwise."""
    words, summary = ROOMS.get(title, ("Sie stehen hier.", "Ein Raum"))
    values = {
        "title": title,
        "description": summary,
        "alternative": words,
        "licence": "cc_by",
        "credits": "Digital Hub",
    }
    if pictured:
        colour = WALLS[list(ROOMS).index(title)]
        values["panorama"] = NamedBlobFile(panorama(colour), "image/jpeg", "raum.jpg")
    with As(who):
        return createContentInContainer(exhibit, "Scene", **{**values, **fields})


def have_ready(scene):
    """Cut the panorama of a scene, as the job does, once it is committed."""
    with scene.panorama.open() as stream, process.cut(stream, lambda percent: None) as cutting:
        state.keep(scene, fingerprint(scene.panorama), cutting)


def add_tour(portal, pictured=False):
    """Return the tour: hof – diele – stube, with two details in the middle room."""
    exhibit = showroom.add_exhibit(portal, kind="tour", title=TITLE)
    yard, hall, room = (add_scene(exhibit, title, pictured=pictured) for title in ROOMS)
    with As("anna"):
        for here, there, yaw, words, back in (
            (yard, hall, 90, "Rechts durch das Tor in die Diele", "Links durch das Tor in den Hof"),
            (hall, room, 10, "Geradeaus in die Stube", "Hinter Ihnen zurück in die Diele"),
        ):
            free = there is hall
            way = {"words": words, "yaw": yaw, "pitch": 0, "step_free": free}
            behind = -90 if there is hall else 170
            return_ = {"words": back, "yaw": behind, "pitch": 0, "step_free": free}
            operations.link(here, way, there, return_)
        for title, text, yaw in (
            ("Der Wagen", "Die Räder sind mit Eisen beschlagen.", -30),
            ("Die Herdstelle", "Der Rauch zog durch das Dach ab.", 60),
        ):
            values = {"title": title, "text": text, "yaw": yaw, "pitch": -10}
            operations.put(hall, "detail", values)
    return exhibit


def populate_waiting(portal):
    """Add people, the folder, and the tour as a draft whose pictures wait to be cut."""
    showroom.populate(portal)
    return add_tour(portal, pictured=True)


def populate(portal):
    """The same with pictures that are cut."""
    tour = populate_waiting(portal)
    transaction.commit()  # a file is known by its content from then on
    for scene in graph.scenes_of(tour):
        have_ready(scene)


populated = staged(populate)


@pytest.fixture
def hub():
    """The builders of the showroom and those above: hub.add_scene, hub.add_tour ..."""
    builders = with_builders(showroom)
    for name in ("add_scene", "add_tour", "have_ready", "panorama"):
        setattr(builders, name, getattr(sys.modules[__name__], name))
    return builders


def tour_in(portal):
    """Return the exhibit of the stage."""
    return next(one for one in portal["showroom"].objectValues() if one.title == TITLE)


@pytest.fixture
def tour(portal):
    return tour_in(portal)
