"""Who finds whom, one test per channel; docs/reference/roles.md has the table."""

from io import BytesIO
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.partners.people.visible import EVERYBODY
from kommunalhub.partners.people.visible import visible_people
from OFS.Image import Image
from PIL import Image as Picture
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.interface import noLongerProvides
from zope.schema.interfaces import IVocabularyFactory

import json
import pytest
import re
import transaction


HUB = {"berater", "hubleitung"}
MALENTE = {"malente-mitarbeit", "malente-redaktion", "malente-pruefung"}
LENSAHN = {"lensahn-redaktion", "lensahn-pruefung"}
FOUND = [
    (None, set()),
    ("gruenderin", HUB | {"gruenderin"}),
    ("malente-redaktion", HUB | MALENTE),
    ("lensahn-pruefung", HUB | LENSAHN),
    ("berater", EVERYBODY),
    ("hubleitung", EVERYBODY),
    ("verwaltung", EVERYBODY),
]
STAFF = [("malente-redaktion", "Lars"), ("lensahn-redaktion", "Gesa")]
HIDDEN = [("gruenderin", "Lars"), *STAFF]


@pytest.fixture
def here(portal):
    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    yield portal
    noLongerProvides(portal.REQUEST, IKommunalhubLayer)


def _as(person):
    return api.env.adopt_user(username=person)


@pytest.mark.parametrize("person, found", FOUND[1:])
def test_who_finds_whom(here, person, found):
    with _as(person):
        assert visible_people() == found


@pytest.mark.parametrize("name", ["Users", "Principals"])
@pytest.mark.parametrize("person, found", FOUND[1:])
def test_pick_lists(here, name, person, found):
    with _as(person):
        vocabulary = getUtility(IVocabularyFactory, f"plone.app.vocabularies.{name}")(here)
    people = {term.value.removeprefix("user:") for term in vocabulary if "group:" not in term.value}
    if found == EVERYBODY:
        assert people > HUB | MALENTE | LENSAHN
    else:
        assert people == found


def test_a_stored_value_stays_valid_and_tells_no_name(here):
    with _as("malente-redaktion"):
        users = getUtility(IVocabularyFactory, "plone.app.vocabularies.Users")(here)
        assert users.getTerm("lensahn-redaktion").title == "lensahn-redaktion"
        with pytest.raises(LookupError):
            users.getTermByToken("lensahn-redaktion")
        assert users.getTermByToken("malente-pruefung").title == "Petra Malente"
        principals = getUtility(IVocabularyFactory, "plone.app.vocabularies.Principals")(here)
        assert principals.getTerm("user:lensahn-redaktion").title == "lensahn-redaktion"
        assert principals.getTerm("group:lensahn-editors").value == "group:lensahn-editors"


def test_people_of_a_group_within_a_group_are_colleagues(here):
    with _as("verwaltung"):
        api.group.create(groupname="bauamt", title="Bauamt")
        api.group.add_user(groupname="bauamt", username="werkstatt")
        api.portal.get_tool("portal_groups").addPrincipalToGroup("bauamt", "malente-staff")
    with _as("malente-redaktion"):
        assert "werkstatt" in visible_people()


def test_scripts_and_other_sites_see_everybody(portal):
    """No request of this site, no filter: else indexing and mails would miss people."""
    noLongerProvides(portal.REQUEST, IKommunalhubLayer)
    assert visible_people() == EVERYBODY
    assert not IAnnotations(portal.REQUEST).get("kommunalhub.partners.visible_people")


# By HTTP


@pytest.fixture
def pages(session):
    def of(person):
        client = session(person)
        client.headers["Accept"] = "text/html"
        return client

    return of


def test_get_vocabulary(pages):
    for vocabulary in ("Users", "Principals"):
        path = f"/@@getVocabulary?name=plone.app.vocabularies.{vocabulary}&query="
        assert "Bea Beratung" not in pages("gruenderin").get(path).text
        for person, name in STAFF:
            found = json.loads(pages(person).get(path).text)["results"]
            texts = {item["text"] for item in found}
            assert "Bea Beratung" in texts
            assert not [text for text in texts if name in text]
            assert json.loads(pages(person).get(path + name).text)["results"] == []


def test_rest_vocabulary(session):
    path = "/@vocabularies/plone.app.vocabularies.Users"
    assert session("gruenderin").get(path).status_code == 403
    for person, name in STAFF:
        client = session(person)
        listed = {item["title"] for item in client.get(f"{path}?b_size=100").json()["items"]}
        assert "Bea Beratung" in listed
        assert not [title for title in listed if name in title]
        assert client.get(f"{path}?title={name}").json()["items"] == []
        hidden = {"Lars": "lensahn-redaktion", "Gesa": "gruenderin"}[name]
        assert name not in client.get(f"{path}?tokens={hidden}").text


