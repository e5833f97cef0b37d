"""The floor plan and the code on a desk, on a telephone, in the dark, by keyboard and by mouse."""

from browser.conftest import PHONE
from datetime import timedelta
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import ISpaceFolder
from kommunalhub.booking.plan.storage import plan_of
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.interface import alsoProvides

import pytest
import transaction


@pytest.fixture
def house(functional, person, monkeypatch):
    """A house with four spaces at five past nine on a working day; return its folder."""
    portal = functional["portal"]
    person("mia", groups=["malente-staff"])
    person("hilde", groups=["hub-managers"])
    with as_builder(portal):
        folder = api.content.create(portal, "Folder", "haus", title="Haus")
        alsoProvides(folder, ISpaceFolder)
        api.content.transition(folder, to_state="public")
        folder.reindexObject()
        for title, kind in (("Tisch 1", "desk"), ("Tisch 2", "desk"), ("Halle", "hall")):
            space = createContentInContainer(
                folder, "Space", title=title, kind=kind, seats=1, check_in=30
            )
            api.content.transition(space, to_state="public")
    day = rules.to_local(formatting.now()).date() + timedelta(days=1)
    while day.weekday() > 4 or rules.is_holiday(day):
        day += timedelta(days=1)
    start = rules.local_moment(day, 9 * 60)
    monkeypatch.setattr(formatting, "now", lambda: start + timedelta(minutes=5))
    transaction.commit()
    return folder


def book(space, who, hours):
    start = rules.at_minute(formatting.now()) - timedelta(minutes=5)
    with api.env.adopt_user(username=who):
        made = operations.book(space, start, start + timedelta(hours=hours))
    transaction.commit()
    return made


def test_from_the_plan_to_a_desk_by_keyboard_on_a_dark_telephone(
    new_page, login, base_url, axe, house
):
    book(house["tisch-1"], "hilde", 2)
    page = new_page(PHONE, "dark")
    login(page, "mia")
    page.goto(f"{base_url}/haus/@@raumplan")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.locator("main form.picks button").focus()
    reached = []
    for _step in range(5):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.querySelector('b')?.textContent")
        if name:
            reached.append(name)
    assert reached == ["Tisch 1", "Tisch 2", "Halle"]
    told = page.get_by_role("link", name="Tisch 1 belegt").first
    assert "bis 11:00, dann frei" in told.inner_text()
    page.get_by_role("link", name="Tisch 2 frei").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#start")
    page.get_by_role("button", name="Verbindlich buchen").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("main .message")
    page.goto(f"{base_url}/haus/@@raumplan?time=10:00")
    assert page.get_by_role("link", name="Tisch 2 Ihr Platz").count() == 1


def test_the_code_on_a_desk_checks_in_after_the_log_in(phone, base_url, axe, house, login):
    made = book(house["tisch-1"], "mia", 3)
    phone.goto(f"{base_url}/haus/tisch-1/@@jetzt")
    assert axe(phone) == []
    phone.locator("main").get_by_role("link", name="Anmelden").click()
    phone.fill("#__ac_name", "mia")
    phone.fill("#__ac_password", "Kornblume, Leuchtturm, Watt 43")
    phone.click("#buttons-login")
    phone.wait_for_url("**/tisch-1/@@jetzt")
    assert axe(phone) == []
    phone.get_by_role("button", name="Ich bin da").click()
    phone.wait_for_selector("text=Willkommen!")
    assert axe(phone) == []
    transaction.begin()
    with api.env.adopt_user(username="mia"):
        assert operations.get(house["tisch-1"], made.id).arrived is not None


def value(page, name, space):
    return int(page.input_value(f"[name='{name}-{space.UID()}']"))


def test_places_are_moved_by_mouse_and_by_arrow_keys(page, login, base_url, axe, house):
    desk = house["tisch-1"]
    login(page, "hilde")
    page.goto(f"{base_url}/haus/@@raumplan-bearbeiten")
    assert axe(page) == []
    spot = page.locator(f"[data-spot='{desk.UID()}']")
    left, top = value(page, "x", desk), value(page, "y", desk)
    room = page.locator(".plan").bounding_box()
    at = spot.bounding_box()
    page.mouse.move(at["x"] + 20, at["y"] + 20)
    page.mouse.down()
    page.mouse.move(at["x"] + 20 + room["width"] / 4, at["y"] + 20 + room["height"] / 10, steps=4)
    page.mouse.up()
    assert abs(value(page, "x", desk) - left - 25) <= 1
    assert abs(value(page, "y", desk) - top - 10) <= 1
    moved = value(page, "x", desk)
    spot.press("ArrowRight")
    spot.press("Shift+ArrowLeft")
    assert value(page, "x", desk) == moved - 4
    page.get_by_role("button", name="Plan speichern").click()
    page.wait_for_selector("text=Der Plan ist gespeichert.")
    assert axe(page) == []
    transaction.begin()
    assert plan_of(house).places[desk.UID()].x == moved - 4


def test_a_cell_is_chosen_without_script(new_page, login, base_url, house):
    desk = house["tisch-2"]
    page = new_page(script=False)
    page.goto(f"{base_url}/login")
    page.fill("#__ac_name", "hilde")
    page.fill("#__ac_password", "Kornblume, Leuchtturm, Watt 43")
    page.click("#buttons-login")
    page.goto(f"{base_url}/haus/@@raumplan-bearbeiten")
    page.check(f"input[name=pick][value='{desk.UID()}']")
    room = page.locator(".plan").bounding_box()
    page.mouse.click(room["x"] + room["width"] * 0.96, room["y"] + room["height"] * 0.96)
    page.wait_for_selector("text=Der Plan ist gespeichert.")
    transaction.begin()
    place = plan_of(house).places[desk.UID()]
    assert (place.right, place.bottom) == (100, 100)
    assert page.is_checked(f"input[name=pick][value='{desk.UID()}']")
