"""What REST writes is what the form offers: every type, every field, every kind of person.

The forms are asked as a browser asks them: a field counts as offered when its input is on the page.
"""

from itertools import product
from kommunalhub.site import structure
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.interfaces import IDexterityFTI
from plone.dexterity.utils import createContent
from plone.dexterity.utils import iterSchemataForType
from plone.namedfile.file import NamedBlobFile
from plone.restapi.interfaces import IFieldSerializer
from zope.component import getMultiAdapter
from zope.schema import getFields
from zope.schema.interfaces import IChoice

import ast
import pytest
import re
import requests
import transaction


PASSWORD = "Kornblume, Leuchtturm, Watt 43"
JSON = {"Accept": "application/json"}
PEOPLE = {
    "erstellerin": ("malente-staff",),
    "redaktion": ("malente-staff", "malente-editors"),
    "hubleitung": ("hub-managers",),
    "verwaltung": (),
}
PLACES = {
    "FundingConsultation": "foerderung/beratungen/malente",
    "FundingProgramme": "foerderung/programme",
    "FundingLesson": "foerderung/erfahrungen",
    "WorkshopMaterial": "materialien",
    "Exhibit": "showroom",
    "CoworkingApplication": "co-working/antraege",
    "SupportTicket": "support",
    "Device": "support/geraete",
    "Disturbance": "support/stoerungen",
    "Space": "co-working",
    "Hub": "netzwerk",
    "ExperienceReport": "netzwerk/erfahrungen",
    "Project": "projekte",
    "Workshop": "workshops",
}
#: What lies in an exhibit, or comes from other hubs alone.
INSIDE = {"ExhibitPicture", "Film", "Scene", "Solid", "SolidView", "SharedCopy"}
ELSEWHERE = "partner/malente"
#: Forms that offer fields of a type besides its edit form.
FURTHER = {"Exhibit": ("livestream",)}
#: What is no field of a schema, and what plone.restapi would honour or a client might try.
KEYS = [
    "layout",
    "default_page",
    "creators",
    "rights",
    "subjects",
    "exclude_from_nav",
    "nextPreviousEnabled",
    "effective",
    "expires",
    "allow_discussion",
    "versioning_enabled",
    "changeNote",
    "UID",
    "@id",
    "parent",
    "review_state",
    "case_number",
    "last_editor",
    "due",
    "__annotations__",
    "__ac_local_roles__",
    "gibtesnicht",
]
#: A GIF of one pixel.
PIXEL = "R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="
SENTENCE = "Das Formular bietet Ihnen dieses Feld nicht an"


def types(portal):
    tool = api.portal.get_tool("portal_types")
    return [fti.getId() for fti in tool.objectValues() if IDexterityFTI.providedBy(fti)]


