"""People, the folder and materials for the tests of the materials."""

from kommunalhub.materials.operations import ensure_sections
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from plone.testing.zope import Browser
from staging import staged
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest

import pytest
import requests
import sys


PASSWORD = "Ein-langes-Kennwort-2026"
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
        for name, groups in PEOPLE.items():
            api.user.create(
                username=name,
                email=f"{name}@example.org",
                password=PASSWORD,
                properties={"fullname": f"{name.capitalize()} Beispiel"},
            )
            for group in groups:
                api.group.add_user(groupname=group, username=name)
    ensure_sections(portal)


def forget_answers():
    """Local roles are cached for one request; a test looks at several people in one."""
    kept = IAnnotations(getRequest(), None)
    if kept is not None:
        kept.clear()


class As:
    """with As("rita"): act as this person, with a fresh cache of roles."""

    def __init__(self, name):
        self.user = api.env.adopt_user(username=name)

    def __enter__(self):
        forget_answers()
        self.user.__enter__()

    def __exit__(self, *exc):
        forget_answers()
        return self.user.__exit__(*exc)


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


def step(obj, who, transition, comment=""):
    """Take a transition as this person."""
    with As(who):
        api.portal.get_tool("portal_workflow").doActionFor(obj, transition, comment=comment)
    return obj


def state(obj):
    return api.content.get_state(obj)


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


def brain(obj):
    """Return the catalog's entry of an object, whoever is logged in."""
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(obj.getPhysicalPath())
    return catalog.unrestrictedSearchResults(path={"query": path, "depth": 0})[0]


def browser(functional, who=None):
    """Return a browser, signed in by the form as this person."""
    visitor = Browser(functional["app"])
    visitor.handleErrors = False
    if who:
        visitor.open(f"{functional['portal'].absolute_url()}/login")
        visitor.getControl(name="__ac_name").value = who
        visitor.getControl(name="__ac_password").value = PASSWORD
        visitor.getControl(name="buttons.login").click()
    return visitor


def visitor(who=None, **headers):
    """Return a session over HTTP, signed in as this person."""
    session = requests.Session()
    session.headers.update(headers)
    if who:
        session.auth = (who, PASSWORD)
    return session


def rest(who=None):
    """Return a session that speaks JSON."""
    return visitor(who, Accept="application/json")


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
    """The builders above, for tests: hub.As, hub.add_material, hub.step ..."""
    return sys.modules[__name__]


@pytest.fixture
def material(portal):
    """Return a draft of anna (Malente)."""
    return add_material(portal)
