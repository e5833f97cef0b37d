"""The De-minimis ledger on its pages and over REST, as consultants use it and others do not."""

from datetime import date
from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.funding.deminimis import figures
from kommunalhub.funding.deminimis import operations
from kommunalhub.funding.deminimis import storage
from plone import api
from pypdf import PdfReader

import io
import pytest
import re
import transaction


LIST = "foerderung/@@de-minimis"
SERVICE = "foerderung/@de-minimis"
TODAY = formatting.to_local(formatting.now()).date()
BEFORE = TODAY - timedelta(days=400)


def fill(browser, **values):
    for name, value in values.items():
        several = ":list" if isinstance(value, list) else ""
        browser.getControl(name=f"form.widgets.{name}{several}").value = value


def save(browser):
    browser.getControl("Speichern").click()
    transaction.begin()
    return browser


@pytest.fixture
def undertakings(web):
    """Three undertakings: 1 Werft, 2 Segelschule, 3 Stadtwerke (public); committed."""
    for name, public in (("Werft Heiligenhafen", 0), ("Segelschule", 0), ("Stadtwerke", 1)):
        operations.add(name, "Am Hafen 1, 23774 Heiligenhafen", bool(public))
    transaction.commit()
    return web


def granted(number, amount, day=TODAY, **more):
    row = operations.grant(
        number,
        {"day": day, "amount": amount, "regulation": "general", "authority": "Malente", **more},
    )
    transaction.commit()
    return row


def test_an_undertaking_is_entered_and_granted_aid(web, visit):
    browser = visit("berater", LIST)
    assert "Noch ist kein Unternehmen eingetragen." in browser.text
    browser.getLink("Unternehmen eintragen").click()
    fill(browser, name="Werft  Heiligenhafen", address="Am Hafen 1")
    save(browser)
    assert browser.url.endswith("/@@de-minimis/1")
    assert "<h1>Werft Heiligenhafen</h1>" in browser.text
    browser.getLink("De-minimis-Beihilfe eintragen").click()
    fill(browser, day=TODAY.isoformat(), amount="12.500,00", authority="Gemeinde Malente")
    fill(browser, regulation=["general"], purpose="Digitale Werkstatt")
    save(browser)
    assert "Die Beihilfe ist eingetragen" in browser.text
    assert "12.500,00" in browser.text
    assert "287.500,00" in browser.text
    assert operations.ledger_of(1).rows()[0]["purpose"] == "Digitale Werkstatt"


def test_what_exceeds_is_refused_at_its_field(undertakings, visit):
    granted(1, "250000", BEFORE)
    browser = visit("berater", "foerderung/@@grant-de-minimis/1")
    fill(browser, day=TODAY.isoformat(), amount="50.000,01", authority="Stadt Oldenburg")
    fill(browser, regulation=["general"])
    save(browser)
    words = re.sub(r"\s+", " ", browser.text.replace("\xa0", " ").replace("&nbsp;", " "))
    assert "wurden 250.000,00 € von 300.000,00 € gewährt, frei sind 50.000,00 €" in words
    assert "als Ganzes unzulässig (Verordnung (EU) 2023/2831" in words
    assert browser.getControl(name="form.widgets.amount").value == "50.000,01"
    assert len(operations.ledger_of(1).aids) == 1


@pytest.mark.parametrize(
    "values, message",
    [
        ({"amount": "viel"}, "Zahl"),
        ({"amount": "0"}, "Betrag wie 12.500,00"),
        ({"amount": "-5"}, "nicht negativ"),
        ({"amount": "1,001"}, "Zahl"),
        ({"day": "2999-01-01"}, "spätestens heute"),
        ({"day": "1999-01-01"}, "spätestens heute"),
        ({"authority": ""}, "Pflichtfeld"),
    ],
)
def test_a_wrong_field_says_so(undertakings, visit, values, message):
    browser = visit("berater", "foerderung/@@grant-de-minimis/1")
    right = {"day": TODAY.isoformat(), "amount": "100", "authority": "Malente"}
    fill(browser, regulation=["general"], **right | values)
    save(browser)
    assert message in browser.text
    assert len(operations.ledger_of(1).aids) == 0


def test_without_a_ceiling_nothing_is_granted(undertakings):
    api.portal.set_registry_record(figures.RECORD, [])
    with pytest.raises(operations.Wrong) as wrong:
        granted(1, "100")
    assert set(wrong.value.errors) == {"regulation"}


