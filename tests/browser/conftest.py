"""Real Chromium on the functional layer: pages, log-in through the form, and axe-core.

    def test_home(page, base_url, axe):
        page.goto(base_url)
        assert axe(page) == []

    def test_inbox(page, base_url, person, login):
        person("malente-pruefung", groups=["malente-reviewers"])
        login(page, "malente-pruefung")

Call `transaction.commit()` after making content, `transaction.begin()` before reading what the
browser wrote.
"""

from browser.contexts import Contexts
from functools import wraps
from kommunalhub.site.accounts import DEMO_PASSWORD
from pathlib import Path
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
from plone import api

import os
import pytest
import shutil
import transaction


PASSWORD = "Kornblume, Leuchtturm, Watt 43"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # draws in three dimensions by the processor: tours and objects
    "--enable-unsafe-swiftshader",
]
#: So long (ms) is waited for what comes: machines that run all tests at once are slow at times.
PATIENCE = 90_000
expect.set_options(timeout=PATIENCE)
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def chromium_path():
    """Return the Chromium to drive: $CHROMIUM, the system's, or None for Playwright's own."""
    return (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )


def then_read_whole(act, page_of):
    """Return `act`, followed by waiting until the page that it may have led to is read.

    A click ends when the first bytes of the next page are there. What waits by itself, as
    `text_content` does, finds the rest; `count`, `all` or `evaluate` look at once, and on a busy
    machine at half a page.
    """

    @wraps(act)
    def acted(self, *args, **kwargs):
        act(self, *args, **kwargs)
        page_of(self).wait_for_load_state("domcontentloaded")

    return acted


@pytest.fixture(scope="session")
def whole_pages():
    """Let whatever people do lead to whole pages."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ["click", "press"]:
            patch.setattr(Page, name, then_read_whole(getattr(Page, name), lambda page: page))
            acted = then_read_whole(getattr(Locator, name), lambda locator: locator.page)
            patch.setattr(Locator, name, acted)
        yield


@pytest.fixture(scope="session")
def playwright(whole_pages):
    """What starts browsers: there is only one in a process."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    chromium = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture
def base_url(functional):
    """Return the address of the site on the layer's server; localhost, so that it is themed."""
    return f"http://localhost:{functional['port']}/{functional['portal'].getId()}"


@pytest.fixture
def demo_url(demo):
    """Return the address of the site with demo content."""
    return f"http://localhost:{demo['port']}/{demo['portal'].getId()}"


@pytest.fixture(scope="session")
def contexts(browser):
    with pytest.MonkeyPatch.context() as patch:
        yield Contexts(browser, patch, locale="de-DE")


@pytest.fixture
def new_page(contexts):
    """Return a function that opens a page of its own session: `new_page(PHONE, scheme="dark")`."""
    taken = []

    def new_page(viewport=None, scheme="light", script=True):
        context = contexts.take(
            viewport=viewport or DESKTOP, color_scheme=scheme, java_script_enabled=script
        )
        context.set_default_timeout(PATIENCE)
        taken.append(context)
        return context.new_page()

    yield new_page
    for context in taken:
        contexts.give_back(context)


@pytest.fixture
def page(new_page):
    """A page 1280 px wide, light."""
    return new_page()


@pytest.fixture
def phone(new_page):
    """A page 390 px wide, light."""
    return new_page(PHONE)


def add_person(user_id, groups=(), roles=("Member",), fullname=None):
    """Make a person in some groups; return them."""
    user = api.user.create(
        username=user_id,
        email=f"{user_id}@example.org",
        password=PASSWORD,
        roles=roles,
        properties={"fullname": fullname or user_id},
    )
    for group in groups:
        api.group.add_user(groupname=group, username=user_id)
    return user


@pytest.fixture
def person(functional):
    """Return a function that makes a person in some groups, committed."""

    def person(*args, **kwargs):
        user = add_person(*args, **kwargs)
        transaction.commit()
        return user

    return person


def fill_in_log_in(page, user_id, password):
    """Sign a person in by the form that a page shows."""
    page.fill("#__ac_name", user_id)
    page.fill("#__ac_password", password)
    page.click("#buttons-login")
    page.wait_for_selector("header.top nav.personal details.menu")


def sign_in(page, url, user_id, password):
    """Sign a person in as the form does. Neither it nor what follows is shown: tests open pages."""
    sent = {"__ac_name": user_id, "__ac_password": password, "buttons.login": "Anmelden"}
    page.context.request.post(f"{url}/login", form=sent, max_redirects=0)
    assert any(cookie["name"] == "__ac" for cookie in page.context.cookies(url)), user_id
    page.context.clear_cookies(name="statusmessages")  # the page that was not shown had said it


@pytest.fixture
def login(base_url):
    """Return a function that signs a person in on the site of the functional layer."""

    def login(page, user_id, password=PASSWORD):
        sign_in(page, base_url, user_id, password)

    return login


@pytest.fixture
def demo_login(demo_url):
    """Return a function that signs a demo person in."""

    def demo_login(page, user_id):
        sign_in(page, demo_url, user_id, DEMO_PASSWORD)

    return demo_login


@pytest.fixture(scope="session")
def axe():
    """Return a function that gives axe-core's findings on a page, one line per node."""

    def axe(page, include=None):
        if not page.evaluate("Boolean(window.axe)"):
            page.evaluate(AXE)
        found = page.evaluate(
            "([part, options]) => axe.run(part || document, options)", [include, AXE_OPTIONS]
        )
        return [
            f"{violation['id']}: {' '.join(map(str, node['target']))} – {node['failureSummary']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    return axe
