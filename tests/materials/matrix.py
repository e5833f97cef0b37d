"""Who sees and edits a training material, state by state."""

from kommunalhub.core import formatting
from kommunalhub.search.reading import state as reading
from kommunalhub.search.reading.result import Reading
from matrix.table import APPLICANT_AND_HOUSE
from matrix.table import AUTHORS
from matrix.table import EVERYBODY
from matrix.table import Promise
from matrix.table import READERS
from matrix.table import Row
from matrix.table import WITHIN
from matrix.table import WRITERS
from matrix.words import PDF
from plone.namedfile.file import NamedBlobFile


PICTURE = b"RIFF\x04\x00\x00\x00WEBP"


def fill(obj):
    obj.partner = "malente"
    obj.file = NamedBlobFile(PDF, filename="unterlage.pdf", contentType="application/pdf")
    reading.keep(obj, obj.file, Reading("ok", kind="pdf", picture=PICTURE), formatting.now())


PROMISE = Promise(
    portal_type="WorkshopMaterial",
    place="materialien",
    rows={
        "draft": Row(WRITERS, AUTHORS),
        "pending": Row(APPLICANT_AND_HOUSE),
        "returned": Row(WRITERS | {"reviewer"}, AUTHORS),
        "internal": Row(WITHIN | {"owner"}, readers=READERS),
        "reserved": Row(WRITERS | {"reviewer", "trainer"}, readers=frozenset({"trainer"})),
        "public": Row(EVERYBODY, readers=READERS),
        "due_for_review": Row(WITHIN | {"owner"}, readers=READERS),
        "archived": Row(WRITERS | {"reviewer"}),
    },
    file="",
    channels={"picture of the file": ("/@@preview", {}, "sees")},
    fill=fill,
)
