"""The list of devices as a table: out, in again, and nothing half."""

from base64 import b64encode
from kommunalhub.core.workbook import workbook_of
from support.devices.test_devices import add_device

import pytest
import transaction


IMPORT = "support/geraete/@devices-import"
HEAD = "Inventarnummer;Name des Geräts;Art des Geräts;Verwaltung;Standort;Garantie bis"
ONE = "L-D-014;Drucker Flur 1;Drucker oder Scanner;Lensahn;Flur 1;31.12.2027"
TWO = "L-PC-1;Computer Bürgerbüro;computer;lensahn;Raum 3;"


@pytest.fixture
def site(web):
    return web.absolute_url()


@pytest.fixture
def send(hub, site):
    """Return a function that sends a table as support over REST."""

    def send(*lines, trial=False, who="sven"):
        data = b64encode("\r\n".join([HEAD, *lines]).encode()).decode()
        return hub.Session(site, who).post(IMPORT, json={"file": {"data": data}, "trial": trial})

    return send


def numbers(web):
    transaction.begin()
    return sorted(device.number for device in web["support"]["geraete"].objectValues())


def test_new_devices_and_changes(web, send):
    assert send(ONE, TWO, trial=True).status_code == 200
    assert numbers(web) == []
    made = send(ONE, TWO)
    assert made.status_code == 201, made.text
    assert numbers(web) == ["L-D-014", "L-PC-1"]
    again = send(ONE.replace("L-D-014", "l-d-014").replace("Flur 1;31", "Flur 2;31"), TWO)
    assert again.json()["counts"] == {"new": 0, "changed": 1, "same": 1, "refused": 0}
    assert again.json()["items"][0]["changes"] == [
        {"field": "place", "old": "Flur 1", "new": "Flur 2"}
    ]
    assert numbers(web) == ["L-D-014", "L-PC-1"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (TWO.replace("L-PC-1", ""), "Die Inventarnummer fehlt."),
        (TWO.replace("L-PC-1", "l-d-014"), "schon in Zeile 2"),
        (TWO.replace("L-PC-1", "Ü 1"), "Inventarnummer: "),
        (TWO.replace(";computer;", ";Zauberkasten;"), "„Zauberkasten“ steht nicht"),
        (TWO.replace(";lensahn;", ";Atlantis;"), "„Atlantis“ steht nicht"),
        (TWO.replace(";lensahn;", ";;"), "Verwaltung: "),
        (TWO.replace("Computer Bürgerbüro", ""), "Name des Geräts: "),
        (f"{TWO}bald", "Garantie bis: "),
    ],
)
def test_one_refused_line_keeps_all_out(web, send, line, words):
    answer = send(ONE, line)
    assert answer.status_code == 409, answer.text
    (refused,) = [item for item in answer.json()["items"] if item["kind"] == "refused"]
    assert refused["line"] == 3 and words in refused["problem"]
    assert numbers(web) == []


def test_only_who_keeps_the_list_imports(web, send):
    for who in (None, "mia", "gesa"):
        assert send(ONE, who=who).status_code in (401, 403, 404)
    assert numbers(web) == []


def test_an_export_is_an_import_that_changes_nothing(web, hub, functional, site, send):
    add_device(web, remark="=1+1", title="Beamer")
    add_device(web, "L-1", "lensahn")
    transaction.commit()
    rows = hub.Session(site, "sven").get("support/geraete/@devices-export").json()["rows"]
    again = hub.Session(site, "sven").post(IMPORT, json={"rows": rows, "trial": True})
    assert again.json()["counts"]["same"] == 2, again.text
    own = hub.Session(site, "mia").get("support/geraete/@devices-export?q=beamer").json()["rows"]
    assert [row["number"] for row in own] == ["M-D-1"]
    browser = hub.browser(functional, "mia")
    browser.open(f"{site}/support/geraete/@@geraete.csv")
    assert "'=1+1" in browser.contents and "L-1" not in browser.contents


def test_by_form_a_file_is_looked_at_before_it_is_taken(web, hub, functional, site):
    browser = hub.browser(functional, "sven")
    browser.open(f"{site}/support/geraete")
    browser.getLink("Aus einer Tabelle einlesen").click()
    table = [("Geräte", HEAD.split(";"), [ONE.split(";")])]
    browser.getControl(name="file").add_file(workbook_of(table), "text/plain", "liste.xlsx")
    browser.getControl("Ansehen").click()
    assert "L-D-014" in browser.text and numbers(web) == []
    browser.getControl("Alles übernehmen").click()
    assert "Alles ist übernommen." in browser.text
    assert numbers(web) == ["L-D-014"]
