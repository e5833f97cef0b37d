"""A ticket of somebody without an account, by the doors that people use."""

from coworking.outside.conftest import letters_to
from coworking.outside.conftest import link_in
from coworking.outside.conftest import set_up
from kommunalhub.support.outside import operations
from people import browser as open_browser

import pytest
import transaction


NAME, EMAIL = "Uta Ohne", "uta@example.org"
TITLE = "Der Beamer zeigt kein Bild"


def tickets_in(portal):
    """Return the tickets of the section."""
    things = portal["support"].objectValues()
    return [one for one in things if one.portal_type == "SupportTicket"]


def add_ticket(**fields):
    """Return (ticket, id of its guest), confirmed; for tests without a browser."""
    values = {"title": TITLE, "contact_name": NAME, "contact_email": EMAIL, **fields}
    guest_id = operations.confirm(operations.UNCONFIRMED.keep(values), values)
    return operations.ticket_of(guest_id), guest_id


def fill(page, **fields):
    values = {
        "title": TITLE,
        "description": "Seit heute früh.",
        "urgency": ["stuck"],
        "contact_name": NAME,
        "contact_email": EMAIL,
        **fields,
    }
    for name, value in values.items():
        page.getControl(name=f"form.widgets.{name}").value = value


def report(functional, web, **fields):
    """Return the browser of who reported and confirmed, at the page of the ticket."""
    page = open_browser(functional)
    page.open(f"{web.absolute_url()}/support/@@stoerung-ohne-konto")
    fill(page, **fields)
    page.getControl(name="form.buttons.send").click()
    transaction.begin()
    page.open(link_in(letters_to(web)[-1]))
    page.getControl("Anfrage jetzt abschicken").click()
    transaction.begin()
    return page


@pytest.fixture
def open_web(web):
    """The site behind a web server, which sends mails."""
    set_up(web)
    transaction.commit()
    return web
