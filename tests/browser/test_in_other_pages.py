"""An exhibit in the page of another site, in Chromium: walked by keyboard, without a trace."""

from browser.conftest import PATIENCE
from browser.test_tour import tab_to
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from kommunalhub.showroom.visit.pages import Framed
from people import step
from playwright.sync_api import expect
from showroom.tours.conftest import populate
from showroom.tours.conftest import tour_in
from staging import staged
from threading import Thread
from urllib.parse import urlsplit

import pytest
import transaction


populated = staged(populate)
SITE = "https://www.ostsee.example"


@pytest.fixture
def tour(functional, populated, base_url):
    """Return the address of a public tour that a site may show."""
    tour = tour_in(functional["portal"])
    tour.embed_sites = SITE
    step(tour, "anna", "submit", "Bitte")
    step(tour, "rita", "publish", "Gut")
    transaction.commit()
    return f"{base_url}/showroom/{tour.getId()}"


@pytest.fixture
def other_site(tour):
    """Return the address of a page of another site that shows the tour."""
    page = (
        '<!DOCTYPE html><html lang="de"><title>Ausflug</title><h1>Ausflug</h1>'
        f'<iframe src="{tour}/@@einbetten" title="Rundgang" width="100%" height="700" '
        'loading="lazy" referrerpolicy="no-referrer" allowfullscreen></iframe>'
    )

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_words):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def named(other_site, monkeypatch):
    """Let the other site, which has no certificate, be one that the exhibit names."""
    monkeypatch.setattr(Framed, "origins", (other_site,))


@pytest.fixture
def visitor(browser):
    """A page of somebody with a telephone whose browser draws in three dimensions."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="de-DE")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def shown_in(page):
    """Return the frame in a page, and its address without the server."""
    [frame] = page.frames[1:]
    return frame, urlsplit(frame.url).path


def test_a_tour_is_walked_within_the_page_of_another_site(other_site, named, visitor, axe):
    asked = set()
    visitor.on("request", lambda request: asked.add(urlsplit(request.url).hostname))
    visitor.goto(other_site)
    frame = visitor.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Rundgang durch eine Museumsscheune")
    tab_to(frame, "link", "Rundgang beginnen", visitor.keyboard)
    visitor.keyboard.press("Enter")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Der Hof")
    shown, path = shown_in(visitor)
    assert path.endswith("/der-hof/@@einbetten")
    assert axe(shown) == []
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")

    tab_to(frame, "button", "Rundum ansehen", visitor.keyboard)
    visitor.keyboard.press("Enter")
    expect(frame.get_by_role("application", name="Der Hof, Szene 1 von 3")).to_be_focused()
    tab_to(frame, "link", "Weg A: Rechts durch das Tor in die Diele", visitor.keyboard)
    visitor.keyboard.press("Enter")
    expect(frame.get_by_role("application", name="Die Diele, Szene 2 von 3")).to_be_focused()
    assert shown_in(visitor)[1].endswith("/die-diele/@@einbetten")
    visitor.keyboard.press("Escape")
    expect(frame.get_by_role("button", name="Rundum ansehen")).to_be_focused()

    with visitor.context.expect_page() as opened:
        frame.get_by_role("link", name="Im Showroom ansehen (neuer Tab)").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Die Diele")
    assert visitor.url == f"{other_site}/"
    assert asked - {None} == {"127.0.0.1", "localhost"}  # none: what a page has made itself
    assert visitor.context.cookies() == []


def test_sites_that_are_not_named_show_nothing(other_site, visitor):
    visitor.goto(other_site)
    visitor.wait_for_function("document.querySelector('iframe').getClientRects().length")
    with visitor.expect_event("requestfailed"):
        visitor.reload()
    assert visitor.frame_locator("iframe").get_by_role("heading", level=1).count() == 0


def test_without_scripts_the_words_and_the_ways_are_there(tour, new_page):
    page = new_page({"width": 320, "height": 700}, "dark", script=False)
    page.goto(f"{tour}/@@einbetten")
    page.get_by_role("link", name="1 · Der Hof").click()
    page.wait_for_url("**/der-hof/@@einbetten")
    expect(page.get_by_text("Sie stehen auf dem Pflaster.")).to_be_visible()
    page.get_by_role("link", name="A · Rechts durch das Tor in die Diele").click()
    page.wait_for_url("**/die-diele/@@einbetten")
    expect(page.get_by_role("button", name="Rundum ansehen")).to_be_hidden()
    page.get_by_role("link", name="Rundgang durch eine Museumsscheune").click()
    page.wait_for_url("**/@@einbetten")
    assert len(page.context.pages) == 1
