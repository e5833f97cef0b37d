"""The control panel, as the hub manager uses it."""

from kommunalhub.partners.operations import get_partner
from lxml import html
from plone import api

import pytest
import re
import transaction


@pytest.fixture
def browser(session):
    client = session("hubleitung")
    client.headers["Accept"] = "text/html"
    return client


def send(client, path, **fields):
    """Post the form at `path` with its own token."""
    page = client.get(path).text
    token = re.search(r'name="_authenticator"[^>]*value="([^"]+)"', page)[1]
    return client.post(path.partition("?")[0], data={"_authenticator": token, **fields})


HEILIGENHAFEN = {
    "form.widgets.id": "heiligenhafen",
    "form.widgets.title": "Stadt Heiligenhafen",
    "form.widgets.short_title": "Heiligenhafen",
    "form.widgets.kind:list": "municipality",
    "form.widgets.colour": "#8a1c4a",
    "form.widgets.email": "rathaus@heiligenhafen.example",
    "form.widgets.phone": "",
    "form.widgets.address": "Markt 4-5\n23774 Heiligenhafen",
    "form.buttons.save": "Hinzufügen",
}


def test_the_list(browser):
    page = browser.get("/@@partners-controlpanel")
    assert page.status_code == 200
    for text in (
        "Stadt Oldenburg in Holstein",
        "Amt Lensahn",
        "Verwaltung hinzufügen",
        "Prüfung (1)",
    ):
        assert text in page.text
    assert "title_partners" not in page.text


def test_site_setup_leads_there(browser):
    assert "/@@partners-controlpanel" in browser.get("/@@overview-controlpanel").text


def test_only_for_those_who_manage(session):
    for person in (None, "gruenderin", "malente-pruefung", "berater"):
        client = session(person)
        client.headers["Accept"] = "text/html"
        for path in (
            "/@@partners-controlpanel",
            "/@@partner-add",
            "/@@partner-edit?partner=malente",
            "/@@partner-remove?partner=malente",
        ):
            answer = client.get(path)
            if person is not None:
                assert answer.status_code == 403
                continue
            assert answer.status_code == 302  # to the log-in form
            assert "require_login" in answer.headers["Location"]


def test_add_heiligenhafen(browser):
    answer = send(browser, "/@@partner-add", **HEILIGENHAFEN)
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("/@@partners-controlpanel")
    transaction.begin()
    partner = get_partner("heiligenhafen")
    assert (partner.title, partner.colour) == ("Stadt Heiligenhafen", "#8a1c4a")
    assert partner.address.splitlines() == ["Markt 4-5", "23774 Heiligenhafen"]
    group = api.group.get(groupname="heiligenhafen-reviewers")
    assert group.getProperty("title") == "Heiligenhafen: Prüfung"
    page = browser.get("/@@partners-controlpanel").text
    assert "Stadt Heiligenhafen ist angelegt." in page
    assert "Heiligenhafen" in page


def test_errors_stand_at_their_fields_and_nothing_typed_is_lost(browser):
    for change, error in (
        ({"form.widgets.id": "Heiligen Hafen"}, "Bitte verwenden Sie Kleinbuchstaben"),
        ({"form.widgets.id": "malente"}, "Eine Verwaltung mit dieser Kennung gibt es schon."),
        ({"form.widgets.id": ""}, "Bitte füllen Sie dieses Feld aus."),
        ({"form.widgets.title": ""}, "Bitte füllen Sie dieses Feld aus."),
        ({"form.widgets.colour": "#f5c518"}, "Weiße Schrift ist auf dieser Farbe nicht lesbar."),
        ({"form.widgets.email": "rathaus"}, "Das ist keine E-Mail-Adresse."),
    ):
        answer = send(browser, "/@@partner-add", **(HEILIGENHAFEN | change))
        assert answer.status_code == 200
        field = next(iter(change)).replace(".", "-")
        [wrong] = html.fromstring(answer.text).xpath(f"//*[@id='{field}-error']")
        shown = wrong.text_content().strip().removeprefix("!").strip()
        assert shown.startswith(error)
        assert "Markt 4-5" in answer.text
        assert answer.text.count('aria-invalid="true"') == 1
    transaction.begin()
    assert get_partner("heiligenhafen") is None


def test_without_token_nothing_is_written(browser):
    assert browser.post("/@@partner-add", data=HEILIGENHAFEN).status_code == 403
    data = {"partner": "lensahn"}
    assert browser.post("/@@partner-remove", data=data).status_code == 403
    transaction.begin()
    assert get_partner("heiligenhafen") is None
    assert get_partner("lensahn") is not None


def test_edit(browser):
    path = "/@@partner-edit?partner=lensahn"
    page = browser.get(path).text
    assert 'value="Amt Lensahn"' in page
    assert "form-widgets-id" not in page
    fields = {name: HEILIGENHAFEN[name] for name in HEILIGENHAFEN if not name.endswith(".id")}
    fields |= {"form.widgets.title": "Amt Lensahn-Land", "form.widgets.email": "rathaus"}
    wrong = send(browser, path, **fields, partner="lensahn")
    assert "Das ist keine E-Mail-Adresse." in wrong.text
    assert send(browser, path, **fields | {"form.widgets.email": ""}, partner="lensahn").ok
    transaction.begin()
    assert get_partner("lensahn").title == "Amt Lensahn-Land"


def test_remove(browser):
    path = "/@@partner-remove?partner=lensahn"
    assert "Möchten Sie" in browser.get(path).text
    assert get_partner("lensahn") is not None
    assert send(browser, path, partner="lensahn").status_code == 302
    transaction.begin()
    assert get_partner("lensahn") is None


def test_a_partner_with_cases_stays_and_says_how_many(web, browser):
    with api.env.adopt_user(username="verwaltung"):
        for number in range(3):
            api.content.create(web, "TestCase", f"fall-{number}", partner="lensahn")
    transaction.commit()
    page = browser.get("/@@partner-remove?partner=lensahn").text
    assert "Noch 3 Vorgänge und Seiten gehören dieser Verwaltung." in page
    assert 'method="post"' not in page.split("<main")[1].split("</main")[0]
    token = re.search(
        r'name="_authenticator"[^>]*value="([^"]+)"', browser.get("/@@partner-add").text
    )
    data = {"partner": "lensahn", "_authenticator": token[1]}
    browser.post("/@@partner-remove", data=data)  # as from a page opened before
    assert "kann nicht entfernt werden" in browser.get("/@@partners-controlpanel").text
    transaction.begin()
    assert get_partner("lensahn") is not None


def test_unknown_partners_are_not_found(browser):
    for view in ("partner-edit", "partner-remove"):
        assert browser.get(f"/@@{view}?partner=nirgends").status_code == 404
        assert browser.get(f"/@@{view}").status_code == 404