def test_linked_undertakings_count_together(undertakings, visit):
    granted(2, "300000", BEFORE)
    browser = visit("berater", "foerderung/@@link-undertakings/1")
    fill(browser, other=["2"])
    save(browser)
    assert "Segelschule" in browser.text
    with pytest.raises(operations.TooMuch):
        granted(1, "0.01")
    transaction.abort()
    browser.getControl("Verbindung zurücknehmen").click()
    transaction.begin()
    assert granted(1, "0.01")


def test_chains_count_and_public_bodies_do_not(undertakings):
    operations.add("Verein")
    operations.link(1, 2)
    operations.link(2, 4)
    operations.link(1, 3)
    assert operations.group_of(4) == {1, 2, 4}
    assert operations.group_of(3) == {3}


@pytest.mark.parametrize("other", [1, 99, None])
def test_no_link_to_itself_or_to_nothing(undertakings, other):
    with pytest.raises(operations.Wrong):
        operations.link(1, other)


def test_what_others_granted_is_entered_even_above_the_ceiling(undertakings, visit):
    granted(1, "300000", BEFORE)
    row = granted(1, "20000", BEFORE, declared=True)
    page = visit("berater", f"{LIST}/1")
    assert "Von anderen gewährt" in page.text
    gone = visit("berater", f"foerderung/@@de-minimis-certificate/{row['number']}")
    assert gone.headers["Status"].startswith("404")


def test_what_is_taken_back_counts_no_more(undertakings, visit):
    granted(1, "300000", BEFORE)
    browser = visit("berater", f"{LIST}/1")
    browser.getControl("Beihilfe zurücknehmen").click()
    assert "Bitte schreiben Sie, warum." in browser.text
    browser.getControl(name="reason").value = "Vorhaben aufgegeben"
    browser.getControl("Beihilfe zurücknehmen").click()
    transaction.begin()
    assert "Vorhaben aufgegeben" in browser.text
    assert granted(1, "300000")
    assert [row["taken_back"] is None for row in operations.ledger_of(1).rows()] == [True, False]


def test_the_register_is_told_in_time(undertakings, visit):
    granted(1, "1000", date(2026, 1, 5))
    browser = visit("hubleitung", f"{LIST}/1")
    assert "bis 2. Februar 2026 ins Register" in browser.text
    browser.getControl(name="date").value = "2026-01-02"
    browser.getControl("Vermerken").click()
    assert "Das liegt vor dem Tag der Beihilfe." in browser.text
    browser.getControl(name="date").value = "2026-01-20"
    browser.getControl("Vermerken").click()
    assert "im Register seit 20. Januar 2026" in browser.text


def test_the_certificate_says_what_was_granted_and_stays(undertakings, client):
    row = granted(1, "12500", BEFORE, purpose="Digitale Werkstatt")
    path = f"foerderung/@@de-minimis-certificate/{row['number']}"
    answer = client("berater").get(path)
    assert answer.headers["Content-Type"] == "application/pdf"
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    for part in ("Werft Heiligenhafen", "12.500,00", "2023/2831", "Digitale Werkstatt"):
        assert part in words
    granted(1, "5000", TODAY)
    assert client("berater").get(path).content == answer.content


def test_the_list_finds_by_name(undertakings, visit):
    browser = visit("berater", f"{LIST}?q=segel")
    assert "Segelschule" in browser.text
    assert "Werft" not in browser.text
    assert "Kein Unternehmen" in visit("berater", f"{LIST}?q=gibtesnicht").text


PAGES = [
    LIST,
    f"{LIST}/1",
    "foerderung/@@add-undertaking",
    "foerderung/@@grant-de-minimis/1",
    "foerderung/@@link-undertakings/1",
    "foerderung/@@de-minimis-certificate/1",
]


@pytest.mark.parametrize("name", [None, "malente-redaktion", "malente-pruefung", "gruenderin"])
@pytest.mark.parametrize("page", PAGES)
def test_others_learn_nothing(undertakings, client, page, name):
    granted(1, "12500", BEFORE)
    answer = client(name).get(page, headers={"Accept": "text/html"})
    assert answer.status_code in (401, 403, 404) or "/login" in answer.url
    assert "Werft" not in answer.text
    assert client(name).get(f"{SERVICE}/1").status_code in (401, 403, 404)
    assert client(name).post(SERVICE, json={"name": "X"}).status_code in (401, 403, 404)


@pytest.mark.parametrize("page", [f"{LIST}/99", f"{LIST}/x", "foerderung/@@grant-de-minimis/99"])
def test_what_is_not_there_is_404(undertakings, client, page):
    assert client("berater").get(page, headers={"Accept": "text/html"}).status_code == 404


