"""A livestream in Chromium: asked for after a click alone, played, over, and not to be reached.

The host of the stream is played by the test; the three seconds of picture in `stream/` were taken
down by Chromium itself (MediaRecorder of a canvas, H.264 in fragments of MP4).
"""

from browser.strangers import strangers
from pathlib import Path
from playwright.sync_api import expect
from showroom.conftest import bring_to
from showroom.conftest import populate
from showroom.live.streams import add_live
from showroom.live.streams import HOST
from showroom.live.streams import HOUR
from showroom.live.streams import name_host
from showroom.live.streams import URL
from staging import staged

import pytest
import transaction


populated = staged(populate)
PIECES = Path(__file__).parent / "stream"
LIST = """#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:3
#EXT-X-MAP:URI="init.mp4"
#EXTINF:3,
picture.m4s
"""
#: Three seconds of picture are soon over; the player closes what stands still, not what was paused.
PAUSE = "video => video.pause()"
PLAYS = "() => document.querySelector('video.live-picture').currentTime > 0"


@pytest.fixture
def stream(page):
    """What the host of the stream has, by the end of its addresses; None: nothing answers."""
    served = {"index.m3u8": LIST}
    for path in PIECES.iterdir():
        served[path.name] = path.read_bytes()

    def answer(route):
        body = served.get(route.request.url.rpartition("/")[2])
        if body is None:
            route.fulfill(status=404, body="")
        else:
            route.fulfill(body=body, headers={"Access-Control-Allow-Origin": "*"})

    page.route(f"https://{HOST}/**", answer)
    return served


@pytest.fixture
def live_url(functional, populated, base_url):
    """The address of a livestream that is running, for everybody."""
    name_host(HOST)
    exhibit = bring_to(add_live(functional["portal"], -HOUR), "public")
    transaction.commit()
    return f"{base_url}/showroom/{exhibit.getId()}"


def test_it_is_asked_for_after_a_click_and_plays(page, live_url, stream, axe):
    asked, console = set(), []
    page.on("request", lambda request: asked.add(request.url))
    page.on("console", lambda message: console.append(message.text))
    page.goto(live_url)
    watch = page.get_by_role("button", name="Ansehen")
    expect(watch).to_be_visible()
    assert strangers(asked, live_url) == set()
    watch.press("Enter")
    stop = page.get_by_role("button", name="Beenden")
    expect(stop).to_be_focused()
    page.wait_for_function(PLAYS)
    page.locator("video.live-picture").evaluate(PAUSE)
    said = page.locator(".live-said")
    expect(said).to_have_text("")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == []
    assert strangers(asked, live_url) == {HOST}
    assert console == []
    proof = page.locator("#beleg")
    expect(proof.locator("h2")).to_contain_text("sprach auch mit anderen Servern")
    expect(proof.locator("tbody")).to_contain_text(HOST)

    stop.press("Enter")
    expect(watch).to_be_focused()
    expect(page.locator("video.live-picture")).to_be_hidden()
    stream["index.m3u8"] = f"{LIST}#EXT-X-ENDLIST\n"
    watch.press("Enter")
    expect(said).to_have_text("Der Livestream ist zu Ende.")
    expect(watch).to_be_visible()

    stream.clear()
    watch.press("Enter")
    expect(said).to_contain_text("Der Livestream ist gerade nicht erreichbar.")
    expect(watch).to_be_visible()
    assert strangers(asked, live_url) == {HOST}


def test_without_our_script_the_device_plays_it(page, live_url, stream):
    page.route("**/live.js*", lambda route: route.abort())
    page.goto(live_url)
    link = page.get_by_role("link", name="Livestream im Player Ihres Geräts öffnen")
    expect(link).to_have_attribute("href", URL)
    assert page.locator(".live-player button").locator("visible=true").all() == []
