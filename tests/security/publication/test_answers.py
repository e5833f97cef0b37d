"""What is hidden and what does not exist get one answer, by page and by REST."""

from html import unescape
from kommunalhub.core.acting import as_builder
from kommunalhub.site import structure
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory

import pytest
import transaction


SECRET = "Geheimnis der Deichgrafen"


@pytest.fixture
def hidden(site):
    """A draft page with a file in it, nobody's but its maker's; returns its path."""
    transaction.begin()
    setRoles(site, TEST_USER_ID, ["Manager"])
    structure.build(site)
    page = api.content.create(site.partner.malente, "Folder", "entwurf-7", title=SECRET)
    api.content.create(page, "File", "anlage", title=SECRET)
    transaction.commit()
    return "/partner/malente/entwurf-7"


def shape(answer, *addresses):
    """Return status, place and words of an answer, without the address that was asked for."""
    text, place = answer.text, answer.headers.get("Location", "")
    for address in addresses:
        text, place = text.replace(address, "X"), place.replace(address, "X")
    return answer.status_code, place, text, answer.headers.get("Content-Type")


def lines(answer, address):
    """Return the words of an answer line by line: easier to read where they differ."""
    return shape(answer, address)[2].splitlines()


def test_tags_of_what_is_hidden_are_not_offered(site, client, hidden, erika):
    transaction.begin()
    entwurf = site.partner.malente["entwurf-7"]
    entwurf.setSubject(("geheimer-deich",))
    offen = api.content.create(site, "Document", "offen", title="Offen", subject=("deich",))
    with as_builder(site):
        api.content.transition(offen, to_state="public")
        entwurf.reindexObject()
        offen.reindexObject()
        transaction.commit()
        tags = getUtility(IVocabularyFactory, "plone.app.vocabularies.Keywords")
        assert {term.value for term in tags(site)} == {"deich", "geheimer-deich"}
    with api.env.adopt_user(username=erika):
        assert {term.value for term in tags(site)} == {"deich"}
        assert [term.value for term in tags(site, "geheim")] == []


@pytest.mark.parametrize(
    "below",
    ["", "/view", "/edit", "/@@uuid", "/anlage", "/@@plone_context_state/object_title"],
)
@pytest.mark.parametrize("signed_in", [False, True])
def test_hidden_is_as_missing(hidden, client, erika, signed_in, below):
    if signed_in:
        client.sign_in(erika)
        client.get("")  # takes the greeting away
    missing = "/partner/malente/entwurf-8"
    there, nowhere = client.get(hidden + below), client.get(missing + below)
    assert lines(there, "entwurf-7") == lines(nowhere, "entwurf-8")
    assert shape(there, "entwurf-7") == shape(nowhere, "entwurf-8")
    if not signed_in:
        assert there.status_code == 404
    there, nowhere = client.api("GET", hidden + below), client.api("GET", missing + below)
    assert there.status_code == 404
    assert shape(there, "entwurf-7") == shape(nowhere, "entwurf-8")


def test_page_for_a_visitor_leads_to_the_log_in(hidden, client):
    answer = client.get(hidden)
    assert answer.status_code == 404
    assert "Hier gibt es nichts für Sie" in unescape(answer.text)
    assert "came_from=http%3A%2F%2Flocalhost" in answer.text


def test_known_browser_is_led_to_the_log_in_from_both(hidden, client, erika):
    client.sign_in(erika)
    del client.cookies["__ac"]
    for path in (hidden, "/partner/malente/gibt-es-nicht"):
        answer = client.get(path)
        assert answer.status_code == 302
        assert "/login?came_from=" in answer.headers["Location"]
    picture = client.get(hidden, headers={"Sec-Fetch-Dest": "image"})
    assert picture.status_code == 404


def test_who_is_signed_in_stays_so_where_nothing_is(hidden, client, erika):
    client.sign_in(erika)
    answer = client.get("/gibt-es-nicht")
    assert answer.status_code == 404
    assert "Erika Beispiel" in answer.text
    assert "Vielleicht stimmt etwas an der Adresse nicht" in unescape(answer.text)


def test_not_allowed_on_what_one_may_see(hidden, client, erika):
    client.sign_in(erika)
    answer = client.get("/partner/malente/edit")
    assert answer.status_code == 403
    assert "Das dürfen Sie hier nicht" in unescape(answer.text)
    assert "Zurück zu: Gemeinde Malente" in unescape(answer.text)
    assert client.get("/@@site-controlpanel").status_code == 403


def test_visitor_signs_in_for_what_needs_it(hidden, client):
    answer = client.get("/@@inbox")
    assert answer.status_code == 302
    assert "came_from" in answer.headers["Location"]
    assert client.api("GET", "/@inbox").status_code == 401


def test_uid_tells_nothing(hidden, client, site):
    uid = site.restrictedTraverse(hidden[1:]).UID()
    for view in ("resolveuid", "@@redirect-to-uuid"):
        there, nowhere = client.get(f"/{view}/{uid}"), client.get(f"/{view}/{'0' * 32}")
        assert shape(there, uid) == shape(nowhere, "0" * 32)
        assert there.status_code == 404


def test_old_address_leads_to_what_one_may_see_only(hidden, client, erika, site):
    transaction.begin()
    api.content.move(site.restrictedTraverse(hidden[1:]), id="neuer-name")
    seen = api.content.create(site.partner.malente, "Document", "alt", title="Offen")
    with as_builder(site):
        api.content.transition(seen, to_state="public")
    transaction.commit()
    transaction.begin()
    api.content.move(site.partner.malente.alt, id="neu")
    transaction.commit()
    assert client.get(hidden).status_code == 404
    assert client.api("GET", hidden).status_code == 404
    assert client.get("/partner/malente/alt").status_code == 302
    assert client.api("GET", "/partner/malente/alt").status_code == 302


def test_closed_folder_of_a_public_page_is_not_named(site, client):
    transaction.begin()
    setRoles(site, TEST_USER_ID, ["Manager"])
    structure.build(site)
    folder = api.content.create(site.partner.malente, "Folder", "f-1", title=SECRET)
    page = api.content.create(folder, "Document", "seite", title="Offene Seite")
    with as_builder(site):
        api.content.transition(page, to_state="public")
    transaction.commit()
    path = "/partner/malente/f-1/seite"
    assert client.get(path).status_code == 200
    for answer in (
        client.get(path),
        client.get(f"{path}/@@breadcrumbs_view/breadcrumbs"),
        client.api("GET", path),
        client.api("GET", f"{path}/@breadcrumbs"),
    ):
        assert answer.status_code in (200, 404)
        assert SECRET not in answer.text
    assert client.api("GET", path).json()["parent"] == {}
