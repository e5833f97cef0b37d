"""People, the folder and exhibits for the tests of the showroom."""

from io import BytesIO
from kommunalhub.showroom.operations import ensure_sections
from people import add_people
from people import As
from people import called_example
from people import step
from people import with_builders
from PIL import Image
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from staging import staged

import pytest
import sys


#: User id -> groups. `gast` has an account and works for nobody.
PEOPLE = {
    "anna": ["malente-editors"],
    "arne": ["malente-editors"],
    "rita": ["malente-reviewers"],
    "mia": ["malente-staff"],
    "lena": ["lensahn-editors"],
    "hilde": ["hub-managers"],
    "gast": [],
}


def populate(portal):
    """Add people and the showroom."""
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example(PEOPLE))
    ensure_sections(portal)


def jpeg(size=(900, 600), place=True):
    """Return the bytes of a photograph that says where it was taken."""
    picture = Image.new("RGB", size, (90, 120, 110))
    exif = Image.Exif()
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (54.0, 17.0, 30.0), 3: "E", 4: (10.0, 53.0, 0.0)})
    target = BytesIO()
    picture.save(target, "JPEG", exif=exif)
    return target.getvalue()


def picture(name="diele.jpg", **options):
    return NamedBlobImage(jpeg(**options), contentType="image/jpeg", filename=name)


def add_exhibit(portal, who="anna", pictured=True, **fields):
    """Return a new draft of this person; it lacks nothing unless told otherwise.

    pictured: whether there is a picture in it, as pictures have to have.
    """
    values = {
        "title": "Rundgang durch eine Museumsscheune",
        "description": "Fünf Räume, vom Hof bis zum Dachboden.",
        "kind": "gallery",
        "text": RichTextValue("<p>Sie stehen in der Diele.</p>", "text/html", "text/x-html-safe"),
        "image": picture(),
        "alternative": "Eine hohe Diele, links das offene Tor.",
        "licence": "cc_by",
        "credits": "Digital Hub",
    }
    with As(who):
        exhibit = createContentInContainer(portal["showroom"], "Exhibit", **{**values, **fields})
    if pictured and exhibit.kind == "gallery":
        add_picture(exhibit, who, title="Der Giebel")
    return exhibit


def add_picture(exhibit, who="anna", **fields):
    """Return a picture of an exhibit, with all that it needs."""
    values = {
        "title": "Die Herdstelle",
        "image": picture("herd.jpg"),
        "alternative": "Eine gemauerte Herdstelle unter schwarzen Balken.",
        "licence": "cc_by",
        "credits": "Digital Hub",
    }
    with As(who):
        return createContentInContainer(exhibit, "ExhibitPicture", **{**values, **fields})


#: How a draft of anna gets into a state.
TO = {
    "draft": (),
    "pending": (("anna", "submit"),),
    "returned": (("anna", "submit"), ("rita", "return")),
    "internal": (("anna", "submit"), ("rita", "approve")),
    "public": (("anna", "submit"), ("rita", "publish")),
}


def bring_to(obj, target):
    for who, transition in TO[target]:
        step(obj, who, transition, "Begründung")
    return obj


populated = staged(populate)


@pytest.fixture
def portal(integration, populated):
    """The site of an integration test with people and the folder."""
    return integration["portal"]


@pytest.fixture
def web(functional, populated):
    """The site behind a web server, with people and the folder, committed."""
    return functional["portal"]


@pytest.fixture
def hub():
    """The builders above and those of tests/people.py: hub.As, hub.add_exhibit, hub.step ..."""
    return with_builders(sys.modules[__name__])


@pytest.fixture
def exhibit(portal):
    """Return a draft of anna (Malente)."""
    return add_exhibit(portal)
