"""An application of somebody without an account, by the doors that people use."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.coworking.outside import operations
from kommunalhub.notices.box import store_of
from people import browser as open_browser
from plone import api

import pytest
import re
import transaction


NAME, EMAIL = "Uta Ohne", "uta@example.org"


def letters_to(portal, email=EMAIL):
    """Return the letters that wait for an address, the newest last."""
    store = store_of(portal)
    kept = store.outbox.mails.values() if store is not None else ()
    return [mail.letter for mail in kept if mail.letter.recipient == email]


def link_in(letter):
    return re.search(r"https?://\S+key=\S+", letter.text)[0]


def token_in(page):
    """Return what proves that a form is one of ours."""
    return re.search(r'name="_authenticator"\s+type="hidden"\s+value="(\w+)"', page)[1]


def workday(days):
    """Return a Monday to Friday so many days ahead, or the next one after."""
    day = formatting.to_local(formatting.now()).date() + timedelta(days=days)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


def fill(page, **fields):
    values = {
        "applicant_kind": ["startup"],
        "organisation": "Seeblick Software UG",
        "contact_name": NAME,
        "contact_email": EMAIL,
        "contact_phone": "04361 498-0",
        "space_kind": ["desk"],
        "start": workday(1).isoformat(),
        "end": workday(40).isoformat(),
        "weekdays:list": ["mon", "tue", "wed", "thu", "fri"],
        "purpose": "Wir entwickeln eine App für Gästekarten.",
        "house_rules:list": ["selected"],
        "privacy:list": ["selected"],
        **fields,
    }
    for name, value in values.items():
        page.getControl(name=f"form.widgets.{name}").value = value


def set_up(portal):
    """Let mails be sent; no other site's address may stand in them."""
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    api.portal.set_registry_record("plone.portal_timezone", "Europe/Berlin")


@pytest.fixture
def open_web(hub, web):
    """The site behind a web server, with a desk."""
    set_up(web)
    hub.add_space(web, check_in=30)
    transaction.commit()
    return web


def apply(functional, web, **fields):
    """Return the browser of who applied and confirmed, at the page of the application."""
    page = open_browser(functional)
    page.open(f"{web.absolute_url()}/co-working/@@antrag-ohne-konto")
    fill(page, **fields)
    page.getControl(name="form.buttons.send").click()
    transaction.begin()
    page.open(link_in(letters_to(web)[-1]))
    page.getControl("Antrag jetzt abschicken").click()
    transaction.begin()
    return page


def case_in(web):
    """Return the only application, afresh."""
    transaction.begin()
    [case] = web["co-working"]["antraege"].objectValues()
    return case


def add_case(portal, hub, **fields):
    """Return (application, id of its guest), handed in; for tests without a browser."""
    values = {
        **hub.FIELDS,
        "contact_name": NAME,
        "contact_email": EMAIL,
        "start": hub.in_days(1),
        "end": hub.in_days(40),
        "persons": 1,
        "weekdays": {"mon", "tue", "wed", "thu", "fri"},
        **fields,
    }
    guest_id = operations.confirm(operations.UNCONFIRMED.keep(values), values)
    return operations.case_of(guest_id), guest_id
