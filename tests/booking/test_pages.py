"""Calendar, form, one's bookings: what people see and do, without script."""

from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.core import formatting
from lxml import html
from plone import api
from urllib.error import HTTPError

import pytest
import transaction


@pytest.fixture
def desks(web, house):
    one = house.add_space(web, "Schreibtisch 1", equipment={"monitor"})
    two = house.add_space(web, "Schreibtisch 2", seats=2)
    hall = house.add_space(web, "Halle", kind="hall", seats=20)
    transaction.commit()
    return one, two, hall


def read(visitor):
    return html.fromstring(visitor.contents)


def words(tree, path):
    return [" ".join(found.text_content().split()) for found in tree.xpath(path)]


def text(visitor):
    return " ".join(read(visitor).text_content().split())


def row_of(visitor, title):
    """Return what the cells of a space say, in order, without empty ones."""
    path = f"//table//tr[th//a[text()='{title}']]/td[not(@class='gap')]"
    return words(read(visitor), path)


def book(house, space, who, first=9, last=12, purpose="", number=1):
    with house.As(who):
        made = operations.book(space, *house.at(first, last, number), purpose)
    transaction.commit()
    return made


def calendar(functional, house, who=None, **query):
    visitor = house.browser(functional, who)
    query = {"date": house.workday().isoformat(), **query}
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    visitor.open(f"{functional['portal'].absolute_url()}/haus/@@kalender?{asked}")
    return visitor


def test_a_day_says_what_is_free_and_leads_there(functional, desks, house):
    book(house, desks[0], "mia", purpose="Geheimes Gespräch")
    visitor = calendar(functional, house)
    row = row_of(visitor, "Schreibtisch 1")
    assert row == [
        "frei8:00–9:00, Schreibtisch 1",
        "belegt9:00–12:00",
        "frei12:00–18:00, Schreibtisch 1",
    ]
    assert row_of(visitor, "Schreibtisch 2") == ["frei8:00–18:00, Schreibtisch 2"]
    link = read(visitor).xpath("//tr[th//a[text()='Schreibtisch 1']]/td[3]//a/@href")[0]
    assert "start=12%3A00&end=18%3A00" in link
    assert "Geheimes" not in visitor.contents
    assert "mia" not in visitor.contents.lower()


def test_whoever_may_reads_more(functional, desks, house):
    book(house, desks[0], "mia", purpose="Geheimes Gespräch")
    said = {
        name: row_of(calendar(functional, house, name), "Schreibtisch 1")[1]
        for name in ("gesa", "lena", "max", "mia", "hilde")
    }
    assert said == {
        "gesa": "belegt9:00–12:00",
        "lena": "Malente9:00–12:00",
        "max": "Geheimes Gespräch9:00–12:00",
        "mia": "Ihr Platz9:00–12:00, Schreibtisch 1",
        "hilde": "Geheimes Gespräch9:00–12:00",
    }


def test_filters_stay_while_one_leafs(functional, desks, house):
    visitor = calendar(functional, house, equipment="monitor")
    assert words(read(visitor), "//tbody/tr/th/a") == ["Schreibtisch 1"]
    visitor.getLink("Später").click()
    assert words(read(visitor), "//tbody/tr/th/a") == ["Schreibtisch 1"]
    assert words(read(calendar(functional, house, kind="hall")), "//tbody/tr/th/a") == ["Halle"]
    found = words(read(calendar(functional, house, persons="2")), "//tbody/tr/th/a")
    assert found == ["Schreibtisch 2", "Halle"]
    nothing = calendar(functional, house, kind="hall", persons="50")
    assert "Dazu passt kein Platz" in nothing.contents


@pytest.mark.parametrize(
    "query",
    [
        {"date": "9999-99-99"},
        {"date": "0001-01-01", "view": "month"},
        {"view": "jahr"},
        {"kind": "auto", "persons": "-3"},
        {"persons": "9" * 500},
        {"date:list": "x", "kind:list": "desk", "view:list": "day"},
        {"equipment.a:record": "x", "persons": "%D9%A3"},
    ],
)
def test_nonsense_in_the_address_shows_the_calendar(functional, desks, house, query):
    assert "Plätze und Räume buchen" in calendar(functional, house, **query).contents


def test_week_and_month_sum_up(functional, desks, house):
    book(house, desks[0], "mia")
    book(house, desks[1], "mia", 8, 18)
    day = house.workday()
    for shape in ("week", "month"):
        visitor = calendar(functional, house, "lena", view=shape)
        heads = words(read(visitor), "//thead//th/span[@class='only-read']")
        place = heads.index(formatting.weekday(day))
        cells = [row_of(visitor, f"Schreibtisch {n}")[place] for n in (1, 2)]
        assert cells[0].startswith("teils frei Lücken: 2"), cells
        assert cells[1].startswith("belegt"), cells
        mine = calendar(functional, house, "mia", view=shape)
        assert row_of(mine, "Schreibtisch 1")[place].startswith("Ihr Platz 9:00–12:00")


def test_three_clicks_from_mein_hub(functional, desks, house):
    for number in (2, 3):
        book(house, desks[1], "mia", 8, 18, number=number)
    visitor = house.browser(functional, "mia")
    visitor.open(f"{functional['portal'].absolute_url()}/haus/@@kalender")
    assert "So buchen Sie meistens." in text(visitor)
    proposal = words(read(visitor), "//*[@class='lead']")[0]
    assert proposal.startswith("Schreibtisch 2, ")
    visitor.getLink("Jetzt buchen").click()
    visitor.getControl("Verbindlich buchen").click()
    assert "Gebucht: Schreibtisch 2" in visitor.contents
    with house.As("mia"):
        assert len(operations.of_person("mia")) == 3