def test_rest_querystring_settings(session):
    for person, name in HIDDEN:
        assert name not in session(person).get("/@querystring").text


def test_rest_services_about_people(session):
    for person in (None, "gruenderin", "malente-redaktion", "malente-pruefung"):
        client = session(person)
        for path in (
            "/@users",
            "/@users?search=Lars",
            "/@users?query=lensahn",
            "/@users/lensahn-redaktion",
            "/@principals?search=Lars",
            "/@groups/lensahn-editors",
            "/@groups",
            "/@sharing?search=Lars",
        ):
            answer = client.get(path)
            assert answer.status_code in (401, 403, 404), (person, path)
            assert "Lars Lensahn" not in answer.text


def test_a_hub_manager_finds_people_over_rest(session):
    answer = session("hubleitung").get("/@users?search=Lars")
    assert [item["fullname"] for item in answer.json()["items"]] == ["Lars Lensahn"]


def test_author_pages(pages):
    for person, other, status in (
        (None, "lensahn-redaktion", 404),
        (None, "berater", 404),
        ("gruenderin", "lensahn-redaktion", 404),
        ("gruenderin", "werkstatt", 404),
        ("gruenderin", "gruenderin", 200),
        ("gruenderin", "berater", 200),
        ("malente-redaktion", "lensahn-redaktion", 404),
        ("malente-redaktion", "niemand", 404),
        ("malente-redaktion", "malente-pruefung", 200),
        ("malente-redaktion", "berater", 200),
        ("berater", "lensahn-redaktion", 200),
        ("hubleitung", "gruenderin", 200),
    ):
        for address in ("/author/", "/@@author/"):
            answer = pages(person).get(f"{address}{other}")
            assert answer.status_code == status, (person, other)


def test_hidden_people_and_nobody_look_the_same(pages):
    def body(name):
        page = pages("malente-redaktion").get(f"/author/{name}").text.replace(name, "x")
        return re.sub("[0-9a-f]{40}", "token", page)

    assert body("lensahn-redaktion") == body("niemand-niemand")


def test_tools_by_address(pages):
    for person in (None, "gruenderin", "malente-redaktion", "malente-pruefung"):
        client = pages(person)
        for path in (
            "/portal_membership/getMemberInfo?memberId=lensahn-redaktion",
            "/portal_membership/getPersonalPortrait?id=lensahn-redaktion",
            "/portal_membership/getHomeUrl?id=lensahn-redaktion",
            "/portal_memberdata/portraits/lensahn--redaktion",
            "/portal_memberdata/portraits/lensahn-redaktion",
            "/@@pas_search/searchUsers?fullname=Lars",
            "/@@pas_member/info?userid=lensahn-redaktion",
            "/portal_groups/getGroupMembers?group_id=lensahn-editors",
            "/portal_catalog/uniqueValuesFor?name=Creator",
        ):
            assert client.get(path).status_code == 404, (person, path)


def test_pages_about_people_are_closed(pages):
    for person in (None, "gruenderin", "malente-redaktion", "malente-pruefung"):
        client = pages(person)
        for path in (
            "/@@sharing?search_term=Lars",
            "/@@user-information?userid=lensahn-redaktion",
            "/@@usergroup-userprefs?searchstring=Lars",
            "/@@usergroup-groupmembership?groupname=lensahn-editors",
            "/acl_users/searchUsers?fullname=Lars",
            "/portal_membership/listMembers",
            "/portal_membership/searchForMembers?name=Lars",
        ):
            answer = client.get(path)
            assert answer.status_code in (302, 401, 403, 404), (person, path)
            assert "Lars Lensahn" not in answer.text


def test_portraits_of_colleagues_only(web, session, pages):
    data = BytesIO()
    Picture.new("RGB", (2, 2)).save(data, "PNG")
    image = Image("lensahn--redaktion", "", data.getvalue(), "image/png")
    web.portal_memberdata._setPortrait(image, "lensahn--redaktion")
    transaction.commit()
    for person, status in [(None, 404), ("malente-redaktion", 404), ("lensahn-pruefung", 200)]:
        assert session(person).get("/@portrait/lensahn--redaktion").status_code == status
        stored = pages(person).get("/portal_memberdata/portraits/lensahn--redaktion")
        assert stored.status_code == status
