"""A tour in Chromium: walked by keyboard alone, and whole for who cannot see it all around."""

from browser.conftest import DESKTOP
from browser.conftest import PATIENCE
from browser.heard import unnamed
from browser.strangers import strangers
from browser.test_media import SIZES
from browser.test_media import TOUCHED
from kommunalhub.showroom.tours import graph
from people import PASSWORD
from people import step
from playwright.sync_api import expect
from showroom.tours.conftest import populate
from showroom.tours.conftest import tour_in
from staging import staged

import pytest
import transaction


populated = staged(populate)
#: Where the points are drawn; it changes with the view.
DRAWN = "[...document.querySelectorAll('.point')].map((one) => one.style.transform).join()"
#: So long (ms) the view stands still, at least, before it says what is in sight.
SETTLED = 900


@pytest.fixture
def tour_url(functional, populated, base_url):
    """The address of the tour, public."""
    tour = tour_in(functional["portal"])
    step(tour, "anna", "submit", "Bitte")
    step(tour, "rita", "publish", "Gut")
    transaction.commit()
    return f"{base_url}/showroom/{tour.getId()}"


@pytest.fixture
def visitor(browser):
    """A page of somebody whose browser draws in three dimensions."""
    context = browser.new_context(viewport=DESKTOP, locale="de-DE")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def is_focused(locator):
    return locator.evaluate("element => element === document.activeElement")


def tab_to(page, role, name, keyboard=None):
    """Press Tab until the focus is on what is called so; nothing else is pressed.

    keyboard: of the page, where it is looked for in a frame.
    """
    wanted = page.get_by_role(role, name=name, exact=True)
    for _press in range(40):
        (keyboard or page.keyboard).press("Tab")
        if is_focused(wanted):
            return
    raise AssertionError(f"{name} is not reached")


def test_a_whole_tour_is_walked_by_keyboard_alone(tour_url, visitor, axe):
    asked = set()
    visitor.on("request", lambda request: asked.add(request.url))
    visitor.goto(f"{tour_url}/der-hof")
    tab_to(visitor, "button", "Rundum ansehen")
    visitor.keyboard.press("Enter")
    stage = visitor.get_by_role("application", name="Der Hof, Szene 1 von 3")
    expect(stage).to_be_focused()
    said = visitor.locator("[data-said]")
    expect(said).to_have_text("Der Hof, Szene 1 von 3. Im Blick ist nichts markiert.")

    seen = visitor.locator(".point.seen")
    expect(seen).to_have_count(0)
    for _press in range(10):
        visitor.keyboard.press("ArrowRight")
    expect(seen).to_have_count(1)
    in_sight = "Im Blick: Weg A: Rechts durch das Tor in die Diele"
    expect(said).to_have_text(in_sight)
    tab_to(visitor, "link", "Weg A: Rechts durch das Tor in die Diele")
    visitor.keyboard.press("Enter")
    visitor.wait_for_url("**/die-diele")
    stage = visitor.get_by_role("application", name="Die Diele, Szene 2 von 3")
    expect(stage).to_be_focused()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Die Diele")
    hall = "Die Diele, Szene 2 von 3. Im Blick: Näher ansehen, 1: Der Wagen; Weg B: "
    expect(said).to_have_text(f"{hall}Geradeaus in die Stube")

    tab_to(visitor, "button", "Näher ansehen, 2: Die Herdstelle")
    visitor.keyboard.press("Enter")
    expect(visitor.get_by_role("group", name="Die Herdstelle")).to_be_focused()
    visitor.keyboard.press("Escape")
    hearth = visitor.get_by_role("button", name="Näher ansehen, 2: Die Herdstelle")
    expect(hearth).to_be_focused()
    sizes = visitor.locator(TOUCHED).evaluate_all(SIZES)
    assert len(sizes) > 8 and min(sizes) >= 44
    assert axe(visitor) == []
    visitor.emulate_media(color_scheme="dark")
    assert axe(visitor) == []
    assert unnamed(visitor) == []

    tab_to(visitor, "link", "Weg B: Geradeaus in die Stube")
    visitor.keyboard.press("Enter")
    visitor.wait_for_url("**/die-stube")
    expect(visitor.get_by_role("application", name="Die Stube, Szene 3 von 3")).to_be_focused()
    visitor.go_back()
    expect(visitor.get_by_role("application", name="Die Diele, Szene 2 von 3")).to_be_focused()
    visitor.keyboard.press("Escape")
    expect(visitor.get_by_role("button", name="Rundum ansehen")).to_be_focused()
    expect(visitor.get_by_role("img", name="Rundum in „Die Diele“")).to_be_visible()
    assert strangers(asked, tour_url) == set()
    assert visitor.evaluate("[localStorage.length, document.cookie]") == [0, ""]