@pytest.fixture
def stage(functional):
    """People and one object of each type that people make: {type: path below the site}."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    structure.build(portal)
    made = {}
    for name, groups in PEOPLE.items():
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        for group in groups:
            api.group.add_user(groupname=group, username=name)
    api.user.grant_roles(username="verwaltung", roles=["Manager"])
    api.portal.set_registry_record("plone.lock_on_ttw_edit", False)
    for portal_type in types(portal):
        if portal_type == "Plone Site" or portal_type in INSIDE:
            continue
        folder = portal.restrictedTraverse(PLACES.get(portal_type, ELSEWHERE))
        obj = api.content.create(folder, portal_type, title=f"Gegenstand {portal_type}")
        if portal_type == "WorkshopMaterial":
            obj.file = NamedBlobFile(b"%PDF-1.4\n", filename="u.pdf")
        if portal_type == "Collection":
            obj.query = [
                {
                    "i": "portal_type",
                    "o": "plone.app.querystring.operation.selection.any",
                    "v": ["Document"],
                }
            ]
        obj.changeOwnership(api.user.get("erstellerin").getUser())
        obj.manage_setLocalRoles("erstellerin", ["Owner"])
        obj.reindexObject()
        obj.reindexObjectSecurity()
        made[portal_type] = "/".join(obj.getPhysicalPath()[2:])
    transaction.commit()
    return made


@pytest.fixture
def client(functional):
    """Return a function that opens a session: client(name)."""
    base = functional["portal"].absolute_url()

    def client(name):
        session = requests.Session()
        session.auth = (name, PASSWORD)
        session.base = base
        return session

    return client


def fields_of(portal_type):
    """Return {name of a field: set of names its input may have}, those of one name together."""
    found = {}
    for number, schema in enumerate(iterSchemataForType(portal_type)):
        for name in getFields(schema):
            prefix = "" if number == 0 else f"{schema.__name__}."
            found.setdefault(name, set()).add(f"form.widgets.{prefix}{name}")
    return found


def shown(html, portal_type):
    """Return the names of the fields whose input is on a page."""
    tags = re.findall(r"<(?:input|select|textarea)\b[^>]*>", html)
    named = [(tag, re.search(r'\bname="(form\.widgets\.[^"]+)"', tag)) for tag in tags]
    hidden = {name[1] for tag, name in named if name and 'type="hidden"' in tag}
    inputs = {name[1] for _tag, name in named if name}
    inputs |= set(re.findall(r'data-fieldname="(form\.widgets\.[^"]+)"', html))
    inputs -= {name for name in hidden if not name.endswith("-empty-marker")}
    return {
        field
        for field, names in fields_of(portal_type).items()
        if any(
            seen == name or seen.startswith((f"{name}:", f"{name}-", f"{name}."))
            for name in names
            for seen in inputs
        )
    }


def further(session, url, portal_type):
    """Return the names of the fields that other forms of a thing offer."""
    pages = (session.get(f"{url}/{name}").text for name in FURTHER.get(portal_type, ()))
    inputs = {name for html in pages for name in re.findall(r'\bname="form\.widgets\.(\w+)', html)}
    return inputs & set(fields_of(portal_type))


def refused(answer):
    """Return the fields that the answer says are not offered."""
    assert answer.status_code == 400, answer.text
    errors = answer.json()["message"]
    errors = errors if isinstance(errors, list) else ast.literal_eval(errors)
    return {error["field"] for error in errors}


def test_patch_writes_what_the_edit_form_offers(stage, client):
    wrong, opened = [], 0
    for person, (portal_type, path) in product(PEOPLE, stage.items()):
        session = client(person)
        url = f"{session.base}/{path}"
        form = session.get(f"{url}/edit", allow_redirects=False)
        every = {*fields_of(portal_type), *KEYS}
        answer = session.patch(url, json=dict.fromkeys(every, {"x": 1}), headers=JSON)
        if form.status_code != 200:
            if answer.status_code not in (401, 403, 404):
                wrong.append(f"{person}, {portal_type}: no form, and {answer.status_code}")
            continue
        opened += 1
        expected = every - shown(form.text, portal_type) - further(session, url, portal_type)
        if refused(answer) != expected:
            wrong.append(f"{person}, {portal_type}: {sorted(refused(answer) ^ expected)}")
    assert not wrong, "\n".join(wrong)
    assert opened > 12


def test_post_writes_what_the_add_form_offers(stage, client):
    wrong, opened = [], 0
    for person, (portal_type, path) in product(PEOPLE, stage.items()):
        session = client(person)
        url = f"{session.base}/{path.rpartition('/')[0]}"
        form = session.get(f"{url}/++add++{portal_type}", allow_redirects=False)
        every = {*fields_of(portal_type), *KEYS} - {"UID"}
        body = {**dict.fromkeys(every, {"x": 1}), "@type": portal_type}
        body.pop("id", None)
        answer = session.post(url, json=body, headers=JSON)
        if form.status_code != 200:
            if answer.status_code not in (401, 403, 404):
                wrong.append(f"{person}, {portal_type}: no form, and {answer.status_code}")
            continue
        opened += 1
        expected = every - shown(form.text, portal_type) - {"id"}
        if refused(answer) != expected:
            wrong.append(f"{person}, {portal_type}: {sorted(refused(answer) ^ expected)}")
    assert not wrong, "\n".join(wrong)
    assert opened > 8


def test_what_the_form_sets_by_itself_may_be_named(stage, client, functional):
    """By its token, as clients write choices: what a form leaves out, it knows already."""
    wrong, named = [], set()
    for person, (portal_type, path) in product(PEOPLE, stage.items()):
        session = client(person)
        folder = path.rpartition("/")[0]
        form = session.get(f"{session.base}/{folder}/++add++{portal_type}", allow_redirects=False)
        if form.status_code != 200:
            continue
        hidden = set(fields_of(portal_type)) - shown(form.text, portal_type)
        known = set_by_itself(functional, person, folder, portal_type)
        sent = {name: known[name] for name in hidden & set(known)}
        if not sent:
            continue
        body = {"@type": portal_type, "gibtesnicht": 1, **sent}
        answer = session.post(f"{session.base}/{folder}", json=body, headers=JSON)
        if refused(answer) != {"gibtesnicht"}:
            wrong.append(f"{person}, {portal_type}: {sorted(refused(answer))}")
        named |= {(portal_type, name) for name in sent}
    assert not wrong, "\n".join(wrong)
    assert {(one, "partner") for one in ("ExperienceReport", "CoworkingApplication")} <= named


def set_by_itself(functional, person, folder, portal_type):
    """Return {name: token} of the choices that something new of this person has from the start."""
    portal, request = functional["portal"], functional["request"]
    with api.env.adopt_user(username=person):
        new = createContent(portal_type).__of__(portal.unrestrictedTraverse(folder))
        said = {
            name: getMultiAdapter((field, new, request), IFieldSerializer)()
            for schema in iterSchemataForType(portal_type)
            for name, field in getFields(schema).items()
            if IChoice.providedBy(field)
        }
    return {name: value["token"] for name, value in said.items() if value}


def test_whole_objects_come_back_as_they_were(stage, client):
    """As clients send them that fetch an object, change one value and send all."""
    wrong = []
    for person, (portal_type, path) in product(PEOPLE, stage.items()):
        session = client(person)
        url = f"{session.base}/{path}"
        before = session.get(url, headers=JSON)
        if before.status_code != 200:
            continue
        answer = session.patch(url, json=before.json(), headers=JSON)
        if answer.status_code in (401, 403, 404):
            continue
        errors = str(answer.json()["message"]) if answer.status_code != 204 else ""
        if SENTENCE in errors or answer.status_code >= 500:
            wrong.append(f"{person}, {portal_type}: {answer.status_code} {errors}")
    assert not wrong, "\n".join(wrong)


def test_no_way_of_showing_makes_a_case_unopenable(stage, client):
    session = client("erstellerin")
    url = f"{session.base}/{stage['FundingConsultation']}"
    for layout in ("gibtesnicht", "folder_contents", "edit", 5, None, ["view"]):
        assert refused(session.patch(url, json={"layout": layout}, headers=JSON)) == {"layout"}
    assert session.patch(url, json={"layout": "view"}, headers=JSON).status_code == 204
    assert session.get(url).status_code == 200


def test_a_layout_is_one_that_the_menu_offers(stage, client):
    session = client("verwaltung")
    url = f"{session.base}/{stage['Document']}"
    assert session.patch(url, json={"layout": "document_view"}, headers=JSON).status_code == 204
    assert session.get(url, headers=JSON).json()["layout"] == "document_view"
    assert refused(session.patch(url, json={"layout": "gibtesnicht"}, headers=JSON)) == {"layout"}
    assert refused(session.patch(session.base, json={"layout": "x"}, headers=JSON)) == {"layout"}


def test_the_media_type_of_a_file_is_found_out(stage, client):
    """As for files that come by form: by name, and of pictures by content."""
    session = client("verwaltung")
    sent = {"encoding": "base64", "data": PIXEL, "content-type": "text/html"}
    for portal_type, field, name, expected in (
        ("File", "file", "plan.pdf", "application/pdf"),
        ("File", "file", "ohne", "application/octet-stream"),
        ("Image", "image", "bild.png", "image/gif"),
        ("Image", "image", "bild.html", "image/gif"),
    ):
        url = f"{session.base}/{stage[portal_type]}"
        answer = session.patch(url, json={field: {**sent, "filename": name}}, headers=JSON)
        assert answer.status_code == 204, answer.text
        assert session.get(url, headers=JSON).json()[field]["content-type"] == expected


def test_what_is_meant_to_change_is_told(stage, client):
    session = client("erstellerin")
    url = f"{session.base}/{stage['FundingConsultation']}"
    change = {"@type": "Document", "UID": "0" * 32, "parent": {"@id": session.base}, "id": "x"}
    answer = session.patch(url, json={**change, "title": "Neu", "modified": "x"}, headers=JSON)
    assert refused(answer) == set(change)
    assert SENTENCE in str(answer.json()["message"])
    assert session.get(url, headers=JSON).json()["title"] != "Neu"
