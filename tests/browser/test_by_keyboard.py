"""By the Tab key alone everything on a page is reached, and one sees where one is."""

from browser.conftest import PHONE
from browser.heard import unreached
from network.dressing import dressed
from network.dressing import REFUSED
from playwright.sync_api import expect

import pytest


#: What somebody books, asks for, counts and pays, and what does not work, by who does it.
PAGES = {
    "": [
        "/co-working/@@kalender",
        "/co-working/@@raumplan",
        "/co-working/@@preise",
        "/kalender",
        "/aktuelles",
        "/showroom",
        "/showroom/butterfass",
        "/showroom/museumsscheune/diele",
    ],
    "oldenburg-redaktion": [
        "/projekte",
        "/projekte/pr-2026-001",
        "/projekte/++add++Project",
        "/projekte/pr-2026-001/@@etappe/4",
        "/projekte/pr-2026-001/@@monatsbericht",
        "/projekte/pr-2026-001/@@aenderung",
        "/projekte/pr-2026-001/@@beteiligte-aendern",
    ],
    "trainer": ["/netzwerk/@@shared", "/netzwerk/@@hub-questions"],
    "malente-redaktion": [
        "/co-working/schreibtisch-2/@@buchen",
        "/co-working/schreibtisch-2/@@serie",
        "/@@meine-buchungen",
        "/@@kalender-abo",
        "/partner/malente/winterdienst-wege/@@vorschau",
        "/partner/malente/winterdienst-wege/@@vorschau-links",
    ],
    "lensahn-redaktion": [
        "/partner/lensahn/sitzungsdienst-anleitung/@@fassungen",
        "/netzwerk/erfahrungen/++add++ExperienceReport",
    ],
    "dataport-pruefung": ["/partner/dataport/passwort-vergessen-ueberarbeitung"],
    "malente-mitarbeit": [
        "/@@stoerung-melden",
        "/support/geraete/farbdrucker-bauamt",
        "/partner/malente/neue-regel-fuer-fernzugriff/@@kenntnisnahme",
    ],
    "support": ["/support", "/support/t-2026-017", "/support/geraete/farbdrucker-bauamt"],
    "oldenburg-pruefung": ["/co-working/anfragen", "/co-working/anfragen/p-2026-001"],
    "hubleitung": [
        "/@@mail-letters?letter=awaits",
        "/netzwerk/@@hub-links",
        "/co-working/halle/@@sperren",
        "/co-working/@@preisliste",
        "/co-working/@@belege",
        "/co-working/@@auslastung",
        "/co-working/@@nicht-erschienen",
        "/co-working/@@buchungen-einlesen",
        "/co-working/@@qr-codes",
    ],
}


@pytest.mark.parametrize("user", PAGES)
def test_everything_is_reached_and_seen(demo_url, new_page, demo_login, user):
    found = {}
    page = new_page(PHONE, "dark")
    if user:
        demo_login(page, user)
    for path in PAGES[user]:
        assert page.goto(demo_url + path).ok, path
        lines = unreached(page)
        if lines:
            found[path] = lines
    assert found == {}


def test_all_of_hubs_that_are_linked_is_reached(demo, demo_url, new_page, demo_login):
    found = {}
    for user, paths in dressed(demo["portal"], "hubleitung").items():
        page = new_page(PHONE, "dark")
        if user:
            demo_login(page, user)
        for path in paths:
            assert page.goto(demo_url + path).ok or path in REFUSED, path
            lines = unreached(page)
            if lines:
                found[user, path] = lines
    assert found == {}


def test_a_link_for_somebody_is_made_and_followed(demo_url, new_page, demo_login):
    page = new_page(PHONE, "dark")
    demo_login(page, "malente-redaktion")
    page.goto(f"{demo_url}/partner/malente/winterdienst-wege/@@vorschau-links")
    page.get_by_label("Für wen").press_sequentially("Ingrid Beispiel")
    page.get_by_role("button", name="Link anlegen").press("Enter")
    link = page.get_by_role("region", name="Ingrid Beispiel").locator("input[readonly]")
    expect(link).to_be_visible()
    visitor = new_page(PHONE, "dark")
    assert visitor.goto(link.input_value()).ok
    expect(visitor.get_by_role("heading", level=1)).to_be_visible()
    assert (unreached(page), unreached(visitor)) == ([], [])


#: As much of the viewer of 3D objects as our keys need: no graphics, the same doors.
VIEWER = """
class Viewer extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: "open" }).innerHTML =
      "<template data-styles></template><div tabindex=0></div>";
  }
  connectedCallback() { setTimeout(() => this.dispatchEvent(new Event("load"))); }
  getCameraOrbit() { return { theta: 0, phi: 1.309, radius: 2 }; }
}
customElements.define("model-viewer", Viewer);
export { Viewer as ModelViewerElement };
"""


@pytest.fixture
def solid_page(new_page, demo_url):
    """Return a function that opens the page of an object; body: what comes as the viewer."""

    def solid_page(body):
        page = new_page()
        page.add_init_script("HTMLCanvasElement.prototype.getContext = () => ({})")
        answer = {"body": body, "content_type": "text/javascript"}
        page.route("**/vendor/model-viewer.js", lambda route: route.fulfill(**answer))
        page.goto(f"{demo_url}/showroom/butterfass")
        page.locator('[data-solid="begin"]').press("Enter")
        return page

    return solid_page


def test_an_object_is_turned_by_keys_and_it_is_said_from_where_one_looks(solid_page):
    page = solid_page(VIEWER)
    said = page.locator("[data-solid-said]")
    expect(said).to_have_text("Von vorn gesehen, waagerecht")
    assert page.evaluate("document.activeElement.className") == "solid-picture"
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(said).to_have_text("Von vorn rechts gesehen, waagerecht")
    page.keyboard.press("ArrowUp")
    expect(said).to_have_text("Von vorn rechts gesehen, von oben")
    page.keyboard.press("+")
    expect(said).to_have_text("Von vorn rechts gesehen, von oben, näher")
    page.keyboard.press("Home")
    expect(said).to_have_text("Von vorn gesehen, waagerecht")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.solid") == "left"
    page.locator('[data-solid="spin"]').press("Enter")
    expect(said).to_have_text("Das Objekt dreht sich langsam.")
    page.locator('[data-solid="spin"]').press("Enter")
    expect(said).to_have_text("Das Objekt steht still.")
    page.locator('[data-solid="view"]').nth(1).press("Enter")
    expect(said).to_have_text("Von vorn rechts gesehen, von oben")


def test_without_its_viewer_an_object_is_left_to_its_views(solid_page):
    page = solid_page("throw new Error('not today')")
    expect(page.locator("[data-solid-failed]")).to_be_visible()
    expect(page.locator(".solid-keys")).to_be_hidden()
    expect(page.locator(".solid figure.card img").first).to_be_visible()
