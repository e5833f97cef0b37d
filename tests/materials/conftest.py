"""People, the folder and materials for the tests of the materials."""

from kommunalhub.materials.operations import ensure_sections
from people import add_people
from people import As
from people import called_example
from people import step
from people import with_builders
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
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
    "lars": ["lensahn-reviewers"],
    "toni": ["hub-trainers", "dataport-staff"],
    "dora": ["dataport-reviewers"],
    "hilde": ["hub-managers"],
    "gast": [],
}
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\nstartxref\n9\n%%EOF\n"


def populate(portal):
    """Add people and the folder of the materials."""
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example(PEOPLE))
    ensure_sections(portal)


def pdf(name="vergabe.pdf", data=PDF):
    return NamedBlobFile(data=data, filename=name, contentType="application/octet-stream")


def readable_pdf(text):
    """Return the bytes of a small PDF with one line of text."""
    stream = f"BT /F1 18 Tf 72 720 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(data))
    )


def add_material(portal, who="anna", **fields):
    """Return a new draft of this person."""
    values = {
        "title": "Vergabe Schritt für Schritt",
        "file": pdf(),
        "topics": {"vergabe"},
        "audience": {"staff"},
        "level": "beginner",
    }
    with As(who):
        return createContentInContainer(
            portal["materialien"], "WorkshopMaterial", **{**values, **fields}
        )


#: How a draft of anna gets into a state.
TO = {
    "draft": (),
    "pending": (("anna", "submit"),),
    "returned": (("anna", "submit"), ("rita", "return")),
    "internal": (("anna", "submit"), ("rita", "approve")),
    "public": (("anna", "submit"), ("rita", "publish")),
    "due_for_review": (("anna", "submit"), ("rita", "approve"), ("rita", "request_review")),
    "archived": (("anna", "submit"), ("rita", "approve"), ("rita", "archive")),
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
    """The builders above and those of tests/people.py: hub.As, hub.add_material, hub.step ..."""
    return with_builders(sys.modules[__name__])


@pytest.fixture
def material(portal):
    """Return a draft of anna (Malente)."""
    return add_material(portal)
