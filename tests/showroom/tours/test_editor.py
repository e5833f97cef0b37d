"""A tour is made in the browser, with forms alone, and each says what is wrong at its field."""

from kommunalhub.showroom.tours import graph
from lxml import html
from people import browser
from people import rest
from people import visitor
from plone.uuid.interfaces import IUUID
from showroom.tours.conftest import tour_in

import pytest
import transaction


@pytest.fixture
def made(web):
    return tour_in(web)


def field(visitor, name):
    return visitor.getControl(name=f"form.widgets.{name}")


def choose(visitor, name, value):
    visitor.getControl(name=f"form.widgets.{name}:list").value = [value]


def test_two_scenes_are_linked_in_one_step(functional, made):
    transaction.begin()
    yard, room = made["der-hof"], made["die-stube"]
    anna = browser(functional, "anna")
    anna.open(f"{yard.absolute_url()}/@@punkte")
    anna.getLink("Mit „Die Stube“ verbinden").click()
    assert field(anna, "yaw").value == "0"
    field(anna, "words").value = "Hinten durch die kleine Tür"
    field(anna, "yaw").value = "999"
    anna.getControl("Speichern").click()
    assert "ganze Zahl von -180 bis 180" in anna.text
    field(anna, "yaw").value = "-160"
    choose(anna, "step_free", "steps")
    field(anna, "back_words").value = "Rechts zum Hof"
    anna.getControl("Speichern").click()
    assert "Beide Wege sind gespeichert" in anna.text
    transaction.begin()
    there = graph.points_of(yard, "way")[-1]
    back = graph.points_of(room, "way")[-1]
    assert (there.target, there.yaw, there.step_free) == (IUUID(room), -160, False)
    assert (back.target, back.yaw, back.words) == (IUUID(yard), 180, "Rechts zum Hof")


def test_points_are_changed_and_taken_off(functional, made):
    hall = made["die-diele"]
    anna = browser(functional, "anna")
    anna.open(f"{hall.absolute_url()}/@@punkte")
    anna.getLink("Der Wagen").click()
    assert field(anna, "yaw").value == "-30"
    field(anna, "text").value = "Eine Speiche ist neuer."
    anna.getControl("Speichern").click()
    anna.getLink("Geradeaus in die Stube").click()
    choose(anna, "step_free", "free")
    anna.getControl("Speichern").click()
    anna.getControl("Wegnehmen: Die Herdstelle").click()
    anna.getLink("Wohin man zuerst schaut").click()
    field(anna, "yaw").value = "45"
    anna.getControl("Speichern").click()
    assert "Man schaut zuerst nach 45°, 0°." in anna.text
    transaction.begin()
    told = graph.read(hall)
    assert [(one.id, one.title, one.text) for one in told.details] == [
        ("d1", "Der Wagen", "Eine Speiche ist neuer.")
    ]
    assert [way.step_free for way in told.ways] == [True, True]


def test_the_editor_puts_scenes_in_order_and_says_what_is_missing(functional, made):
    anna = browser(functional, "anna")
    anna.open(f"{made.absolute_url()}/@@rundgang-bearbeiten")
    assert "Der Rundgang führt überallhin und zurück" in anna.text
    anna.getControl("Später: Der Hof").click()
    assert "Die Reihenfolge ist gespeichert" in anna.text
    transaction.begin()
    assert [one.getId() for one in graph.scenes_of(made)][:2] == ["die-diele", "der-hof"]
    anna.getLink("Szene hinzufügen").click()
    field(anna, "title").value = "Der Dachboden"
    anna.getControl("Speichern").click()
    anna.open(f"{made.absolute_url()}/@@rundgang-bearbeiten")
    for sentence in (
        "„Der Dachboden“ hat kein Rundum-Bild.",
        "Kein Weg führt nach „Der Dachboden“",
        "„Der Dachboden“ ist nicht in Worten beschrieben.",
    ):
        assert sentence in anna.text
    assert "Bei einer Szene fehlt noch etwas" in anna.text
    anna.getLink("„Der Dachboden“ hat kein Rundum-Bild.").click()
    assert anna.url.endswith("/der-dachboden/edit")
    anna.open(made.absolute_url())
    assert "Besser mit mehr Angaben: " in anna.text
    adding = html.fromstring(anna.contents).cssselect("main .acts a[href*='++add++']")
    assert adding[0].get("href").endswith("++add++Scene")


