"""Who has no account, from the form to desk or solution: on a phone, in the dark, by keyboard."""

from browser.conftest import PHONE
from coworking.outside.conftest import letters_to
from coworking.outside.conftest import link_in
from coworking.outside.conftest import set_up
from kommunalhub.approvals.consents import operations as consents
from kommunalhub.approvals.operations import decide
from kommunalhub.booking import operations as booking
from kommunalhub.core import formatting
from kommunalhub.support.learning.browser.mayhelp import SHOWN
from people import As
from playwright.sync_api import expect
from plone import api

import os
import re
import transaction


EMAIL = "uta@example.org"


def look(page, name):
    """Keep a picture where somebody wants to look: HUB_PICTURES=folder."""
    folder = os.environ.get("HUB_PICTURES")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def local(link, demo_url):
    """Return a link of a mail at the address of this browser."""
    return re.sub(r"^https?://.*?(?=/(?:co-working|support)/)", demo_url, link)


def press(page, name):
    """Press a button by keyboard."""
    page.get_by_role("button", name=name).first.press("Enter")


def says(page, text):
    expect(page.locator("main")).to_contain_text(text)


def approve(case):
    with As("oldenburg-pruefung"):
        decide(case, "start_consent")
        consents.vote(case, "approve", "")
    with As("dataport-pruefung"):
        consents.vote(case, "approve", "")
    transaction.commit()


def test_from_the_form_to_the_desk(demo, demo_url, new_page, axe):
    portal, today = demo["portal"], formatting.to_local(formatting.now()).date()
    set_up(portal)
    api.portal.set_registry_record("kommunalhub.coworking_accept_first", True)
    for space in api.content.find(portal_type="Space"):
        space.getObject().check_in = 30
    known = set(portal["co-working"]["antraege"].objectIds())
    transaction.commit()

    page = new_page(PHONE, "dark")
    page.goto(f"{demo_url}/@@arbeitsplatz-beantragen")
    assert axe(page) == []
    page.get_by_role("link", name="Ohne Konto beantragen").press("Enter")
    assert axe(page) == []
    look(page, "1-form")
    press(page, "Antrag absenden")
    expect(page.locator("#fehler")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Start-up").press("Space")
    page.fill("[name='form.widgets.organisation']", "Seeblick Software UG")
    page.fill("[name='form.widgets.contact_name']", "Uta Ohne")
    page.fill("[name='form.widgets.contact_email']", EMAIL)
    page.get_by_role("radio", name="Schreibtisch").press("Space")
    page.fill("[name='form.widgets.start']", today.isoformat())
    page.fill("[name='form.widgets.end']", today.replace(year=today.year + 1).isoformat())
    for day in ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"):
        page.get_by_label(day).press("Space")
    page.fill("[name='form.widgets.purpose']", "Wir entwickeln eine App.")
    page.locator("input[name='form.widgets.house_rules:list']").press("Space")
    page.locator("input[name='form.widgets.privacy:list']").press("Space")
    press(page, "Antrag absenden")
    says(page, "Bitte sehen Sie in Ihr Postfach")
    assert axe(page) == []

    transaction.begin()
    page.goto(local(link_in(letters_to(portal, EMAIL)[-1]), demo_url))
    assert axe(page) == []
    look(page, "2-confirm")
    press(page, "Antrag jetzt abschicken")
    says(page, "Ihr Antrag ist abgeschickt")
    assert axe(page) == []
    look(page, "3-own")

    transaction.begin()
    [name] = set(portal["co-working"]["antraege"].objectIds()) - known
    case = portal["co-working"]["antraege"][name]
    approve(case)
    page.goto(local(link_in(letters_to(portal, EMAIL)[-1]), demo_url))
    assert "key=" not in page.url
    press(page, "Vereinbarung annehmen")
    says(page, "Die Nutzungsvereinbarung ist angenommen")
    press(page, re.compile("buchen"))
    says(page, "Gebucht.")
    assert axe(page) == []
    look(page, "4-booked")
    transaction.begin()
    [mine] = booking.of_person(case.Creator())
    desk = booking.space_of(mine.space)
    page.goto(f"{demo_url}/co-working/{desk.getId()}/@@jetzt")  # what its QR code leads to
    assert axe(page) == []
    page.get_by_role("link", name="Zu meinen Buchungen").press("Enter")
    press(page, "Ich bin da")
    says(page, "Sie sind eingecheckt")
    press(page, "Neue Adresse erzeugen")
    assert axe(page) == []
    feed = page.locator("#feed").input_value()
    transaction.begin()
    [mine] = booking.of_person(case.Creator())
    assert mine.arrived is not None
    answer = page.request.get(re.sub(r"^https?://.*?(?=/@@buchungen)", demo_url, feed))
    assert f"UID:{mine.id}@" in answer.text()
    wide = new_page()
    wide.goto(local(link_in(letters_to(portal, EMAIL)[-1]), demo_url))
    look(wide, "5-wide")
    assert axe(wide) == []


def test_from_the_report_to_the_conversation(demo, demo_url, new_page, axe):
    portal = demo["portal"]
    set_up(portal)
    transaction.commit()
    page = new_page(PHONE, "dark")
    page.goto(f"{demo_url}/@@stoerung-melden")
    page.get_by_role("link", name="Ohne Konto melden").press("Enter")
    assert axe(page) == []
    look(page, "6-report")
    page.fill("[name='form.widgets.title']", "Der Beamer zeigt kein Bild")
    # What may help has been seen while typing, so it goes at the first press.
    expect(page.locator(f"[name='{SHOWN}']")).not_to_have_value("")
    assert axe(page) == []
    page.fill("[name='form.widgets.contact_name']", "Uta Ohne")
    page.fill("[name='form.widgets.contact_email']", EMAIL)
    page.get_by_role("button", name="Melden", exact=True).press("Enter")
    says(page, "Bitte sehen Sie in Ihr Postfach")
    transaction.begin()
    page.goto(local(link_in(letters_to(portal, EMAIL)[-1]), demo_url))
    assert axe(page) == []
    look(page, "7-confirm-report")
    press(page, "Anfrage jetzt abschicken")
    says(page, "Noch arbeitet niemand daran.")
    assert "key=" not in page.url
    page.get_by_label("Ihre Nachricht").fill("Es ist der im Saal.")
    press(page, "Nachricht senden")
    says(page, "Es ist der im Saal.")
    assert axe(page) == []
    look(page, "8-own-report")
    transaction.begin()
    wide = new_page()
    wide.goto(local(link_in(letters_to(portal, EMAIL)[-1]), demo_url))
    look(wide, "9-own-report-wide")
    assert axe(wide) == []