def test_over_rest(undertakings, client):
    session = client("berater")
    made = session.post(SERVICE, json={"name": "Bäckerei", "address": "Markt 2"})
    assert made.status_code == 201
    assert made.json()["number"] == 4
    aid = {
        "day": BEFORE.isoformat(),
        "amount": "299999.99",
        "regulation": "general",
        "authority": "Amt Lensahn",
    }
    answer = session.post(f"{SERVICE}/4", json=aid)
    assert answer.status_code == 201, answer.text
    assert answer.json()["amount"] == "299999.99"
    refused = session.post(f"{SERVICE}/4", json={**aid, "amount": 0.02})
    assert refused.status_code == 409
    assert refused.json()["free"] == "0.01"
    found = session.get(f"{SERVICE}/4").json()
    assert [one["amount"] for one in found["aids"]] == ["299999.99"]
    assert found["ceilings"]["general"]["free"] == "0.01"
    listed = session.get(f"{SERVICE}?b_size=2").json()
    assert listed["items_total"] == 4
    assert [one["name"] for one in listed["items"]] == ["Bäckerei", "Segelschule"]


@pytest.mark.parametrize(
    "body, field",
    [
        ({"amount": "x"}, "amount"),
        ({"amount": None}, "amount"),
        ({"amount": [1]}, "amount"),
        ({"amount": "1e9"}, "amount"),
        ({"amount": True}, "amount"),
        ({"day": "gestern"}, "day"),
        ({"day": 5}, "day"),
        ({"regulation": "fishery"}, "regulation"),
        ({"regulation": ["general"]}, "regulation"),
        ({"authority": ""}, "authority"),
        ({"authority": "x" * 201}, "authority"),
        ({"purpose": "x" * 501}, "purpose"),
    ],
)
def test_wrong_values_over_rest(undertakings, client, body, field):
    right = {
        "day": TODAY.isoformat(),
        "amount": "1",
        "regulation": "general",
        "authority": "Malente",
    }
    answer = client("berater").post(f"{SERVICE}/1", json=right | body)
    assert answer.status_code == 400
    assert field in answer.text
    assert len(operations.ledger_of(1).aids) == 0


@pytest.mark.parametrize("body", [{}, {"name": " "}, {"name": "segelschule"}, {"name": "x" * 201}])
def test_wrong_undertakings_over_rest(undertakings, client, body):
    answer = client("berater").post(SERVICE, json=body)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "name"
    assert len(storage.register_of(undertakings).ledgers) == 3


def test_whoever_grants_writes_the_ledger_of_each_linked_one(undertakings):
    operations.link(1, 2)
    transaction.commit()
    before = operations.ledger_of(2).changes
    granted(1, "1")
    assert operations.ledger_of(2).changes == before + 1


def test_links_and_the_register_over_rest(undertakings, client):
    session, row = client("berater"), granted(1, "100", BEFORE)
    path = f"{SERVICE}/1"
    assert session.patch(path, json={"link": 2}).status_code == 204
    assert session.get(path).json()["linked"] == [2]
    assert session.patch(path, json={"unlink": 2}).status_code == 204
    assert session.get(path).json()["linked"] == []
    told = {"aid": row["number"], "reported": TODAY.isoformat()}
    assert session.patch(path, json=told).status_code == 204
    assert session.get(path).json()["aids"][0]["reported"] == TODAY.isoformat()
    back = {"aid": row["number"], "taken_back": "Vorhaben aufgegeben"}
    assert session.patch(path, json=back).status_code == 204
    assert session.get(path).json()["aids"][0]["taken_back"]["reason"] == "Vorhaben aufgegeben"


@pytest.mark.parametrize(
    "body, status",
    [
        ({}, 400),
        ({"link": 1}, 400),
        ({"link": 99}, 400),
        ({"link": True}, 400),
        ({"link": "2"}, 400),
        ({"unlink": 2}, 400),
        ({"aid": 99, "reported": "2026-01-01"}, 404),
        ({"aid": 1}, 400),
        ({"aid": 1, "reported": None}, 400),
        ({"aid": 1, "taken_back": "x" * 501}, 400),
    ],
)
def test_wrong_changes_over_rest(undertakings, client, body, status):
    granted(1, "100", BEFORE)
    assert client("berater").patch(f"{SERVICE}/1", json=body).status_code == status
    assert operations.group_of(1) == {1}
    assert operations.ledger_of(1).rows()[0]["taken_back"] is None
