"""What visitors open on pages of the showroom, with all of it on: films and objects.

Views all around are in test_tour.py, livestreams in test_stream.py.
"""

from browser.heard import unnamed
from browser.strangers import strangers
from playwright.sync_api import expect

import pytest


#: The processor draws: the fewer points, the sooner.
SMALL = {"width": 390, "height": 320}
HOLD = "Bilder anhalten"
#: The buttons and points that are touched in a view, and how small each of them is.
TOUCHED = ".solid-keys .btn:visible, .around .acts .btn:visible, .around .point.seen"
SIZES = (
    "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
)


def play(page):
    page.locator("video").evaluate("film => { film.muted = true; return film.play(); }")
    page.wait_for_function("() => document.querySelector('video').currentTime > 0")
    assert page.locator("video track[kind=captions]").evaluate("one => one.track.mode") == "showing"


def turn(page):
    page.locator('[data-solid="begin"]').press("Enter")
    expect(page.locator("[data-solid-said]")).to_have_text("Von vorn gesehen, waagerecht")
    sizes = page.locator(TOUCHED).evaluate_all(SIZES)
    assert len(sizes) > 6 and min(sizes) >= 44


OPENED = {
    "/showroom/blick-in-die-scheune": play,
    "/showroom/butterfass": turn,
}


@pytest.fixture(scope="module")
def visits(browser):
    context = browser.new_context(locale="de-DE", viewport=SMALL)
    yield context
    context.close()


@pytest.mark.parametrize("path", OPENED)
def test_it_opens_for_everybody_and_asks_nobody_else(visits, demo_url, axe, path):
    asked, console = set(), []
    page = visits.new_page()
    page.on("request", lambda request: asked.add(request.url))
    page.on("console", lambda message: console.append(message.text))
    page.goto(demo_url + path)
    OPENED[path](page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == []
    assert unnamed(page) == []
    assert strangers(asked, demo_url) == set()
    # what a graphics card would do is done by the processor here, and said to be slow
    slow = ("GL Driver Message", "rAF timed out")
    assert [line for line in console if not any(one in line for one in slow)] == []
    page.close()


#: What pages with scripts have: scenes to look around in, an object, films, the screen in the hall.
SCRIPTED = (
    "/showroom/museumsscheune/diele",
    "/showroom/steilkueste",
    "/showroom/butterfass",
    "/showroom/butterfass/fass",
    "/showroom/blick-in-die-scheune",
    "/showroom/abendfuehrung",
    "/showroom/@@bildschirm",
    "/showroom/museumsscheune/@@bildschirm",
)
#: An engine gives a script up whole when it does not know one of its signs.
UNKNOWN = "const scene = picture?.³;"
WHOLE = """() => [...document.querySelectorAll('main img')].map((image) => {
  image.scrollIntoView();
  return image.complete && image.naturalWidth > 0;
})"""


@pytest.mark.parametrize("path", SCRIPTED)
def test_an_engine_that_is_too_old_for_our_scripts_shows_all_there_is(phone, demo_url, path):
    given_up = []
    phone.on("pageerror", lambda error: given_up.append(error))
    phone.route(
        "**/*.js*", lambda route: route.fulfill(body=UNKNOWN, content_type="text/javascript")
    )
    phone.goto(demo_url + path)
    assert given_up  # none of them ran
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    main = phone.locator("main")
    assert len(main.inner_text()) > 300
    # nothing that does not work: what is left to press is of the browser's own
    assert main.locator("button[type=button]").locator("visible=true").all() == []
    assert main.locator("[role=application]").locator("visible=true").all() == []
    phone.wait_for_function(f"() => ({WHOLE})().every(Boolean)")
    for film in main.locator("video").locator("visible=true").all():
        assert film.get_attribute("controls") is not None
        film.evaluate("film => { film.muted = true; return film.play(); }")
        phone.wait_for_function("film => film.currentTime > 0", arg=film.element_handle())


def test_the_screen_in_the_hall_begins_again_by_itself(visits, demo_url):
    page = visits.new_page()
    page.clock.install()
    start = f"{demo_url}/showroom/@@bildschirm"
    page.goto(start)
    page.get_by_role("link", name="Rundgang durch eine Museumsscheune").press("Enter")
    page.get_by_role("link", name="Rundgang beginnen").press("Enter")
    expect(page.get_by_role("heading", level=1, name="Der Hof")).to_be_visible()
    page.get_by_role("link", name="Geradeaus durch das große Tor in die Diele").press("Enter")
    expect(page.get_by_role("heading", level=1, name="Die Diele")).to_be_visible()
    asks = page.get_by_role("alert")
    page.clock.fast_forward(91_000)
    asks.get_by_role("button", name="Ich bin noch da").press("Enter")
    expect(asks).to_be_hidden()
    page.clock.fast_forward(91_000)
    expect(asks).to_be_visible()
    page.context.set_offline(True)  # the server rests: nobody is left with an empty page
    page.clock.fast_forward(21_000)
    expect(page.get_by_role("heading", level=1, name="Die Diele")).to_be_visible()
    page.context.set_offline(False)
    page.clock.fast_forward(21_000)
    page.wait_for_url(start)
    page.close()


def test_pictures_on_the_screen_come_in_turn_unless_somebody_holds_them(visits, demo_url):
    page = visits.new_page()
    page.clock.install()
    page.goto(f"{demo_url}/showroom/@@bildschirm")
    front, hold = page.locator(".exhibit.in-front"), page.get_by_role("button", name=HOLD)
    expect(hold).to_be_visible()
    expect(front).to_have_count(0)
    page.clock.fast_forward(8_100)
    expect(front).to_have_count(1)
    hold.press("Enter")
    expect(hold).to_have_attribute("aria-pressed", "true")
    page.clock.fast_forward(30_000)
    expect(front).to_have_count(0)
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.clock.fast_forward(30_000)
    expect(hold).to_be_hidden()
    expect(front).to_have_count(0)
    page.close()
