"""Who does what: found by a task, seen by who may, said of today."""

from datetime import timedelta
from kommunalhub.core.asking import may
from kommunalhub.editorial.areas.rules import Placed
from kommunalhub.editorial.people import finding
from kommunalhub.editorial.people import presence
from kommunalhub.editorial.people.browser.block import PositionsBlock
from kommunalhub.editorial.people.holders import holders
from kommunalhub.partners.substitution import operations as substitution
from people import As
from plone import api
from plone.app.testing import logout
from zope.i18n import translate

import pytest
import transaction


WOHNGELD = ("Wohngeld beantragen", "Mietzuschüsse", "Bestattungen von Amts wegen")


def titles(**chosen):
    return [one.title for one in finding.found(chosen).positions]


@pytest.fixture
def site(web):
    return web.absolute_url()


@pytest.fixture
def some(portal, hub):
    """Positions of Malente in each state, and one of Lensahn."""
    add = hub.add_position
    return {
        "own": add(portal, tasks=WOHNGELD, account="petra"),
        "shared": add(portal, "Bauen 1", state="shared", tasks=("Bauanträge prüfen",), name="Bo X"),
        "public": add(portal, "Bürgerbüro", state="nameless", tasks=("Ausweise",), account="paul"),
        "named": add(portal, "Bürgermeisteramt", state="named", name="Tanja Beispiel"),
        "lensahn": add(portal, "Kasse", "lensahn", tasks=("Wohngeld auszahlen",), account="lea"),
    }


@pytest.mark.parametrize(
    "question",
    [
        "Wohngeld",
        "Wer ist zuständig für Wohngeld?",
        "mietzuschuss",
        "Bestattung",
        "Petra",
        "Soziales",
    ],
)
def test_a_task_is_found_in_the_words_of_who_asks(portal, hub, some, question):
    with As("mia"):
        assert titles(q=question) == ["Soziales 1"]


def test_nothing_else_is_found(portal, hub, some):
    with As("mia"):
        assert titles(q="Hundesteuer") == []
        assert titles(q="Kasse") == []
        assert titles(partner="lensahn") == []
        assert titles(q="Wohngeld", unit="Amt") == []


@pytest.mark.parametrize(
    ("who", "sees", "edits"),
    [
        ("mia", {"own", "shared", "public", "named"}, set()),
        ("petra", {"own", "shared", "public", "named"}, set()),
        ("rolf", {"own", "shared", "public", "named"}, {"own", "shared", "public", "named"}),
        ("lea", {"shared", "public", "named", "lensahn"}, set()),
        ("lars", {"shared", "public", "named", "lensahn"}, {"lensahn"}),
        ("tina", {"own", "shared", "public", "named", "lensahn"}, set()),
        ("gesa", {"public", "named"}, set()),
    ],
)
def test_who_sees_which(portal, hub, some, who, sees, edits):
    with As(who):
        found = {one.uid for one in finding.Positions().all}
        assert {key for key, one in some.items() if one.UID() in found} == sees
        assert {key for key, one in some.items() if may("View", one)} == sees
        assert {key for key, one in some.items() if may("Modify portal content", one)} == edits


def test_a_name_that_is_not_shown_is_found_by_colleagues_alone(portal, hub, some):
    for who, found in (("mia", ["Bürgerbüro"]), ("lea", ["Bürgerbüro"]), ("gesa", [])):
        with As(who):
            assert titles(q="Paul") == found
    logout()
    assert titles(q="Tanja") == ["Bürgermeisteramt"]
    assert [one.person.name for one in finding.Positions().all] == ["", "Tanja Beispiel"]


def test_a_home_begins_with_heads(portal, hub, some):
    hub.add_position(portal, "Leitung", state="shared", is_head=True, tasks=("Alles",))

    def shown():
        block = PositionsBlock(portal, portal.REQUEST, Placed("positions"))
        block.partner = "malente"
        return [(one["title"], one["name"]) for one in block.items()] if block.is_there() else []

    with As("lea"):
        assert shown()[0] == ("Leitung", "") and ("Bürgerbüro", "Paul Beispiel") in shown()
    logout()
    assert shown() == [("Bürgerbüro", ""), ("Bürgermeisteramt", "Tanja Beispiel")]


def test_who_may_show_it_to_whom(portal, hub, some):
    flow = portal.portal_workflow

    def offered(who, name="own"):
        with As(who):
            return {item["id"] for item in flow.getTransitionsFor(some[name])}

    assert offered("rolf") == {"share"}
    assert offered("petra") == {"share", "publish", "name"}
    assert offered("mia") == offered("lars") == set()
    assert offered("hilde") == {"share", "publish", "name"}
    with As("petra"):
        api.content.transition(some["own"], "publish")
    logout()
    assert titles(q="Wohngeld") == ["Soziales 1"] and titles(q="Petra") == []


