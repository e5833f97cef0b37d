"""No other website writes over REST: every service that is registered, whoever registered it."""

from datetime import timedelta
from kommunalhub.booking.interfaces import ISpaceFolder
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.coworking.interfaces import ICoworkingSection
from kommunalhub.editorial.areas.operations import ensure_area
from kommunalhub.editorial.people.operations import ensure_folder as ensure_people
from kommunalhub.funding.operations import ensure_partner_folder
from kommunalhub.network.operations import ensure_sections as ensure_network
from kommunalhub.projects.operations import ensure_sections as ensure_projects
from kommunalhub.security.writes import BASIC
from kommunalhub.security.writes import COOKIE
from kommunalhub.security.writes import FOREIGN
from kommunalhub.security.writes import problem
from kommunalhub.security.writes import Sent
from kommunalhub.security.writes import TYPE
from kommunalhub.support.operations import ensure_sections as ensure_support
from kommunalhub.workshops.sections import ensure_sections as ensure_workshops
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from plone.rest.interfaces import IService
from security.conftest import PASSWORD
from zope.interface import alsoProvides
from zope.interface import Interface
from zope.interface import providedBy

import pytest
import re
import registrations
import transaction


HUB = {"https://hub.example"}
EVIL = {"Origin": "https://evil.example"}
SERVICE = re.compile(r"(POST|PATCH|PUT|DELETE)_application_json_(.*)")
#: What a browser may be made to send: headers and body.
ATTACKS = {
    "foreign origin": ({**EVIL, "Content-Type": "application/json"}, b"{}"),
    "no origin": ({"Origin": "null", "Content-Type": "application/json"}, b"{}"),
    "another site": ({"Sec-Fetch-Site": "cross-site", "Content-Type": "application/json"}, b"{}"),
    "a neighbour": ({"Sec-Fetch-Site": "same-site", "Content-Type": "application/json"}, b"{}"),
    "text": ({"Content-Type": "text/plain"}, b"{}"),
    "form": ({"Content-Type": "application/x-www-form-urlencoded"}, b"a=1"),
    "files": ({"Content-Type": "multipart/form-data; boundary=x"}, b"--x--"),
    "nothing said": ({}, b"{}"),
}


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (Sent("POST", "application/json; charset=utf-8", True, by=COOKIE), None),
        (
            Sent("POST", "application/json", True, origin="https://HUB.example", by=COOKIE),
            None,
        ),
        (Sent("POST", "application/json", True, fetch_site="same-origin", by=COOKIE), None),
        (Sent("POST", "application/merge-patch+json", True, by=COOKIE), None),
        (Sent("POST", "application/json", True, origin="null", by=COOKIE), FOREIGN),
        (Sent("POST", "application/json", True, fetch_site="cross-site", by=COOKIE), FOREIGN),
        (Sent("POST", by=COOKIE), TYPE),
        (Sent("POST", "text/plain", by=COOKIE), TYPE),
        (Sent("POST", by=BASIC), None),
        (Sent("POST", origin="null", by=BASIC), FOREIGN),
        (Sent("DELETE", by=COOKIE), None),
        (Sent("DELETE", "text/plain", True), TYPE),
        (Sent("POST"), None),
        (Sent("POST", "text/plain", True), TYPE),
        (Sent("POST", "application/json", True, origin="https://app.example"), None),
        (Sent("POST", is_upload=True, by=COOKIE), None),
        (Sent("PATCH", "application/offset+octet-stream", True, is_upload=True), None),
        (Sent("PATCH", "application/offset+octet-stream", True), TYPE),
        (Sent("POST", is_upload=True, origin="https://evil.example", by=COOKIE), FOREIGN),
    ],
)
def test_rules(sent, expected):
    assert problem(sent, HUB) == expected


def writing_services():
    """Return {(method, name): {interface of what it is for}} of all services that write."""
    found = {}
    for registration in registrations.adapters():
        match = SERVICE.fullmatch(registration.name)
        if match and IService.implementedBy(registration.factory):
            found.setdefault(match.groups(), set()).add(registration.required[0])
    return found


@pytest.fixture
def places(site):
    """Return {path: object} of what services are asked of: one of each kind they are for."""
    transaction.begin()
    setRoles(site, TEST_USER_ID, ["Manager"])
    folder = api.content.create(site, "Folder", "raum")
    alsoProvides(folder, ISpaceFolder, ICoworkingSection)
    api.content.create(folder, "Document", "seite")
    cases = ensure_partner_folder(site, "malente")
    case = api.content.create(cases, "FundingConsultation", title="Dach")
    with as_builder(site):
        workshops = ensure_workshops(site)
        start = formatting.now() + timedelta(days=20)
        workshop = api.content.create(
            workshops, "Workshop", "kurs", start=start, end=start + timedelta(hours=1)
        )
        event = api.content.create(
            site, "Event", "treffen", start=start, end=start + timedelta(hours=1)
        )
        space = createContentInContainer(
            site["raum"], "Space", checkConstraints=False, title="Tisch", kind="desk", seats=1
        )
        programme = createContentInContainer(
            site["foerderung"]["programme"], "FundingProgramme", title="Dächer"
        )
        ensure_support(site)
        support = site["support"]
        ticket = createContentInContainer(support, "SupportTicket", title="Drucker")
        device = createContentInContainer(support["geraete"], "Device", title="Beamer")
        trouble = createContentInContainer(support["stoerungen"], "Disturbance", title="Netz")
        people = ensure_people(site)
        position = createContentInContainer(people, "Position", title="Kasse", partner="malente")
        projects, network = ensure_projects(site), ensure_network(site)
        project = createContentInContainer(projects, "Project", title="Bücherei")
        exhibit = createContentInContainer(
            site["raum"], "Exhibit", checkConstraints=False, title="Diele", kind="tour"
        )
        area = ensure_area(site, "malente")
        listed = (device, trouble, position, event, area, project, network, exhibit)
    transaction.commit()
    sections = (site, folder, folder["seite"], site["foerderung"], site["foerderung"]["programme"])
    others = (support, support["geraete"], case, workshop, space, programme, ticket, people)
    above = len(site.absolute_url())
    return {one.absolute_url()[above:]: one for one in (*sections, *others, *listed)}


