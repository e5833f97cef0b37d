"""What people say of themselves, what stays when they go, and the table of positions."""

from base64 import b64encode
from kommunalhub.core.asking import may
from kommunalhub.editorial.people import finding
from kommunalhub.editorial.people import letters
from kommunalhub.editorial.people import vcard
from people import As
from plone import api

import pytest
import transaction


HEAD = (
    "Kennzeichen;Stelle;Verwaltung;Organisationseinheit;Leitet diese Einheit;Aufgaben;"
    "Konto der Person"
)
ONE = (
    "SOZ-1;Soziales 1;Malente;Bürgerdienste / Soziales;ja;Wohngeld | Mietzuschuss;petra@example.org"
)
TWO = "SOZ-2;Soziales 2;malente;;;;"


@pytest.fixture
def site(web):
    return web.absolute_url()


@pytest.fixture
def send(hub, site):
    """Return a function that sends a table over REST."""

    def send(*lines, trial=False, who="rolf"):
        data = b64encode("\r\n".join([HEAD, *lines]).encode()).decode()
        body = {"file": {"data": data}, "trial": trial}
        return hub.Session(site, who).post("personen/@people-import", json=body)

    return send


def test_everybody_says_of_themselves_what_they_like(web, hub, functional, site, tuesday):
    hub.add_position(web, account="mia", tasks=("Wohngeld",))
    transaction.commit()
    mia = hub.browser(functional, "mia")
    mia.raiseHttpErrors = False
    mia.open(f"{site}/personen/soziales-1")
    mia.getLink("Meine Angaben").click()
    mia.getControl(name="hours").value = "manchmal"
    mia.getControl("Speichern").click()
    assert "„manchmal“ verstehen wir nicht." in mia.text
    mia.getControl(name="hours").value = "Di 8–17"
    mia.getControl(name="note").value = "Gern per E-Mail"
    mia.getControl("Speichern").click()
    assert "da bis 17 Uhr" in mia.text and "Gern per E-Mail" in mia.text
    assert "Bearbeiten" not in mia.text
    petra = hub.browser(functional, "petra")
    petra.open(f"{site}/personen/soziales-1")
    assert "Meine Angaben" not in petra.text
    for who, body, status in (
        ("mia", {"note": "Auch am Telefon"}, 200),
        ("mia", {"note": 5}, 400),
        ("mia", {"phone": "040 66969-1"}, 400),
        ("mia", {"hours": "x" * 600}, 400),
        ("petra", {"note": "Nein"}, 404),
        ("lea", {"note": "Nein"}, 404),
        (None, {"note": "Nein"}, 401),
    ):
        path = "personen/soziales-1/@own-part"
        answer = hub.Session(site, who).patch(path, json=body)
        assert answer.status_code == status or (who is None and answer.status_code == 404)
    told = hub.Session(site, "mia").get("personen/soziales-1/@own-part").json()
    assert (told["hours"], told["note"]) == ("Di 8–17", "Auch am Telefon")


def test_no_task_stays_with_somebody_who_is_gone(portal, hub, monkeypatch):
    told = []
    monkeypatch.setattr(letters, "settings_of", lambda portal: "mail")
    monkeypatch.setattr(letters, "post", lambda portal, letter: told.append(letter))
    held = hub.add_position(portal, account="petra", tasks=("Wohngeld",), note="Petra hilft gern")
    with As("mia"):
        assert [one.person.name for one in finding.found({"q": "Petra"}).positions] != []
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="petra")
    assert [one.recipient for one in told] == ["rolf@example.org"]
    assert "Soziales 1" in told[0].subject
    assert "Wohngeld" in told[0].text and "Petra" not in told[0].text
    assert held.account is None and held.note == "" and held.tasks == ("Wohngeld",)
    with As("mia"):
        (left,) = finding.found({"q": "Wohngeld"}).positions
        assert left.person.name == ""
        assert not finding.found({"q": "Petra"}).positions


def test_who_is_renamed_is_called_so(portal, hub):
    hub.add_position(portal, account="petra")
    with api.env.adopt_roles(["Manager"]):
        api.user.get("petra").setMemberProperties({"fullname": "Petra Neuname"})
    with As("mia"):
        assert [one.person.name for one in finding.found({"q": "Neuname"}).positions] == [
            "Petra Neuname"
        ]


def test_a_card_tells_what_one_may_see(web, hub, site):
    hub.add_position(web, account="petra", state="nameless", tasks=("Wohngeld", "Miete"))
    transaction.commit()
    card = hub.Session(site, "mia").get("personen/soziales-1/@@visitenkarte")
    assert card.headers["Content-Type"].startswith(vcard.MEDIA_TYPE)
    assert "FN:Petra Beispiel\r\n" in card.text and "ROLE:Wohngeld\\, Miete" in card.text
    office = hub.Session(site).get("personen/soziales-1/@@visitenkarte").text
    assert "Petra" not in office and "FN:Soziales 1\\, Gemeinde Malente" in office
    assert "TEL;TYPE=work:040 66969-212" in office


def test_a_table_is_looked_at_and_then_taken(web, hub, site, send):
    assert send(ONE, TWO, trial=True).status_code == 200
    assert web["personen"].objectIds() == []
    made = send(ONE, TWO)
    assert made.status_code == 201, made.text
    again = send(ONE.replace("Mietzuschuss", "Lastenzuschuss"), TWO)
    assert again.json()["counts"] == {"new": 0, "changed": 1, "same": 1, "refused": 0}
    transaction.begin()
    position = web["personen"]["soziales-1"]
    assert (position.tasks, position.account) == (("Wohngeld", "Lastenzuschuss"), "petra")
    assert position.is_head and not may("View", position)
    rows = hub.Session(site, "rolf").get("personen/@people-export").json()["rows"]
    same = hub.Session(site, "rolf").post("personen/@people-import", json={"rows": rows})
    assert same.json()["counts"]["same"] == 2, same.text
    assert hub.Session(site, "mia").get("personen/@people-export").status_code in (401, 403, 404)
    assert hub.Session(site, "lars").get("personen/@people-export").json()["rows"] == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (TWO.replace("SOZ-2", ""), "Das Kennzeichen fehlt."),
        (TWO.replace("SOZ-2", "soz-1"), "schon in Zeile 2"),
        (TWO.replace("malente", "Lensahn"), "„Lensahn“ steht nicht"),
        (TWO.replace(";;;;", ";;vielleicht;;"), "„ja“ oder „nein“"),
        (TWO.replace(";;;;", ";;;;lea@example.org"), "„lea@example.org“ steht nicht"),
    ],
)
def test_one_refused_line_keeps_all_out(web, send, line, words):
    answer = send(ONE, line)
    assert answer.status_code == 409, answer.text
    (refused,) = [item for item in answer.json()["items"] if item["kind"] == "refused"]
    assert words in refused["problem"]
    assert web["personen"].objectIds() == []


def test_two_administrations_may_use_the_same_key(web, send):
    assert send(TWO).status_code == 201
    other = send(TWO.replace("malente", "lensahn"), who="lars")
    assert other.status_code == 201, other.text
    assert other.json()["counts"]["new"] == 1
    assert send(TWO, who="mia").status_code in (401, 403)
    both = send(TWO, who="hilde", trial=True)
    assert "mehrerer Verwaltungen" in both.json()["items"][0]["problem"]
