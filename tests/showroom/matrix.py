"""Who sees and edits an exhibit and what stands in it, state by state."""

from io import BytesIO
from kommunalhub.core.acting import as_builder
from kommunalhub.showroom.panoramas import process
from kommunalhub.showroom.panoramas import state
from kommunalhub.showroom.panoramas.interfaces import IPanoramic
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
from showroom.conftest import picture
from showroom.films.clips import CAPTIONS
from showroom.films.clips import mp4
from showroom.panoramas.pictures import picture as panorama
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent


def fill(exhibit):
    """Give it a poster, and a picture that stands in it."""
    exhibit.partner = "malente"
    exhibit.image, exhibit.alternative = picture(), "Eine hohe Diele."
    with as_builder(api.portal.get()):
        createContentInContainer(
            exhibit,
            "ExhibitPicture",
            checkConstraints=False,
            id="herd",
            title="Die Herdstelle",
            image=picture("herd.jpg"),
        )
        film = createContentInContainer(
            exhibit,
            "Film",
            checkConstraints=False,
            id="muehle",
            title="Die Windmühle",
            file=NamedBlobFile(mp4(), filename="muehle.mp4"),
            captions=NamedBlobFile(CAPTIONS.encode(), filename="muehle.vtt"),
        )
        alsoProvides(film, IPanoramic)
        film.panorama = NamedBlobFile(panorama(), filename="diele.jpg")
        notify(ObjectModifiedEvent(film))
        with process.cut(BytesIO(panorama())) as cutting:
            state.keep(film, "", cutting)


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
    channels={
        "poster": ("/@@images/image/large", {}, "sees"),
        "whole poster": ("/@@download/image", {}, "sees"),
        "picture": ("/herd/@@images/image/large", {}, "sees"),
        "whole picture": ("/herd/@@download/image", {}, "sees"),
        "picture over REST": ("/herd", {"Accept": "application/json"}, "sees"),
        "form of the picture": ("/herd/edit", {}, "edits"),
        "page of a film": ("/muehle", {}, "sees"),
        "film": ("/muehle/@@media-file/film", {}, "sees"),
        "whole film": ("/muehle/@@download/file", {}, "sees"),
        "captions": ("/muehle/@@media-file/captions", {}, "sees"),
        "film over REST": ("/muehle", {"Accept": "application/json"}, "sees"),
        "form of a film": ("/muehle/edit", {}, "edits"),
        "tile": ("/muehle/@@kachel/0/0_0", {}, "sees"),
        "whole panorama": ("/muehle/@@download/panorama", {}, "sees"),
    },
    fill=fill,
)