def paths_for(interfaces, places):
    """Return where services for one of these interfaces are, two of them; else the site."""
    found = [
        path
        for path, one in places.items()
        if interfaces & {None, Interface} or interfaces & set(providedBy(one).flattened())
    ]
    return found[:2] or [""]


def test_no_service_is_written_to_from_elsewhere(client, manager, places):
    """Generated: a manager is signed in by cookie, and another site has the browser send."""
    client.sign_in(manager)
    assert client.is_signed_in()
    services = writing_services()
    wrong, asked = [], 0
    for (method, name), (attack, (headers, body)) in (
        (service, attack) for service in sorted(services) for attack in ATTACKS.items()
    ):
        answers = set()
        for place in paths_for(services[method, name], places):
            # an address needs nobody's leave, a header that asks for JSON neither
            way = "/++api++" if method == "POST" else ""
            accept = "text/html" if method == "POST" else "application/json"
            url = f"{way}{place}/{name}" if name else f"{way}{place}/"
            # without the length an upload is refused for that
            said = {"Accept": accept, "Upload-Length": "4", **headers}
            answers.add(client.request(method, url, headers=said, data=body).status_code)
        # 404: no service of this name there; 401: not even for a manager
        if not {401, 403, 415} & answers or answers - {401, 403, 404, 415}:
            wrong.append(f"{method} {name}, {attack}: {answers}")
        asked += 1
    assert not wrong, "\n".join(wrong)
    assert asked > 300
    transaction.begin()
    assert sorted(api.portal.get()["raum"].objectIds()) == ["diele", "seite", "tisch"]


def test_own_pages_write(client, manager, places):
    client.sign_in(manager)
    origin = client.site_url.rpartition("/")[0]
    headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
    body = {"@type": "Document", "title": "Neu"}
    answer = client.api("POST", "/raum", headers=headers, json=body)
    assert answer.status_code == 201, answer.text
    assert client.api("DELETE", "/raum/neu", headers=headers).status_code == 204


def test_programs_write(client, manager, places):
    """A password or a token is nothing a browser adds by itself for another site."""
    body = {"@type": "Document", "title": "Neu"}
    answer = client.api("POST", "/raum", auth=(manager, PASSWORD), json=body)
    assert answer.status_code == 201
    token = client.api("POST", "/@login", json={"login": manager, "password": PASSWORD}).json()
    bearer = {"Authorization": f"Bearer {token['token']}", **EVIL}
    assert client.api("DELETE", "/raum/neu", headers=bearer).status_code == 204


def test_a_resumable_upload(client, manager, places):
    client.sign_in(manager)
    name = {"Upload-Metadata": "filename cGxhbi5wZGY="}  # plan.pdf
    tus = {"Tus-Resumable": "1.0.0", "Upload-Length": "4", **name}
    begun = client.api("POST", "/raum/@tus-upload", headers=tus)
    assert begun.status_code == 201, begun.text
    piece = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0"}
    path = begun.headers["Location"][len(client.site_url) :]
    wrong = client.api("PATCH", path, headers={**piece, "Content-Type": "text/plain"}, data=b"Watt")
    assert wrong.status_code in (400, 415)  # no JSON, or not said to be some
    piece["Content-Type"] = "application/offset+octet-stream"
    done = client.api("PATCH", path, headers=piece, data=b"Watt")
    assert done.status_code == 204, done.text
    transaction.begin()
    assert api.portal.get()["raum"]["plan.pdf"].file.data == b"Watt"


def test_the_answer_is_german(client, manager, places):
    client.sign_in(manager)
    answer = client.api("POST", "/raum", headers=EVIL, json={"@type": "Document"})
    assert (answer.status_code, answer.json()["type"]) == (403, "Forbidden")
    assert "kommt von einer anderen Website" in answer.json()["message"]


def test_files_that_not_everybody_sees_are_kept_by_nobody(client, manager, places, site):
    """By no cache that people share; what everybody sees may be kept."""
    transaction.begin()
    file = api.content.create(site["raum"], "File", "plan.txt")
    file.file = NamedBlobFile(b"Watt", filename="plan.txt")
    transaction.commit()
    auth = (manager, PASSWORD)
    for view in ("@@display-file/file", "@@download/file", "@@download"):
        kept = client.get(f"/raum/plan.txt/{view}", auth=auth).headers.get("Cache-Control", "")
        assert "private" in kept, view
    transaction.begin()
    for obj in (site["raum"], site["raum"]["plan.txt"]):
        obj.manage_permission("View", ["Anonymous"], acquire=False)
    transaction.commit()
    assert "private" not in client.get("/raum/plan.txt/@@download/file").headers.get(
        "Cache-Control", ""
    )
