"""The plan and its editor: what people see and do, without script."""

from io import BytesIO
from kommunalhub.booking import closing
from kommunalhub.booking import operations
from kommunalhub.booking.plan.storage import plan_of
from lxml import html

import pytest
import requests
import transaction


SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 480" onload="alert(1)">
<script>alert(1)</script><rect width="400" height="480" fill="#f7f3ea"/></svg>"""


def read(visitor):
    return html.fromstring(visitor.contents)


def words(tree, path):
    return [" ".join(found.text_content().split()) for found in tree.xpath(path)]


def book(house, space, who, first, last, purpose=""):
    with house.As(who):
        made = operations.book(space, *house.at(first, last), purpose)
    transaction.commit()
    return made


def plan(functional, house, who=None, time="10:30", **query):
    visitor = house.browser(functional, who)
    query = {"date": house.workday().isoformat(), "time": time, **query}
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    visitor.open(f"{functional['portal'].absolute_url()}/haus/@@raumplan?{asked}")
    return visitor


def table(visitor):
    """Return {space: [state, how long, what is possible]} of the table."""
    return {
        words(row, "./th/a")[0]: words(row, "./td") for row in read(visitor).xpath("//tbody/tr")
    }


def spots(visitor):
    """Return {name: (class, text)} of what is on the plan, in the order of Tab."""
    return {
        words(link, "./b")[0]: (link.get("class"), " ".join(link.text_content().split()))
        for link in read(visitor).xpath("//a[contains(@class, 'spot')]")
    }


def test_plan_and_table_say_the_same(functional, desks, house):
    book(house, desks[0], "mia", 9, 11, "Geheimes Gespräch")
    with house.As("hilde"):
        closing.close(desks[1], *house.at(10, 12), "Lampe defekt")
    transaction.commit()
    visitor = plan(functional, house)
    assert table(visitor) == {
        "Schreibtisch 1": ["belegt", "bis 11:00, dann frei", "Ab 11:00 buchen: Schreibtisch 1"],
        "Schreibtisch 2": [
            "zu Lampe defekt",
            "bis 12:00, dann frei",
            "Ab 12:00 buchen: Schreibtisch 2",
        ],
        "Halle": ["frei", "bis 18:00", "Buchen: Halle"],
        "Halle links": ["frei", "bis 18:00", "Buchen: Halle links"],
    }
    found = spots(visitor)
    assert set(found) == set(table(visitor))
    for name, (css, text) in found.items():
        state, lasts, _act = table(visitor)[name]
        assert state.split()[0] in text
        assert lasts in text
        assert css.split()[1] in ("free", "busy", "shut")
    assert "Geheimes" not in visitor.contents
    assert "Malente" not in html.tostring(read(visitor).xpath("//main")[0]).decode()
    assert "2 von 4 sind frei." in visitor.contents


def test_the_whole_comes_before_its_parts_and_closes_them(functional, desks, house):
    book(house, desks[2], "mia", 9, 18)
    found = spots(plan(functional, house, "mia"))
    order = list(found)
    assert order.index("Halle") < order.index("Halle links")
    assert "Ihr Platz" in found["Halle"][1]
    assert "holds" in found["Halle"][0]
    assert "frei" not in found["Halle links"][1].split()


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        (None, "belegt"),
        ("gesa", "belegt"),
        ("lena", "belegt Malente"),
        ("max", "belegt Geheimes Gespräch"),
        ("hilde", "belegt Geheimes Gespräch"),
        ("mia", "Ihr Platz"),
    ],
)
def test_outsiders_see_only_that_it_is_taken(functional, desks, house, who, sees):
    book(house, desks[0], "mia", 9, 11, "Geheimes Gespräch")
    assert table(plan(functional, house, who))["Schreibtisch 1"][0] == sees


def test_a_link_leads_to_the_form_with_its_times(functional, desks, house):
    visitor = plan(functional, house, "mia")
    visitor.getLink("Schreibtisch 2", index=0).click()
    assert visitor.getControl(name="start").value == "10:30"
    assert visitor.getControl(name="end").value == "18:00"
    visitor.getControl("Verbindlich buchen").click()
    assert "Gebucht: Schreibtisch 2" in visitor.contents


@pytest.mark.parametrize(
    "query",
    [
        {"date": "9999-99-99"},
        {"date": "0001-01-01"},
        {"date": "9999-12-31", "time": "23:59"},
        {"time": "99:99"},
        {"time": "neun"},
        {"date:list": "x", "time:int": "1"},
    ],
)
def test_nonsense_in_the_address_shows_the_plan(functional, desks, house, query):
    assert "Wo ist etwas frei?" in plan(functional, house, **query).contents


def test_outside_the_opening_hours_it_is_closed(functional, desks, house):
    early, late = (table(plan(functional, house, time=time)) for time in ("6:00", "20:00"))
    assert early["Schreibtisch 1"] == [
        "zu nicht geöffnet",
        "öffnet um 8:00",
        "Ab 8:00 buchen: Schreibtisch 1",
    ]
    assert late["Schreibtisch 1"] == ["zu nicht geöffnet", "", ""]


def test_whose_turn_it_is_checks_in_on_the_plan(functional, desks, house, clock):
    book(house, desks[0], "mia", 9, 12)
    clock(9, 5)
    assert "bitte einchecken" not in plan(functional, house, "max").contents
    visitor = plan(functional, house, "mia")
    visitor.getControl("Ich bin da").click()
    assert "Sie sind eingecheckt. Willkommen!" in visitor.contents
    assert "bitte einchecken" not in plan(functional, house, "mia").contents


def editor(functional, house, who="hilde"):
    visitor = house.browser(functional, who)
    visitor.open(f"{functional['portal'].absolute_url()}/haus/@@raumplan-bearbeiten")
    return visitor


def test_places_by_number_and_by_cell(functional, desks, house):
    uid, other = desks[0].UID(), desks[3].UID()
    visitor = editor(functional, house)
    for name, value in (("x", "5"), ("y", "7"), ("width", "30"), ("height", "20")):
        visitor.getControl(name=f"{name}-{uid}").value = value
    visitor.getControl(name=f"label-{uid}").value = "Tisch 1"
    visitor.getControl(name=f"on-{other}").value = []
    visitor.getControl("Plan speichern").click()
    assert "Der Plan ist gespeichert." in visitor.contents
    assert "Nicht auf dem Plan" in visitor.contents
    found = plan(functional, house)
    link = read(found).xpath("//a[b='Tisch 1']")[0]
    assert link.get("style") == "left:5%;top:7%;width:30%;height:20%"
    assert words(read(found), "//h3/following-sibling::ul/li/b") == ["Halle links"]
    visitor.getControl(name="pick").value = [uid]
    visitor.getForm(action="bearbeiten", index=0).submit(name="cell", index=119)
    link = read(plan(functional, house)).xpath("//a[b='Tisch 1']")[0]
    assert link.get("style") == "left:70%;top:80%;width:30%;height:20%"
    visitor.getControl("von selbst anordnen").click()
    transaction.begin()
    assert plan_of(functional["portal"]["haus"]).places == {}


def test_what_does_not_fit_is_told_at_its_field(functional, desks, house):
    uid = desks[0].UID()
    visitor = editor(functional, house)
    visitor.raiseHttpErrors = False
    visitor.getControl(name=f"x-{uid}").value = "95"
    visitor.getControl(name=f"label-{uid}").value = "x" * 41
    visitor.getControl(name=f"height-{desks[1].UID()}").value = "hoch"
    visitor.getControl("Plan speichern").click()
    assert visitor.headers["status"].startswith("400")
    assert words(read(visitor), f"//*[@id='height-{desks[1].UID()}-wrong']") == [
        "Bitte schreiben Sie eine ganze Zahl von 0 bis 100."
    ]
    visitor.getControl(name=f"height-{desks[1].UID()}").value = "20"
    visitor.getControl("Plan speichern").click()
    assert words(read(visitor), f"//*[@id='x-{uid}-wrong']") == [
        "Der Platz reicht über den Rand des Plans."
    ]
    assert words(read(visitor), f"//*[@id='label-{uid}-wrong']") == [
        "Bitte kürzen Sie das auf 40 Zeichen."
    ]
    assert visitor.getControl(name=f"x-{uid}").value == "95"
    transaction.begin()
    assert plan_of(functional["portal"]["haus"]) is None


def upload(visitor, data, text="Eingang unten, Fenster oben."):
    visitor.getControl(name="drawing").add_file(BytesIO(data), "image/svg+xml", "plan.svg")
    visitor.getControl(name="text").value = text
    visitor.getControl("Zeichnung speichern").click()
    return visitor


def test_a_drawing_is_kept_without_what_acts(functional, desks, house):
    visitor = upload(editor(functional, house), SVG)
    assert "wurde weggelassen: script" in visitor.contents
    [picture] = read(plan(functional, house)).xpath("//div[@class='plan']/img")
    assert picture.get("alt") == "Eingang unten, Fenster oben."
    answer = requests.get(picture.get("src"))
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "immutable" in answer.headers["Cache-Control"]
    assert "alert" not in answer.text
    assert "<rect" in answer.text
    visitor.getControl("Zeichnung entfernen").click()
    assert requests.get(picture.get("src")).status_code == 404
    assert read(plan(functional, house)).xpath("//div[@class='plan']/img") == []


@pytest.mark.parametrize(
    ("data", "text", "field", "said"),
    [
        (b"%PDF-1.7", "Plan", "drawing", "Das ist keine SVG-Datei."),
        (b" " * 600_000, "Plan", "drawing", "größer als 500 kB"),
        (SVG, "", "text", "Bitte sagen Sie, was die Zeichnung zeigt"),
        (SVG, "x" * 501, "text", "auf 500 Zeichen"),
    ],
)
def test_no_drawing_is_told_at_its_field(functional, desks, house, data, text, field, said):
    visitor = editor(functional, house)
    visitor.raiseHttpErrors = False
    upload(visitor, data, text)
    assert visitor.headers["status"].startswith("400")
    assert said in words(read(visitor), f"//*[@id='{field}-wrong']")[0]
    transaction.begin()
    assert plan_of(functional["portal"]["haus"]) is None


def test_only_the_hub_management_edits(functional, desks, house):
    for who in (None, "gesa", "mia"):
        visitor = house.browser(functional, who)
        visitor.handleErrors = True
        visitor.raiseHttpErrors = False
        visitor.open(f"{functional['portal'].absolute_url()}/haus/@@raumplan-bearbeiten")
        assert "Plan speichern" not in visitor.contents
        assert "Plan bearbeiten" not in plan(functional, house, who).contents
