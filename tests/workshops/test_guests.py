"""People of other hubs: by a link of their hub they say who they are, and have a seat by a mail."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.workshops import guests
from kommunalhub.workshops import letters
from kommunalhub.workshops import outsiders
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops.operations import Applicant
from kommunalhub.workshops.sharing import SharedWorkshop

import pytest
import re
import transaction


@pytest.fixture
def workshop(hub, web):
    """An internal one with two seats for people of other hubs."""
    workshop = hub.add_workshop(web, capacity=3, hub_seats=2, program="Geheimes Programm")
    transaction.commit()
    return workshop


@pytest.fixture
def link(workshop):
    """Return a function that makes a link of Wilster's for one person."""

    def link(admission="one"):
        transaction.begin()
        made = guests.WorkshopGuests().address(workshop, "Hub Wilster", admission)
        transaction.commit()
        return made

    return link


def asked(hub, functional, link, name="Uta Fremd"):
    """Return the page after somebody has sent the form that a link leads to."""
    page = hub.browser(functional)
    page.open(link)
    page.getControl("Vor- und Nachname").value = name
    page.getControl("E-Mail-Adresse").value = f"{name.split()[0].lower()}@wilster.example"
    page.getControl("Link zusenden").click()
    return page


def confirmation(hub, web, name="uta"):
    transaction.begin()
    mails = [one for one in hub.mails(web) if one.recipient == f"{name}@wilster.example"]
    return re.search(rf"http\S+/@@{letters.GUEST_CONFIRM_PAGE}\?key=\S+", mails[0].text)[0]


def test_from_the_link_to_the_seat(hub, functional, web, workshop, link):
    page = asked(hub, functional, link())
    assert "Postfach" in page.text
    address = confirmation(hub, web)
    page.open(address)
    assert "Uta Fremd" in page.text and "Geheimes Programm" not in page.text
    for _time in range(2):  # sent twice is once
        page.open(address)
        page.getControl("Jetzt anmelden").click()
        assert "Sie haben einen Platz." in page.text
    transaction.begin()
    [one] = storage.book_of(workshop).all()
    assert (one.state, one.hub, one.partner) == (rules.REGISTERED, "Hub Wilster", "")
    trude = hub.browser(functional, "trude")
    trude.open(f"{workshop.absolute_url()}/@@teilnehmende")
    assert "aus Hub Wilster" in trude.text


def test_one_link_is_good_for_one(hub, functional, web, workshop, link):
    for name in ("Uta Fremd", "Udo Fremd"):
        page = asked(hub, functional, link("same"), name)
        page.open(confirmation(hub, web, name.split()[0].lower()))
        page.getControl("Jetzt anmelden").click()
    assert "Mit diesem Link Ihres Hubs" in page.text
    transaction.begin()
    assert len(storage.book_of(workshop).all()) == 1


def test_the_link_of_a_mail_asks_for_no_more_seats(hub, functional, web, workshop, link):
    asked(hub, functional, link())
    address = confirmation(hub, web)
    page = hub.browser(functional)
    page.handleErrors, page.raiseHttpErrors = True, False
    page.open(address.replace(letters.GUEST_CONFIRM_PAGE, letters.GUEST_PAGE))
    assert page.headers["Status"].startswith("404")


def test_who_comes_too_late_waits(hub, functional, web, workshop, link):
    for number in range(2):
        applicant = Applicant(f"P{number}", f"p{number}@x.example", hub="W", admission=str(number))
        outsiders.confirm(workshop, applicant)
    transaction.commit()
    page = asked(hub, functional, link())
    page.open(link("two"))
    assert "auf die Warteliste" in page.text
    page.open(confirmation(hub, web))
    page.getControl("Jetzt anmelden").click()
    assert "Warteliste" in page.text


def test_what_is_over_is_said(hub, functional, web, workshop, link, monkeypatch):
    good = link()
    page = hub.browser(functional)
    page.handleErrors, page.raiseHttpErrors = True, False
    page.open(good)
    later = formatting.now() + timedelta(hours=2)
    with monkeypatch.context() as patch:
        patch.setattr(formatting, "now", lambda: later)
        page.getControl("Link zusenden").click()
        assert page.headers["Status"].startswith("404") and "gilt nicht mehr" in page.text
    asked(hub, functional, good)
    address = confirmation(hub, web)
    with monkeypatch.context() as patch:
        patch.setattr(formatting, "now", lambda: later + timedelta(days=3))
        page.open(address)
        assert "gilt nicht mehr" in page.text
    transaction.begin()
    workshop.hub_seats = 0
    transaction.commit()
    page.open(good)
    assert "keine Plätze mehr" in page.text
    page.open(address)
    page.getControl("Jetzt anmelden").click()
    assert "keine Plätze mehr" in page.text
    transaction.begin()
    workshop.hub_seats = 2
    with hub.As("trude"):
        hub.step(workshop, "cancel", "Krank")
    transaction.commit()
    page.open(good)
    assert "beendet" in page.text
    page.open(address)
    page.getControl("Jetzt anmelden").click()
    assert "beendet" in page.text
    transaction.begin()
    assert not storage.book_of(workshop).all()


@pytest.mark.parametrize(
    ("is_public", "seats", "leaves"), [(True, 0, True), (False, 1, True), (False, 0, False)]
)
def test_what_other_hubs_learn_of(hub, portal, is_public, seats, leaves):
    workshop = hub.add_workshop(portal, is_public=is_public, hub_seats=seats)
    shared = SharedWorkshop()
    assert shared.fits(workshop) is leaves
    assert shared.content(workshop).seats == seats
