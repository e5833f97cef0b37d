"""Which administration something new belongs to, and who may pick which: in code, form and REST."""

from kommunalhub.partners.interfaces import IPartnered
from kommunalhub.partners.interfaces import PartnerChoice
from kommunalhub.partners.operations import give_partner
from plone import api
from zope.schema.interfaces import ConstraintNotSatisfied

import pytest
import re
import transaction


def refused(context, person, partner):
    """Tell whether the field refuses the choice."""
    field = IPartnered["partner"].bind(context)
    with api.env.adopt_user(username=person):
        try:
            field.validate(partner)
        except ConstraintNotSatisfied:
            return True
    return False


def test_the_field_is_ours():
    assert isinstance(IPartnered["partner"], PartnerChoice)


@pytest.mark.parametrize(
    "person, default",
    [
        ("malente-redaktion", "malente"),
        ("lensahn-pruefung", "lensahn"),
        ("berater", "oldenburg"),
        ("gruenderin", "oldenburg"),
    ],
)
def test_default_on_the_site_root(portal, person, default):
    with api.env.adopt_user(username=person):
        assert IPartnered["partner"].bind(portal).default == default


def test_default_in_a_partners_folder(malente):
    with api.env.adopt_user(username="lensahn-redaktion"):
        assert IPartnered["partner"].bind(malente).default == "malente"


@pytest.mark.parametrize(
    "person, partner, refusal",
    [
        ("malente-redaktion", "malente", False),
        ("malente-redaktion", "lensahn", True),
        ("gruenderin", "oldenburg", False),
        ("gruenderin", "malente", True),
        ("berater", "lensahn", False),
        ("hubleitung", "lensahn", False),
        ("verwaltung", "lensahn", False),
    ],
)
def test_who_may_pick_outside_partners_folders(portal, person, partner, refusal):
    assert refused(portal, person, partner) is refusal


@pytest.mark.parametrize("person", ["malente-redaktion", "berater", "hubleitung", "verwaltung"])
def test_in_a_partners_folder_only_its_partner_fits(malente, person):
    assert refused(malente, person, "lensahn")
    assert not refused(malente, person, "malente")


def test_what_it_has_may_stay(portal):
    with api.env.adopt_user(username="verwaltung"):
        case = api.content.create(portal, "TestCase", "fall", partner="lensahn")
    assert not refused(case, "malente-redaktion", "lensahn")
    assert refused(case, "malente-redaktion", "dataport")


def test_unknown_partners_are_refused(portal):
    assert refused(portal, "verwaltung", "heiligenhafen")


def test_code_need_not_name_it(portal, malente):
    with api.env.adopt_user(username="verwaltung"):
        assert api.content.create(malente, "TestCase", "eins").__dict__["partner"] == "malente"
        assert api.content.create(portal, "TestCase", "zwei").__dict__["partner"] == "oldenburg"


def test_the_folder_wins_when_something_is_moved_or_copied(portal, malente):
    with api.env.adopt_user(username="verwaltung"):
        lensahn = api.content.create(portal, "Folder", "lensahn")
        give_partner(lensahn, "lensahn")
        case = api.content.create(malente, "TestCase", "fall")
        api.content.create(case, "File", "plan")
        copied = api.content.copy(case, lensahn)
        assert (case.partner, copied.partner) == ("malente", "lensahn")
        moved = api.content.move(case, lensahn, id="umgezogen")
        assert moved.partner == "lensahn"
        found = api.content.find(partner="lensahn", portal_type="File")
    assert len(found) == 2
    with api.env.adopt_user(username="malente-redaktion"):
        assert not api.content.find(portal_type="TestCase")


def test_a_folder_lends_its_partner_only_below(portal, malente):
    with api.env.adopt_user(username="verwaltung"):
        inner = api.content.create(malente, "Folder", "inneres")
        case = api.content.create(inner, "TestCase", "fall")
    assert case.partner == "malente"


@pytest.fixture
def rooms(web):
    """A folder of Malente and an open folder, in which editors may add."""
    with api.env.adopt_user(username="verwaltung"):
        folder = api.content.create(web, "Folder", "malente")
        api.content.transition(folder, to_state="internal")
        give_partner(folder, "malente")
        both = api.content.create(web, "Folder", "offen")
        both.manage_permission("Add portal content", ["Staff", "Manager"], acquire=False)
        api.content.transition(both, to_state="internal")
    transaction.commit()


def test_over_rest(rooms, session):
    client = session("malente-redaktion")
    case = {"@type": "TestCase", "title": "Feuerwache"}
    added = client.post("/malente", json=case)
    assert (added.status_code, added.json()["partner"]["token"]) == (201, "malente")
    added = client.post("/offen", json=case | {"partner": "malente"})
    assert added.status_code == 201
    for room, partner in (("malente", "lensahn"), ("offen", "lensahn"), ("offen", "nirgends")):
        answer = client.post(f"/{room}", json=case | {"partner": partner})
        assert answer.status_code == 400, (room, partner, answer.text)
        assert "partner" in answer.text
    url = added.json()["@id"].removeprefix(client.site_url)
    answer = client.patch(url, json={"partner": "lensahn"})
    assert answer.status_code == 400
    assert "für die Sie arbeiten" in answer.json()["message"]
    assert client.patch(url, json={"title": "Neue Feuerwache"}).status_code == 204
    assert client.get(url).json()["partner"]["token"] == "malente"


def test_in_the_form(rooms, session):
    client = session("malente-redaktion")
    client.headers["Accept"] = "text/html"
    form = client.get("/offen/++add++TestCase").text
    select = form.split('name="form.widgets.IPartnered.partner:list"')[1].split("</select>")[0]
    options = re.findall(r"<option[^>]*>", select)
    assert [option for option in options if "selected" in option and 'value="malente"' in option]
    token = re.search(r'name="_authenticator"[^>]*value="([^"]+)"', form)[1]

    def send(partner):
        data = {
            "_authenticator": token,
            "form.widgets.IBasic.title": "Feuerwache",
            "form.widgets.IPartnered.partner:list": partner,
            "form.widgets.IPartnered.partner-empty-marker": "1",
            "form.buttons.save": "Speichern",
        }
        return client.post("/offen/++add++TestCase", data=data)

    wrong = send("lensahn")
    assert wrong.status_code == 200
    assert "Sie können nur eine Verwaltung wählen, für die Sie arbeiten." in wrong.text
    assert "Feuerwache" in wrong.text
    assert send("malente").status_code == 302