def test_it_turns_only_when_asked_to_and_keys_outside_are_left_alone(tour_url, visitor):
    visitor.goto(f"{tour_url}/die-diele")
    visitor.get_by_role("button", name="Rundum ansehen").press("Enter")
    expect(visitor.get_by_role("application")).to_be_focused()
    turning = visitor.get_by_role("button", name="Langsam drehen")
    turning.press("Enter")
    stopping = visitor.get_by_role("button", name="Anhalten")
    before = visitor.evaluate(DRAWN)
    visitor.wait_for_function(f"before => {DRAWN} !== before", arg=before)
    stopping.press("Enter")
    expect(turning).to_be_visible()
    before = visitor.evaluate(DRAWN)
    visitor.get_by_role("button", name="Näher heran").press("ArrowLeft")
    assert visitor.evaluate(DRAWN) == before
    visitor.emulate_media(reduced_motion="reduce")
    expect(turning).to_be_hidden()


def test_without_three_dimensions_text_and_picture_stay(tour_url, page):
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(f"{tour_url}/die-diele")
    page.get_by_role("button", name="Rundum ansehen").press("Enter")
    reason = "Ihr Browser kann den Rundblick nicht zeigen."
    expect(page.locator(".reason")).to_contain_text(reason)
    expect(page.get_by_role("img", name="Rundum in „Die Diele“")).to_be_visible()
    expect(page.get_by_role("application")).to_have_count(0)


#: Stands for a device with two voices; what is read is kept instead of being spoken.
VOICES = """
window.heard = [];
const voices = [
  { name: "Anna aus dem Netz", lang: "de-DE", localService: false },
  { name: "Anna", lang: "de-DE", localService: true },
];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => window.voices ?? voices,
  cancel: () => { window.heard = []; },
  speak: (one) => window.heard.push(`${one.voice.localService} ${one.text}`),
  addEventListener: () => {},
} });
"""


def test_scenes_are_read_aloud_by_a_voice_of_the_device_alone(tour_url, visitor):
    visitor.add_init_script(VOICES)
    visitor.goto(f"{tour_url}/der-hof")
    visitor.get_by_role("button", name="Vorlesen").click()
    heard = visitor.evaluate("heard")
    assert heard[:2] == ["true Der Hof", "true Sie stehen auf dem Pflaster."]
    assert heard[2].startswith("true Rechts durch das Tor in die Diele. stufenlos.")
    visitor.get_by_role("button", name="Rundum ansehen").click()
    expect(visitor.get_by_role("application")).to_be_focused()
    visitor.get_by_role("link", name="Weiter: Die Diele").click()
    visitor.wait_for_function(
        "() => heard[0] === 'true Die Diele'"
    )  # it goes on with the next scene
    visitor.get_by_role("button", name="Nicht weiterlesen").click()
    assert visitor.evaluate("heard") == []
    visitor.add_init_script("window.voices = [{ lang: 'de-DE', localService: false }]")
    visitor.goto(f"{tour_url}/der-hof")
    expect(visitor.get_by_role("button", name="Rundum ansehen")).to_be_visible()
    expect(visitor.get_by_role("button", name="Vorlesen")).to_be_hidden()


def test_who_makes_a_tour_points_by_keyboard_and_the_form_keeps_it(
    functional, populated, base_url, visitor, login
):
    tour = tour_in(functional["portal"])
    scene = next(iter(graph.scenes_of(tour)))
    transaction.commit()
    address = f"{base_url}/showroom/{tour.getId()}/{scene.getId()}/@@erster-blick"
    login(visitor, "anna", PASSWORD)
    visitor.goto(address)
    yaw, pitch = (visitor.locator(f"[name='form.widgets.{name}']") for name in ("yaw", "pitch"))
    visitor.get_by_role("button", name="Rundum ansehen").press("Enter")
    stage = visitor.get_by_role("application")
    expect(stage).to_be_focused()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp"):
        stage.press(key)
    tab_to(visitor, "button", "Mitte übernehmen")  # past the points of the scene
    visitor.keyboard.press("Enter")
    picked = "12", "6"
    expect(yaw).to_have_value(picked[0])
    expect(pitch).to_have_value(picked[1])
    visitor.wait_for_timeout(SETTLED)
    expect(visitor.locator("[data-said]")).to_have_text("Übernommen: 12°, 6°")
    expect(stage.get_by_role("link")).to_have_count(0)  # none leads off the form
    with visitor.expect_navigation():
        tab_to(visitor, "button", "Speichern")
        visitor.keyboard.press("Enter")
    visitor.goto(address)
    expect(yaw).to_have_value(picked[0])
    expect(pitch).to_have_value(picked[1])
