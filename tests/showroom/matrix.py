"""Who sees and edits an exhibit and what stands in it, state by state."""

from io import BytesIO
from kommunalhub.core.acting import as_builder
from kommunalhub.showroom.panoramas import process
from kommunalhub.showroom.panoramas import state
from matrix.table import APPLICANT_AND_HOUSE
from matrix.table import AUTHORS
from matrix.table import EVERYBODY
from matrix.table import Promise
from matrix.table import READERS
from matrix.table import Row
from matrix.table import WITHIN
from matrix.table import WRITERS
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from showroom.addresses import ADDRESSES
from showroom.conftest import picture
from showroom.films.clips import CAPTIONS
from showroom.films.clips import mp4
from showroom.panoramas.pictures import picture as panorama
from showroom.solids.objects import glb


SITE = "https://www.ostsee.example"


def fill(exhibit):
    """Give it a poster, and one of each medium; it may be shown wherever exhibits can be."""
    exhibit.partner, exhibit.kind = "malente", "tour"
    exhibit.image, exhibit.alternative = picture(), "Eine hohe Diele."
    exhibit.in_hall, exhibit.takes_groups, exhibit.embed_sites = True, True, SITE
    with as_builder(api.portal.get()):
        put(exhibit, "ExhibitPicture", "herd", "Die Herdstelle", image=picture("herd.jpg"))
        put(
            *(exhibit, "Film", "muehle", "Die Windmühle"),
            file=NamedBlobFile(mp4(), filename="muehle.mp4"),
            described=NamedBlobFile(mp4(), filename="hoerfassung.mp4"),
            captions=NamedBlobFile(CAPTIONS.encode(), filename="muehle.vtt"),
            image=picture("muehle.jpg"),
        )
        scene = put(
            *(exhibit, "Scene", "diele", "Die Diele"),
            panorama=NamedBlobFile(panorama(), filename="diele.jpg"),
        )
        with process.cut(BytesIO(panorama())) as cutting:
            state.keep(scene, "", cutting)
        solid = put(
            *(exhibit, "Solid", "fass", "Ein Butterfass"),
            file=NamedBlobFile(glb(), filename="fass.glb"),
        )
        put(solid, "SolidView", "oben", "Von oben", image=picture("oben.jpg"))


def put(container, portal_type, id, title, **values):
    return createContentInContainer(
        container, portal_type, checkConstraints=False, id=id, title=title, **values
    )


#: Of all addresses below an exhibit those that are asked for by everybody in every state, one of
#: each kind of file and page; the others by few, see test_addresses.py.
ASKED = (
    *("whole poster", "picture", "picture over REST", "film", "captions", "scene", "viewer's data"),
    *(
        "tile",
        "whole panorama",
        "tour over REST",
        "tour's editor",
        "solid's file",
        "view's picture",
    ),
)


PROMISE = Promise(
    portal_type="Exhibit",
    place="showroom",
    rows={
        "draft": Row(WRITERS, AUTHORS),
        "pending": Row(APPLICANT_AND_HOUSE),
        "returned": Row(WRITERS | {"reviewer"}, AUTHORS),
        "internal": Row(WITHIN | {"owner"}, readers=READERS),
        "public": Row(EVERYBODY, readers=READERS),
    },
    file=None,
    channels={name: ADDRESSES[name] for name in ASKED},
    fill=fill,
)