def said(who, question="Wohngeld"):
    with As(who):
        positions = finding.Positions()
        (one,) = finding.found({"q": question}, positions).positions
        told = presence.today(one, presence.formatting.now(), positions)
        return told and translate(told.text, target_language="de")


def test_today_is_said_to_who_may_know(portal, hub, some, tuesday):
    assert said("mia") == "da bis 12 Uhr"
    assert said("mia", "Bauanträge") == "heute 8–12, 14–16 Uhr"
    with As("hilde"):
        end = tuesday + timedelta(days=2)
        substitution.name("petra", "paul", tuesday, end)
    assert said("mia") == "abwesend, wieder da am Do., 3. Dezember; vertreten von Bürgerbüro"
    with As("petra"):
        api.content.transition(some["own"], "share")
    assert said("lea", "Mietzuschüsse") == "heute 8–12, 14–16 Uhr"


def test_what_is_kept_of_holders_follows(portal, hub, some):
    known, uid = holders(), some["own"].UID()
    assert known.positions_of("petra") == [uid]
    with As("rolf"):
        portal["personen"].manage_delObjects([some["own"].getId()])
    assert known.positions_of("petra") == [] and uid not in known.of


def test_an_editor_adds_one_and_others_find_it(web, hub, functional, site, tuesday):
    rolf = hub.browser(functional, "rolf")
    rolf.raiseHttpErrors = False
    rolf.open(f"{site}/personen")
    rolf.getLink("Stelle eintragen").click()

    def field(name):
        return rolf.getControl(name=f"form.widgets.{name}")

    field("title").value = "Soziales 1"
    assert field("partner:list").options[-1:] == ["malente"]
    field("tasks").value = "Wohngeld beantragen\nMietzuschüsse"
    field("unit").value = "Bürgerdienste / Soziales"
    field("account:list").value = ["petra"]
    field("hours").value = "immer"
    rolf.getControl(name="form.buttons.save").click()
    assert "„immer“ verstehen wir nicht." in rolf.text
    field("hours").value = hub.HOURS
    rolf.getControl(name="form.buttons.save").click()
    assert "Die Stelle ist eingetragen." in rolf.text and "Petra Beispiel" in rolf.text
    rolf.getControl(name="reach").value = ["shared"]
    rolf.getControl("Speichern").click()
    lea = hub.browser(functional, "lea")
    lea.open(f"{site}/personen?q=Wer+macht+Wohngeld%3F")
    assert "1 Stelle passt" in lea.text and "Petra Beispiel" in lea.text
    assert "<mark>Wohngeld</mark>" in lea.contents and "Stelle eintragen" not in lea.text
    lea.open(f"{site}/personen/@@aufbau?partner=malente")
    assert "Bürgerdienste" in lea.text and "Soziales 1" in lea.text
    lea.open(f"{site}/@@search?SearchableText=Wer+macht+Wohngeld")
    assert "Soziales 1" in lea.text


def test_over_rest(web, hub, site, tuesday):
    hub.add_position(web, tasks=WOHNGELD, account="petra", number="4711", state="nameless")
    hub.add_position(web, "Kasse", "lensahn", tasks=("Wohngeld auszahlen",))
    transaction.commit()
    mia = hub.Session(site, "mia")
    answer = mia.get("personen/@people?q=Wohngeld")
    (item,) = answer.json()["items"]
    assert (item["name"], item["tasks_found"]) == ("Petra Beispiel", ["Wohngeld beantragen"])
    assert item["today"]["kind"] == "there" and item["today"]["text"] == "da bis 12 Uhr"
    nobody = hub.Session(site).get("personen/@people?q=Wohngeld").json()["items"]
    assert [(one["name"], one["today"]["kind"]) for one in nobody] == [(None, "usual")]
    for session in (mia, hub.Session(site)):
        told = session.get("personen/soziales-1").json()
        assert {"number", "account"}.isdisjoint(told)
    assert "name" not in told and told["tasks"] == list(WOHNGELD)
    assert mia.get("personen/@people?b_size=x").status_code == 400
    for body, status in (
        ({"partner": "malente", "number": " 4711"}, 400),
        ({"partner": "lensahn"}, 400),
        ({"partner": "malente", "account": "lea"}, 400),
        ({"partner": "malente", "tasks": "x" * 200}, 400),
        ({"partner": "malente", "number": "4712", "account": "paul"}, 201),
    ):
        made = hub.Session(site, "rolf").post(
            "personen", json={"@type": "Position", "title": "Neu", **body}
        )
        assert made.status_code == status, made.text
    for who in ("mia", "tina", "lars"):
        made = hub.Session(site, who).post(
            "personen", json={"@type": "Position", "title": "Neu", "partner": "malente"}
        )
        assert made.status_code in (400, 401, 403), who
