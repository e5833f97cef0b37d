"""Who sees and edits an exhibit and what stands in it, state by state."""

from kommunalhub.core.acting import as_builder
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
from showroom.conftest import picture


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
    },
    fill=fill,
)
