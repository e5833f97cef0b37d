"""Signing up and in as people do, and the security policy under Plone's own pages."""

from browser.conftest import fill_in_log_in
from browser.conftest import PASSWORD
from browser.drawn import wait_for_editor
from browser.drawn import wait_for_patterns
from email import message_from_string
from playwright.sync_api import expect
from plone import api
from Products.MailHost.MailHost import MailBase

import pytest
import re
import transaction


NEW_PASSWORD = "Ebbe und Flut und Watt"
#: What Chromium writes when a script asks whether to leave a page; nothing is wrong then.
HARMLESS = ("beforeunload",)


@pytest.fixture
def complaints():
    """Return a function that gathers what a page's console complains about."""

    def complaints(page):
        found = []

        def note(text):
            if not any(word in text for word in HARMLESS):
                found.append(f"{page.url}: {text}")

        page.on("console", lambda message: message.type == "error" and note(message.text))
        page.on("pageerror", lambda error: note(str(error)))
        return found

    return complaints


@pytest.fixture
def mails(functional, monkeypatch):
    """A site that can send mails, and the texts of those it sent."""
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    api.portal.set_registry_record("plone.email_from_name", "Digitaler Hub")
    transaction.commit()
    sent = []

    def _send(self, mfrom, mto, messageText, immediate=False):
        text = messageText if isinstance(messageText, str) else messageText.decode()
        sent.append(message_from_string(text).get_payload(decode=True).decode())

    monkeypatch.setattr(MailBase, "_send", _send)
    return sent


@pytest.fixture
def manager(person):
    """A manager of the site."""
    person("chefin")
    api.user.grant_roles(username="chefin", roles=["Manager"])
    transaction.commit()
    return "chefin"


@pytest.mark.parametrize("size", ["page", "phone"])
def test_register(request, size, base_url, mails, axe, complaints):
    page = request.getfixturevalue(size)
    found = complaints(page)

    page.goto(base_url)
    page.goto(f"{base_url}/@@register")
    assert axe(page) == []
    page.get_by_label("Vor- und Nachname").fill("Svenja Probe")
    page.get_by_label("E-Mail-Adresse").fill("svenja")
    page.get_by_role("button", name="Link anfordern").click()
    page.get_by_text("Das ist keine E-Mail-Adresse.").wait_for()
    assert axe(page) == []
    assert page.get_by_label("Vor- und Nachname").input_value() == "Svenja Probe"
    found.clear()  # the browser notes the answer 400

    page.get_by_label("E-Mail-Adresse").fill("svenja@example.org")
    page.get_by_role("button", name="Link anfordern").click()
    page.get_by_role("heading", name="Bitte sehen Sie in Ihr Postfach").wait_for()
    assert axe(page) == []

    page.goto(re.search(r"https?://\S+/@@confirm-registration/\S+", mails[-1])[0])
    assert axe(page) == []
    page.get_by_label("Passwort", exact=True).fill(NEW_PASSWORD)
    page.get_by_label("Dasselbe Passwort noch einmal").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Konto anlegen").click()
    page.get_by_text("Willkommen! Ihr Konto ist eingerichtet.").wait_for()
    assert page.locator("header.top nav.personal details.menu").count() == 1
    assert found == []


def test_waiting_after_wrong_passwords(page, base_url, person, axe):
    person("erika")
    for _attempt in range(6):
        page.goto(f"{base_url}/login")
        page.fill("#__ac_name", "erika")
        page.fill("#__ac_password", "falsch und noch mal falsch")
        page.click("#buttons-login")
        page.wait_for_load_state()
    page.get_by_role("heading", name="Bitte warten Sie einen Moment").wait_for()
    page.get_by_text("Bitte versuchen Sie es in").wait_for()
    assert axe(page) == []


def test_editing_under_the_security_policy(page, base_url, manager, complaints):
    found = complaints(page)
    page.goto(f"{base_url}/login")
    fill_in_log_in(page, manager, PASSWORD)
    page.goto(f"{base_url}/++add++Document")
    wait_for_editor(page)
    page.frame_locator("iframe.tox-edit-area__iframe").locator("body").fill("Moin")
    page.fill("#form-widgets-IDublinCore-title", "Eine Seite")
    page.click("#form-buttons-save")
    page.get_by_role("heading", name="Eine Seite").wait_for()
    page.get_by_text("Moin").wait_for()

    page.goto(f"{base_url}/folder_contents")
    page.get_by_role("link", name="Eine Seite").first.wait_for()
    page.goto(f"{base_url}/++add++Event")
    page.wait_for_selector("#form-buttons-save")
    with page.expect_response("**/@@qsOptions"):  # its scripts ask for more, also after this test
        page.goto(f"{base_url}/++add++Collection")
    wait_for_patterns(page)
    assert found == []


def test_setting_up_under_the_security_policy(page, base_url, manager, login, complaints):
    found = complaints(page)
    login(page, manager)
    for name in (
        "overview-controlpanel",
        "hub-security-controlpanel",
        "site-controlpanel",
        "usergroup-userprefs",
        "security-controlpanel",
        "theming-controlpanel",
        "dexterity-types",
        "sharing",
    ):
        page.goto(f"{base_url}/@@{name}")
        wait_for_patterns(page)
    assert found == []


def test_security_settings(page, base_url, manager, login):
    login(page, manager)
    page.goto(f"{base_url}/@@hub-security-controlpanel")
    page.get_by_label("Minuten ohne Seitenaufruf").fill("30")
    page.click("#form-buttons-save")
    page.get_by_text("Änderungen wurden gespeichert.").wait_for()
    transaction.begin()
    # not from what the request of the test remembers
    records = api.portal.get_tool("portal_registry").records
    assert records["kommunalhub.security.idle_minutes"].value == 30
    page.get_by_label("Minuten ohne Seitenaufruf").fill("1")
    page.click("#form-buttons-save")
    page.locator(".field[data-fieldname='form.widgets.idle_minutes'] .wrong").wait_for()


#: For each setting that is a list: a line that can stand there, one that cannot, and what is said.
LINES = {
    "embed_hosts": ("video.example.org", "video", "„video“ ist kein bloßer Name"),
    "live_hosts": ("live.example.org", "https://live.example.org", "ist kein bloßer Name"),
    "further_hosts": ("https://hub.intern:8080", "hub intern", "kein Name, unter dem"),
    "extra_sources": ("img-src bild.example.org", "bild.example.org", "wird nicht übernommen"),
}


def test_a_wrong_line_of_a_setting_is_named_at_its_field(page, base_url, manager, login):
    login(page, manager)
    page.goto(f"{base_url}/@@hub-security-controlpanel")
    for name, (right, wrong, _said) in LINES.items():
        page.fill(f"[name='form.widgets.{name}']", f"{right}\n{wrong}")
    page.click("#form-buttons-save")
    for name, (_right, _wrong, said) in LINES.items():
        told = page.locator(f".field[data-fieldname='form.widgets.{name}'] .wrong")
        expect(told).to_contain_text(said)
    for name, (right, _wrong, _said) in LINES.items():
        page.fill(f"[name='form.widgets.{name}']", right)
    page.click("#form-buttons-save")
    page.get_by_text("Änderungen wurden gespeichert.").wait_for()
    transaction.begin()
    records = api.portal.get_tool("portal_registry").records
    for name, (right, _wrong, _said) in LINES.items():
        assert records[f"kommunalhub.security.{name}"].value == (right,)
