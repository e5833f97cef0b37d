"""A film of another site in an exhibit: asked for by a click alone, and taken away again."""

from browser.strangers import strangers
from playwright.sync_api import expect
from plone import api
from plone.app.textfield.value import RichTextValue
from showroom.conftest import add_exhibit
from showroom.conftest import bring_to
from showroom.conftest import populate
from staging import staged

import pytest
import transaction


populated = staged(populate)
HOST = "video.example.org"
FRAME = f'<iframe src="https://{HOST}/1" title="Die Mühle"></iframe>'
TEXT = f"<p>Die Mühle in Bewegung.</p><p>{FRAME}</p>"


@pytest.fixture
def exhibit_url(functional, populated, base_url):
    api.portal.set_registry_record("kommunalhub.security.embed_hosts", (HOST,))
    text = RichTextValue(TEXT, "text/html", "text/x-html-safe")
    exhibit = bring_to(add_exhibit(functional["portal"], text=text), "public")
    transaction.commit()
    return f"{base_url}/showroom/{exhibit.getId()}"


def test_it_comes_after_a_click_and_goes_after_another(page, exhibit_url, axe):
    asked = set()
    page.on("request", lambda request: asked.add(request.url))
    page.route(f"https://{HOST}/**", lambda route: route.fulfill(body="<h1>Film</h1>"))
    page.goto(exhibit_url)
    main = page.locator("main")
    expect(main).to_contain_text(f"erfährt {HOST}")
    expect(main.get_by_role("link", name=f"Bei {HOST} öffnen")).to_be_visible()
    assert strangers(asked, exhibit_url) == set()
    show = main.get_by_role("button", name="Hier anzeigen")
    show.press("Enter")
    frame = main.locator("iframe[title='Die Mühle']")
    expect(frame).to_be_visible()
    assert frame.get_attribute("referrerpolicy") == "no-referrer"
    assert strangers(asked, exhibit_url) == {HOST}
    assert axe(page) == []
    main.get_by_role("button", name="Wieder ausblenden").press("Enter")
    expect(frame).to_have_count(0)
    expect(show).to_be_focused()
