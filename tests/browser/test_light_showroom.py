"""What a phone loads of the showroom before anybody asks for a viewer: at most 150 KB.

Bytes are counted, as a server sends them, at the density of phones and on a line as slow as theirs:
a browser then fetches early what is far below.
"""

from browser.conftest import PATIENCE
from browser.conftest import PHONE
from kommunalhub.showroom.tours import graph
from showroom.tours.conftest import have_ready
from staging import staged
from urllib.parse import urlsplit

import gzip
import pytest


MOST = 150 * 1024
#: Fast 3G, as Chromium's own tools have it: bytes a second, milliseconds.
FAST_3G = {"downloadThroughput": 180_000, "uploadThroughput": 84_375, "latency": 562.5}
#: Nothing is gained by packing them again.
PACKED = (".woff2", ".webp", ".jpg", ".png", "/@@images/", "/@@kachel/")
PAGES = (
    "/showroom",
    "/showroom/museumsscheune",
    "/showroom/museumsscheune/diele",
    "/showroom/steilkueste",
    "/showroom/butterfass",
    "/showroom/butterfass/fass",
    "/showroom/blick-in-die-scheune",
    "/showroom/abendfuehrung",
)


def cut(portal):
    """Cut the panoramas of what is looked at, as the job does once a site runs."""
    for name in ("museumsscheune", "steilkueste"):
        for scene in graph.scenes_of(portal["showroom"][name]):
            have_ready(scene)


pictured = staged(cut, on="demo_content")

#: Lets pictures come that a browser on a slow line fetches before they are in sight.
NEAR = """() => [...document.images].forEach((one) => {
  if (one.getBoundingClientRect().top < innerHeight + 2500) one.loading = 'eager';
})"""
READ = "() => [...document.images].every((one) => one.naturalWidth || one.loading === 'lazy')"
LOADED = """() => [...new Set([
  location.href,
  ...performance.getEntriesByType('resource').map((one) => one.name),
  ...[...document.images].filter((one) => one.loading !== 'lazy').map((one) => one.currentSrc),
])].filter((url) => url.startsWith('http'))"""


@pytest.fixture(params=[2, 3], ids=["2x", "3x"])
def phone(request, browser):
    """A page of a phone with so many points in each dot of CSS, on a slow line."""
    context = browser.new_context(
        viewport=PHONE, locale="de-DE", device_scale_factor=request.param, is_mobile=True
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **FAST_3G})
    yield page
    context.close()


def weight(page, url):
    """Return how many bytes an address sends, asked once more."""
    body = page.context.request.get(url).body()
    is_packed = any(one in urlsplit(url).path for one in PACKED)
    return len(body if is_packed else gzip.compress(body))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light_until_a_viewer_is_asked_for(pictured, phone, demo_url, path):
    phone.goto(demo_url + path, wait_until="load")
    phone.evaluate(NEAR)
    phone.wait_for_function(READ)
    found = {url.removeprefix(demo_url): weight(phone, url) for url in phone.evaluate(LOADED)}
    assert sum(found.values()) <= MOST, sorted(found.items(), key=lambda pair: -pair[1])
    assert not [url for url in found if "/vendor/" in url or "@@solid-file" in url]
    if path != "/showroom":  # the catalog of tests knows no scales, so the list shows none
        assert any("/@@images/" in url or "/@@kachel/" in url for url in found), sorted(found)