def form(functional, house, who, space, **typed):
    visitor = house.browser(functional, who)
    visitor.open(f"{space.absolute_url()}/@@buchen?date={house.workday().isoformat()}")
    visitor.raiseHttpErrors = False
    for name, value in typed.items():
        visitor.getControl(name=name).value = value
    visitor.getControl("Verbindlich buchen").click()
    return visitor


def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(functional, desks, house):
    visitor = form(functional, house, "mia", desks[0], start="7:00", end="9:00", purpose="Früh da")
    assert visitor.headers["status"].startswith("400")
    wrong = words(read(visitor), "//*[@id='start-wrong']")
    assert wrong == [
        "Zu dieser Zeit ist Schreibtisch 1 nicht geöffnet. Öffnungszeiten: Mo–Fr 8:00–18:00."
    ]
    assert visitor.getControl(name="purpose").value == "Früh da"
    for typed in ({"start": "acht"}, {"end": ""}, {"date": "gestern"}):
        visitor = form(functional, house, "mia", desks[0], **typed)
        assert visitor.headers["status"].startswith("400")
        [name] = typed
        assert words(read(visitor), f"//*[@id='{name}-wrong']")


def test_who_comes_too_late_is_told_what_is_free(functional, desks, house):
    visitor = house.browser(functional, "lena")
    visitor.open(f"{desks[0].absolute_url()}/@@buchen?date={house.workday().isoformat()}")
    book(house, desks[0], "mia", 8, 18)
    visitor.raiseHttpErrors = False
    visitor.getControl("Verbindlich buchen").click()
    assert visitor.headers["status"].startswith("409")
    assert "Es ist nichts gebucht und nichts verloren." in visitor.contents
    visitor.getLink("Nehmen").click()
    visitor.getControl("Verbindlich buchen").click()
    assert "Gebucht: Schreibtisch 2" in visitor.contents


def test_change_cancel_and_whom_it_concerns(functional, desks, house):
    made = book(house, desks[0], "mia", purpose="Klausur")
    address = f"{desks[0].absolute_url()}/@@buchung?id={made.id}"
    visitor = house.browser(functional, "mia")
    visitor.open(f"{functional['portal'].absolute_url()}/@@meine-buchungen")
    visitor.getLink("Schreibtisch 1").click()
    visitor.getControl(name="end").value = "13:00"
    visitor.getControl("Buchung ändern").click()
    assert "9:00–13:00" in text(visitor)
    for name, sees in (("lena", False), ("gesa", False), ("max", True)):
        other = house.browser(functional, name)
        other.handleErrors = True
        other.raiseHttpErrors = False
        other.open(address)
        assert ("Klausur" in text(other)) == sees
        assert "Buchung stornieren" not in text(other)
    visitor.getControl("Buchung stornieren").click()
    assert "Storniert: Schreibtisch 1" in visitor.contents
    assert "Sie haben für die nächste Zeit nichts gebucht." in text(visitor)


def test_for_somebody_else_both_are_named(functional, desks, house):
    visitor = house.browser(functional, "mia")
    visitor.open(f"{desks[0].absolute_url()}/@@buchen?date={house.workday().isoformat()}")
    visitor.getControl(name="holder").value = ["max"]
    visitor.getControl("Verbindlich buchen").click()
    assert words(read(visitor), "//dl[@class='facts']/dd") == ["Max Beispiel", "Mia Beispiel"]
    other = house.browser(functional, "max")
    other.open(f"{functional['portal'].absolute_url()}/@@meine-buchungen")
    assert "Für Sie gebucht von Mia Beispiel" in text(other)


def test_nobody_books_for_who_is_not_signed_in(functional, desks, house):
    visitor = house.browser(functional)
    visitor.handleErrors = True
    visitor.raiseHttpErrors = False
    visitor.open(f"{desks[0].absolute_url()}/@@buchen")
    assert "/login" in visitor.url
    outsider = house.browser(functional, "gesa")
    outsider.open(f"{desks[0].absolute_url()}/@@buchen")
    assert "Bitte beantragen Sie einen Arbeitsplatz" in outsider.contents
    assert "Verbindlich buchen" not in outsider.contents


def test_a_space_says_its_rules(functional, desks, house):
    with api.env.adopt_roles(["Manager"]):
        desks[0].notice, desks[0].person_quota = 4, 3
    transaction.commit()
    visitor = house.browser(functional)
    visitor.open(desks[0].absolute_url())
    for sentence in (
        "Geöffnet: Mo–Fr 8:00–18:00; an Feiertagen geschlossen.",
        "Buchbar mindestens 4 Stunden im Voraus.",
        "Buchbar höchstens 60 Tage im Voraus.",
        "Für 30 Minuten bis 12 Stunden am Stück.",
        "Tage in der Woche je Person, höchstens: 3.",
    ):
        assert sentence in visitor.contents


def test_a_forged_form_books_nothing(functional, desks, house):
    visitor = house.browser(functional, "mia")
    start, end = (rules.to_local(moment) for moment in house.at(9, 12))
    data = f"date={start.date().isoformat()}&start={start:%H:%M}&end={end:%H:%M}"
    visitor.handleErrors = True
    with pytest.raises(HTTPError):
        visitor.post(f"{desks[0].absolute_url()}/@@buchen", data)
    with house.As("mia"):
        assert operations.of_person("mia") == []
