"""What our pages promise: light, of one source, readable and usable before any script ran."""

from browser.strangers import strangers
from playwright.sync_api import expect
from urllib.parse import urlsplit

import gzip
import pytest


LIMIT = 150 * 1024
COMPRESSED = (".woff2", ".png", ".jpg", ".gif")


@pytest.fixture
def load(demo_url):
    """Return a function that loads a page and gives (size compressed, addresses, console)."""

    def load(page, path):
        addresses, console = [], []

        def note_address(request):
            addresses.append(request.url)

        def note_message(message):
            console.append(message.text)

        page.on("request", note_address)
        page.on("console", note_message)
        page.goto(demo_url + path)
        page.remove_listener("request", note_address)
        page.remove_listener("console", note_message)
        size = 0
        for url in set(addresses):  # once more, for a browser does not give what it had kept
            body = page.context.request.get(url).body()
            packed = urlsplit(url).path.endswith(COMPRESSED)
            size += len(body if packed else gzip.compress(body))
        return size, addresses, console

    return load


@pytest.mark.parametrize(
    "path", ["", "/foerderung/programme", "/materialien", "/@@search?q=a", "/impressum"]
)
def test_page_is_light_and_all_of_one_source(page, load, demo_url, path):
    size, addresses, console = load(page, path)
    assert size < LIMIT
    assert {urlsplit(url).netloc for url in addresses} == {urlsplit(demo_url).netloc}
    assert not [url for url in addresses if "++plone++" in url], "Plone's bundle is not for us"
    assert console == []


def test_pages_of_people_signed_in_are_light_too(page, load, demo_login, demo_url):
    demo_login(page, "malente-redaktion")
    for path in ("", "/@@inbox", "/partner/malente"):
        size, addresses, console = load(page, path)
        assert size < LIMIT
        assert console == []


def test_search_works_without_script(new_page, demo_url):
    page = new_page(script=False)
    page.goto(f"{demo_url}/@@search")
    page.fill("#q", "Vergabe")
    page.click("form[role=search] .searchline button")
    assert "q=Vergabe" in page.url
    before = page.locator(".hits > li").count()
    assert before > 1
    page.check("input[name=art][value=WorkshopMaterial]")
    page.click(".filters button")
    assert "art=WorkshopMaterial" in page.url
    assert 0 < page.locator(".hits > li").count() < before


def test_keyboard_alone_reaches_content_and_menu(new_page, demo_url, demo_login):
    page = new_page()
    demo_login(page, "malente-pruefung")
    page.goto(demo_url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"
    menu = page.locator("header.top details.menu")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_plones_pages_have_our_header_and_nobody_elses(page, demo_url, demo_login):
    demo_login(page, "malente-redaktion")
    for path in ("/partner/malente/++add++Document", "/@@personal-information", "/nirgendwo"):
        page.goto(demo_url + path)
        for selector in ("header.top", "footer.foot", "main#inhalt", "a.skip"):
            assert page.locator(selector).count() == 1, (path, selector)
        for selector in ("#edit-bar", "#portal-column-one", ".portlet", "#portal-globalnav"):
            assert page.locator(selector).count() == 0, (path, selector)


def test_editing_a_page_from_its_bar(page, demo_url, demo_login):
    demo_login(page, "malente-redaktion")
    page.goto(f"{demo_url}/partner/malente")
    page.click("nav.edit-bar summary:has-text('Hinzufügen')")
    page.click("nav.edit-bar a:has-text('Seite')")
    page.fill("#form-widgets-IDublinCore-title", "Öffnungszeiten am Brückentag")
    page.click("#form-buttons-save")
    page.wait_for_selector("main .messages")
    assert page.locator("h1").inner_text() == "Öffnungszeiten am Brückentag"
    assert "Entwurf" in page.locator("nav.edit-bar").inner_text()


def test_no_public_page_asks_another_host(page, demo_url):
    """All pages of the showroom, one of each other kind: fonts, posters and prefetches included."""
    asked, console, seen = set(), [], []
    page.on("request", lambda request: asked.add(request.url))
    page.on("console", lambda message: console.append(message.text))
    waiting = [f"{demo_url}{path}" for path in ("", "/showroom", "/workshops", "/aktuelles")]
    while waiting:
        url = waiting.pop(0)
        seen.append(url)
        page.goto(url)
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        if url.startswith(f"{demo_url}/showroom"):
            proof = page.locator("#beleg h2")
            expect(proof).to_contain_text("sprach nur mit diesem Server")
        links = page.eval_on_selector_all("main a[href]", "links => links.map(link => link.href)")
        for link in (link.partition("#")[0] for link in links):
            inside = link.startswith(f"{demo_url}/showroom/") and "?" not in link
            if inside and "@@" not in link and link not in (*seen, *waiting):
                waiting.append(link)
    assert len(seen) > 15, seen
    assert strangers(asked, demo_url) == set()
    assert console == []