def test_ways_are_set_over_rest_with_sentences_for_what_is_wrong(made):
    hall, anna = made["die-diele"], rest("anna")
    url, yard = hall.absolute_url(), IUUID(made["der-hof"])
    way = {"target": yard, "yaw": -90, "pitch": 0, "words": "Links hinaus", "step_free": True}
    for value, sentence in (
        ("Links", "Das muss eine Liste von Objekten sein."),
        ([1], "Das muss ein Objekt sein."),
        ([way, {**way, "yaw": 400}], "Weg 2, Zur Seite, in Grad: Bitte schreiben Sie eine Zahl"),
        ([{**way, "target": IUUID(hall)}], "Bitte wählen Sie eine andere Szene"),
        ([{**way, "target": ["x"]}], "Das muss ein Text sein."),
        ([{**way, "words": "x" * 121}], "Bitte kürzen Sie auf 120 Zeichen."),
        ([{**way, "href": "x"}], "Diesen Wert gibt es nicht."),
        ([way] * 13, "In einer Szene ist Platz für 12 davon."),
    ):
        answer = anna.patch(url, json={"ways": value})
        assert answer.status_code == 400
        assert sentence in answer.json()["message"]
    kept = anna.get(url).json()["ways"]
    assert anna.patch(url, json={"ways": [{**way, "id": kept[0]["id"]}, way]}).status_code == 204
    assert [one["id"] for one in anna.get(url).json()["ways"]] == ["w1", "w3"]
    assert anna.patch(url, json={"details": None, "yaw": 30}).status_code == 204
    answer = anna.get(url).json()
    assert (answer["details"], answer["yaw"]) == ([], 30)
    assert anna.patch(url, json={"yaw": 181}).status_code == 400
    assert rest("gast").patch(url, json={"ways": []}).status_code in (401, 404)


def test_who_may_not_change_the_exhibit_does_not_change_its_tour(made, hub):
    hub.bring_to(made, "public")
    transaction.commit()
    for path in (
        *("@@rundgang-bearbeiten", "die-diele/@@punkte", "die-diele/@@weg"),
        *("die-diele/@@einzelheit", "die-diele/@@erster-blick", "++add++Scene"),
    ):
        for who in (None, "gast", "anna"):
            url = f"{made.absolute_url()}/{path}"
            found = visitor(who).get(url, allow_redirects=False)
            assert found.status_code in (302, 401, 403), (who, path)


def test_what_nobody_means_is_no_fault_of_the_site(made):
    anna, hall = visitor("anna"), f"{made.absolute_url()}/die-diele"
    for path, status in (
        ("@@weg?target:list=a&target:list=b", 200),
        ("@@weg?point:list=w1", 200),
        ("@@weg?point=w99", 404),
        ("@@einzelheit?point=w1", 404),
    ):
        assert anna.get(f"{hall}/{path}").status_code == status, path


def test_a_scene_after_the_other_takes_over_who_made_it(functional, made):
    anna = browser(functional, "anna")
    anna.open(f"{made.absolute_url()}/++add++Scene")
    assert field(anna, "credits").value == "Digital Hub"
    assert anna.getControl(name="form.widgets.licence:list").value == ["cc_by"]
    field(anna, "title").value = "Der Garten"
    anna.getControl("Speichern").click()
    assert anna.url.endswith("/@@rundgang-bearbeiten")
    assert "Die Szene ist angelegt." in anna.text
    assert "Noch nötig: 2" in anna.text  # its picture, and what it shows in words
