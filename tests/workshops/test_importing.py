"""Lists of participants from files, and out of the hub as CSV."""

from base64 import b64encode
from kommunalhub.workshops import storage

import io
import pytest
import transaction


LIST = (
    "Vorname;Nachname;E-Mail;Verwaltung\n"
    "Jörg;Möller;joerg@example.org;Malente\n"
    "Ada;;keine Adresse;\n"
    "Bo;Zwei;BO@example.org;Verein e. V.\n"
    ";;bo@example.org;\n"
    "Bo;Nochmal;bo@example.org;\n"
    "Mia;Beispiel;mia@example.org;\n"
)


@pytest.fixture
def workshop(hub, web):
    workshop = hub.add_workshop(web, capacity=2)
    hub.register(workshop, "mia")
    transaction.commit()
    return workshop


def names(workshop):
    transaction.begin()
    return [one.name for one in storage.book_of(workshop).all()]


def look(browser, data, name="liste.csv"):
    browser.getControl(name="file").add_file(io.BytesIO(data), "text/csv", name)
    browser.getControl("Erst ansehen").click()


def test_a_list_is_looked_at_then_taken(hub, functional, workshop):
    browser = hub.browser(functional, "trude")
    browser.raiseHttpErrors = False
    browser.open(f"{workshop.absolute_url()}/@@teilnehmende")
    browser.getLink("Teilnahmeliste einlesen").click()
    look(browser, LIST.encode("cp1252"))
    assert "Kein lesbarer Name." in browser.text
    assert "Keine E-Mail-Adresse." in browser.text
    assert "Steht schon in Zeile 4 der Datei." in browser.text
    assert "Ist schon angemeldet." in browser.text
    assert "Warteliste" in browser.text
    assert names(workshop) == ["Mia Beispiel"]
    browser.getControl("Diese Personen anmelden").click()
    assert browser.headers["status"].startswith("400")
    assert names(workshop) == ["Mia Beispiel"]
    browser.getControl(name="all_or_none").value = []
    browser.getControl("Diese Personen anmelden").click()
    assert "Angemeldet: 1. Auf der Warteliste: 1. Ausgelassen: 4." in browser.text
    assert names(workshop) == ["Mia Beispiel", "Jörg Möller", "Bo Zwei"]
    found = [(one.partner, one.organisation) for one in storage.book_of(workshop).all()[1:]]
    assert found == [("malente", ""), ("", "Verein e. V.")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Bitte wählen Sie eine Datei aus."),
        (b"Name;Telefon\nMia;1", "Bitte nennen Sie in der ersten Zeile die Spalten"),
        (b"Name;E-Mail\nM\xc3\xb6we;a@x.org\nM\xf6we;b@x.org", "In Zeile 3 stehen Zeichen"),
        (b"PK\x03\x04", "Diese Datei lässt sich nicht öffnen."),
    ],
)
def test_what_cannot_be_read_is_said(hub, functional, workshop, data, said):
    browser = hub.browser(functional, "trude")
    browser.raiseHttpErrors = False
    browser.open(f"{workshop.absolute_url()}/@@teilnehmende-einlesen")
    if data:
        look(browser, data)
    else:
        browser.getControl("Erst ansehen").click()
    assert said in browser.text


def test_rest_takes_a_list(hub, workshop):
    url = f"{workshop.absolute_url()}/@registrations"
    data = {"file": b64encode(LIST.encode("utf-16")).decode(), "all_or_none": True}
    assert hub.rest("lena").post(url, json=data).status_code == 401
    answer = hub.rest("trude").post(url, json={**data, "dry_run": True})
    assert (answer.status_code, answer.json()["refused"]) == (200, 4)
    assert [(one["line"], one["state"]) for one in answer.json()["items"]] == [
        *((2, "registered"), (3, None), (4, "waiting"), (5, None), (6, None), (7, None)),
    ]
    assert hub.rest("trude").post(url, json=data).status_code == 409
    assert names(workshop) == ["Mia Beispiel"]
    answer = hub.rest("trude").post(url, json={**data, "all_or_none": False})
    assert answer.status_code == 201
    assert len(names(workshop)) == 3
    for wrong in ("no base64!", "", 7):
        assert hub.rest("trude").post(url, json={"file": wrong}).status_code == 400, wrong


def test_the_list_as_csv_runs_no_formula(hub, workshop):
    url = workshop.absolute_url()
    hub.rest("max").post(f"{url}/@registrations", json={"needs": "=1+1"})
    answer = hub.rest("trude").get(f"{url}/@@teilnehmende.csv", headers={"Accept": "*/*"})
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Person;Verwaltung;E-Mail")
    assert ";'=1+1;" in lines[2]
    for who in ("mia", "rita", None):
        answer = hub.rest(who).get(f"{url}/@@teilnehmende.csv", allow_redirects=False)
        assert answer.status_code in (302, 401, 403, 404)
