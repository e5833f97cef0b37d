"""A tour from the camera of a museum to the public, made by somebody who never made one.

The trainee brings six pictures all around, links the rooms there and back, hears what is missing,
hands it in; the reviewer publishes; a visitor walks from the yard to the attic by keyboard.
"""

from browser.conftest import DESKTOP
from browser.conftest import PHONE
from kommunalhub.showroom.tours import graph
from playwright.sync_api import expect
from showroom.conftest import jpeg
from showroom.conftest import populate
from showroom.tours.conftest import have_ready
from showroom.tours.conftest import panorama
from staging import staged

import people
import pytest
import re
import transaction


populated = staged(populate)
TITLE = "Rundgang durch das Heimatmuseum"
#: Rooms in order: what one sees there; the last one is forgotten at first.
ROOMS = {
    "Der Hof": "Sie stehen auf Kopfsteinpflaster vor einer grünen Tür.",
    "Der Flur": "Sie stehen in einem schmalen Flur mit roten Fliesen.",
    "Die Küche": "Vor Ihnen steht ein eiserner Herd, rechts ein Tisch.",
    "Die Stube": "Links ist ein Fenster, rechts ein Kachelofen.",
    "Die Kammer": "Sie sehen ein kurzes Bett und eine Truhe.",
    "Der Dachboden": "",
}
COLOURS = ("#7a8c6a", "#a05a4a", "#8a8a7a", "#5a4a3a", "#6a7a9a", "#4a3a2a")


def picture(colour, name="raum.jpg", **size):
    return {"name": name, "mimeType": "image/jpeg", "buffer": panorama(colour, **size)}


@pytest.fixture
def enter(functional, populated, new_page, login):
    """Return a function that opens a browser as a person of the showroom."""

    def enter(who=None, viewport=DESKTOP):
        page = new_page(viewport)
        if who:
            login(page, who, people.PASSWORD)
        return page

    return enter


def fields(page, **values):
    """Fill in fields of a form by their names."""
    for name, value in values.items():
        page.locator(f"[name='form.widgets.{name}']").fill(value)


def save(page):
    page.locator("#form-buttons-save").click()


def add_scene(page, place, title):
    page.get_by_role("link", name="Szene hinzufügen").click()
    fields(page, title=title, alternative=ROOMS[title])
    file = page.locator("[data-fieldname$='panorama'] input[type=file]")
    if place == 0:  # the phone has made an ordinary picture
        file.set_input_files({**picture("#000000"), "buffer": jpeg((2400, 1800))})
        save(page)
        expect(page.locator("main")).to_contain_text("2400 × 1800 Bildpunkte")
        expect(page.locator("main")).to_contain_text("doppelt so breit wie hoch")
        fields(page, credits="Heimatverein")
        page.locator("select[name^='form.widgets.licence']").select_option("cc_by")
    expect(page.locator("[name='form.widgets.credits']")).to_have_value("Heimatverein")
    file.set_input_files(picture(COLOURS[place], f"raum-{place}.jpg"))
    save(page)
    expect(page.locator("main")).to_contain_text("Die Szene ist angelegt.")


def link(page, here, there):
    """Link two scenes there and back, from the page of all scenes."""
    page.get_by_role("link", name=re.compile(rf"Punkte\s*: {here}")).click()
    page.get_by_role("link", name=f"Mit „{there}“ verbinden").click()
    fields(page, words=f"Geradeaus nach „{there}“", back_words=f"Hinter Ihnen nach „{here}“")
    page.locator("select[name^='form.widgets.step_free']").select_option("free")
    page.get_by_role("button", name="Speichern").click()
    expect(page.locator("main")).to_contain_text("Beide Wege sind gespeichert")
    page.get_by_role("link", name="Rundgang bearbeiten").first.click()


def test_a_trainee_makes_a_tour_that_everybody_walks(enter, functional, base_url, axe):
    trainee = enter("anna")
    trainee.goto(f"{base_url}/@@ausstellungsstueck-anlegen")
    fields(trainee, title=TITLE)
    trainee.locator("select[name^='form.widgets.kind']").select_option("tour")
    save(trainee)
    address = trainee.url.partition("#")[0]
    expect(trainee.locator("#schritt")).to_contain_text("Szene")
    trainee.get_by_role("link", name="Rundgang bearbeiten").first.click()
    for place, title in enumerate(ROOMS):
        add_scene(trainee, place, title)
    transaction.begin()
    tour = functional["portal"].unrestrictedTraverse(f"showroom/{address.rpartition('/')[2]}")
    for scene in graph.scenes_of(tour):
        assert b"Exif" not in scene.panorama.data[:200]
        have_ready(scene)
    transaction.commit()
    trainee.reload()
    assert axe(trainee) == []
    missing = trainee.locator("main")
    expect(missing).to_contain_text("Kein Weg führt nach „Der Dachboden“")
    titles = list(ROOMS)
    for here, there in zip(titles, titles[1:], strict=False):
        link(trainee, here, there)
    expect(missing).not_to_contain_text("Kein Weg führt")
    expect(missing).to_contain_text("„Der Dachboden“ ist nicht in Worten beschrieben.")

    trainee.get_by_text(re.compile("Noch nötig: 1")).click()
    trainee.get_by_role("link", name="„Der Dachboden“ ist nicht in Worten beschrieben.").click()
    fields(trainee, alternative="Sie stehen unter dem Dach. Vor Ihnen ist eine Luke.")
    save(trainee)
    trainee.goto(f"{address}/edit")
    fields(trainee, description="Sechs Räume.", alternative="Ein Hof mit grüner Tür.")
    trainee.locator("select[name^='form.widgets.licence']").select_option("cc_by")
    trainee.locator("[data-fieldname$='.image'] input[type=file]").set_input_files(
        {"name": "hof.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
    )
    trainee.frame_locator("iframe.tox-edit-area__iframe").locator("body").fill("Ein Haus von 1780.")
    save(trainee)
    expect(trainee.locator("h1")).to_have_text(TITLE)
    expect(trainee.locator("#schritt")).to_have_count(0)  # nothing is needed any more
    trainee.get_by_role("button", name="Zur Prüfung einreichen").click()
    expect(trainee.locator("main")).to_contain_text("In Prüfung")

    reviewer = enter("rita", PHONE)
    reviewer.goto(f"{base_url}/@@inbox")
    reviewer.get_by_role("link", name=TITLE).first.click()
    expect(reviewer.get_by_role("heading", level=1)).to_have_text(TITLE)
    reviewer.get_by_role("button", name="Veröffentlichen", exact=True).click()
    expect(reviewer.locator("main")).to_contain_text("Öffentlich")

    visitor = enter()
    visitor.goto(address)
    visitor.get_by_role("link", name="Rundgang beginnen").press("Enter")
    visitor.get_by_role("button", name="Rundum ansehen").press("Enter")
    for number, (here, there) in enumerate(zip(titles, titles[1:], strict=False), 1):
        stage = visitor.get_by_role("application", name=f"{here}, Szene {number} von 6")
        expect(stage).to_be_focused()
        way = stage.get_by_role("link", name=re.compile(f"Geradeaus nach „{there}“"))
        way.press("Enter")
        expect(visitor.get_by_role("heading", level=1)).to_have_text(there)
    expect(visitor.locator("[data-said]")).to_contain_text("Der Dachboden, Szene 6 von 6.")
