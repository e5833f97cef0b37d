"""A workshop from its plan to the certificate, each step as the person it belongs to.

The trainer sits at a desk, staff have a phone, one of them a keyboard alone and the dark look; an
outsider without JavaScript verifies. axe finds nothing on the pages on the way.
"""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.formatting import BERLIN
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.notices.box import store_of
from kommunalhub.workshops import certificates
from playwright.sync_api import expect
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.interface import alsoProvides

import pytest
import re
import transaction


DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
PEOPLE = {
    "trainer": ["hub-trainers"],
    "malente-pruefung": ["malente-staff", "malente-reviewers"],
    "malente-mitarbeit": ["malente-staff"],
    "lensahn-mitarbeit": ["lensahn-staff"],
    "oldenburg-mitarbeit": ["oldenburg-staff"],
    "dataport-mitarbeit": ["dataport-staff"],
}
TITLE = "Rechnungen digital"
START = datetime(formatting.now().year + 1, 3, 2, 9, tzinfo=BERLIN)


@pytest.fixture
def hub(sections, functional, new_page, person, login):
    """Return a function that opens a browser as a person, with the hall there to be booked."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    api.portal.set_registry_record("plone.portal_timezone", "Europe/Berlin")
    with as_builder(portal):
        hall = api.content.create(
            portal["co-working"], "Space", "halle", title="Halle", kind="hall", horizon=730
        )
        api.content.transition(hall, to_state="public")
    transaction.commit()
    for name, groups in PEOPLE.items():
        person(name, groups, fullname=name.replace("-", " ").title())

    def enter(name, **kind):
        page = new_page(**kind)
        page.set_default_timeout(60_000)
        login(page, name) if name else None
        return page

    return enter


def decide(page, step):
    """Take a step that stands among those to be opened first, or at once."""
    more = page.locator("summary", has_text="Was Sie außerdem tun können")
    if more.count():
        more.click()
    page.get_by_role("button", name=step, exact=True).click()


def mail_to(portal, name, words):
    """Return the newest letter to a person that says these words."""
    transaction.begin()
    letters = [mail.letter for mail in store_of(portal).outbox.mails.values()]
    found = [one for one in letters if one.recipient.startswith(name) and words in one.subject]
    return found[-1]


def test_from_the_plan_to_the_certificate(hub, functional, base_url, axe, monkeypatch):
    portal = functional["portal"]
    trainer = hub("trainer")
    trainer.goto(f"{base_url}/@@workshop-planen")
    trainer.get_by_label("Titel", exact=True).fill(TITLE)
    trainer.get_by_label(re.compile("Malente")).first.check()
    trainer.locator("[name='form.widgets.IEventBasic.start']").fill(f"{START:%Y-%m-%dT%H:%M}")
    end = START + timedelta(hours=3)
    trainer.locator("[name='form.widgets.IEventBasic.end']").fill(f"{end:%Y-%m-%dT%H:%M}")
    trainer.locator("select[name^='form.widgets.space']").select_option(label="Halle")
    trainer.locator("[name='form.widgets.capacity']").fill("3")
    trainer.locator("#form-buttons-submit").click()
    expect(trainer.locator("main")).to_contain_text("Der Workshop ist eingereicht.")
    expect(trainer.locator("main")).to_contain_text("Halle")
    address = trainer.url.partition("?")[0].partition("#")[0]

    reviewer = hub("malente-pruefung")
    reviewer.goto(address)
    reviewer.get_by_role("button", name="Veröffentlichen", exact=True).click()
    expect(reviewer.locator("ol.line [aria-current=step]")).to_contain_text("Anmeldung offen")

    # three partners on the phone: with a finger, by keyboard in the dark, without JavaScript
    finger = hub("malente-mitarbeit", viewport=PHONE)
    finger.goto(address)
    finger.get_by_role("button", name="Mich anmelden").click()
    keys = hub("lensahn-mitarbeit", viewport=PHONE, scheme="dark")
    keys.goto(address)
    keys.get_by_role("button", name="Mich anmelden").focus()
    keys.keyboard.press("Enter")
    plain = hub("oldenburg-mitarbeit", viewport=PHONE)
    plain.goto(address)
    plain.get_by_role("button", name="Mich anmelden").click()
    for page in (finger, keys, plain):
        expect(page.locator("#platz")).to_contain_text("Sie haben einen Platz")
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    # it is full; the next one waits
    waiting = hub("dataport-mitarbeit", viewport=PHONE, scheme="dark")
    waiting.goto(address)
    waiting.get_by_role("button", name="Mich auf die Warteliste setzen").click()
    expect(waiting.locator("#platz")).to_contain_text("Platz 1 der Warteliste")
    assert axe(waiting) == []

    # a place is given back; the offer comes by mail and is taken
    plain.get_by_role("button", name="Platz zurückgeben").click()
    offer = mail_to(portal, "dataport-mitarbeit", "Ein Platz ist für Sie frei")
    [link] = set(re.findall(r"https?://\S+/workshops/[\w-]+", offer.text))
    waiting.goto(base_url + link.partition(portal.getId())[2])
    waiting.get_by_role("button", name="Platz annehmen").click()
    expect(waiting.locator("#platz")).to_contain_text("Sie haben einen Platz")

    # on the day the list is ticked on a phone
    monkeypatch.setattr(formatting, "now", lambda: START.astimezone(UTC) + timedelta(minutes=5))
    list_ = hub("trainer", viewport=PHONE)
    list_.goto(f"{address}/@@teilnehmende")
    assert axe(list_) == []
    for name in ("Malente Mitarbeit", "Dataport Mitarbeit"):
        list_.get_by_role("button", name=re.compile(rf"War da\s*: {name}")).click()
    list_.goto(address)
    decide(list_, "Anmeldung schließen")
    # hours later somebody who did nothing meanwhile signs in again
    monkeypatch.setattr(formatting, "now", lambda: end.astimezone(UTC) + timedelta(minutes=5))
    list_ = hub("trainer", viewport=PHONE)
    list_.goto(address)
    decide(list_, "Als durchgeführt eintragen")
    expect(list_.locator("ol.line [aria-current=step]")).to_contain_text("Durchgeführt")

    # the certificate is downloaded, and verified by somebody from outside without JavaScript
    finger = hub("malente-mitarbeit", viewport=PHONE)
    finger.goto(f"{base_url}/@@meine-bescheinigungen")
    answer = finger.request.get(finger.get_by_role("link", name=TITLE).get_attribute("href"))
    assert answer.body().startswith(b"%PDF")
    transaction.begin()
    [found] = certificates.held_by(portal, "user:malente-mitarbeit")
    outsider = hub(None, script=False)
    outsider.goto(f"{base_url}/@@bescheinigung-pruefen")
    outsider.locator("[name=number]").fill(found.number)
    outsider.locator("[name=code]").fill(found.code)
    outsider.locator("main button[type=submit]").click()
    expect(outsider.locator("main")).to_contain_text("Malente Mitarbeit")
    assert certificates.held_by(portal, "user:lensahn-mitarbeit") == []
