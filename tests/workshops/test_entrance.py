"""Check-in by code: for trainers alone, and again without harm."""

from html import unescape
from kommunalhub.core.tools import site
from kommunalhub.workshops import entrance
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import storage
from kommunalhub.workshops.operations import Applicant

import pytest
import re
import transaction


@pytest.fixture
def workshop(hub, web):
    workshop = hub.add_workshop(web, is_public=True, capacity=2)
    hub.register(workshop, "mia")
    operations.register(workshop, Applicant("Uta Ohne", "uta@example.org", needs="Rampe"))
    hub.register(workshop, "max")
    transaction.commit()
    return workshop


def text(browser):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", browser.contents)))


def page(workshop, number):
    return f"{workshop.absolute_url()}/@@einlass?key={entrance.key_of(workshop, number)}"


def attended(workshop):
    transaction.begin()
    return [one.attended for one in storage.book_of(workshop).all()]


def test_who_has_a_seat_shows_a_code(hub, functional, web, workshop):
    browser = hub.browser(functional, "mia")
    browser.open(workshop.absolute_url())
    assert "Ihr Code für den Einlass" in text(browser)
    assert 'class="code"' in browser.contents
    browser = hub.browser(functional, "max")  # waits
    browser.open(workshop.absolute_url())
    assert "Ihr Code" not in text(browser)
    browser = hub.browser(functional)
    browser.open(letters.link_by_key(site(), workshop, 2))
    assert "Ihr Code für den Einlass" in text(browser)
    one = storage.book_of(workshop).get(2)
    code = entrance.code_for(site(), workshop, one, "published")
    assert code.text.endswith(page(workshop, 2).rpartition("/")[2])
    mail = next(mail for mail in hub.mails(web) if mail.recipient == "uta@example.org")
    assert "Code für den Einlass" in mail.text
    assert "meine-anmeldung" in mail.calendar.replace("\r\n ", "")


def test_a_scan_and_a_press_note_who_is_here_once(hub, functional, workshop):
    first, second = (hub.browser(functional, "trude") for _n in range(2))
    for browser in (first, second):
        browser.open(page(workshop, 2))
        assert "Uta Ohne" in text(browser)
        assert "Rampe" in text(browser)
    first.getControl("Ist da").click()
    assert "ist da" in text(first)
    changes = storage.book_of(workshop).changes
    second.getControl("Ist da").click()  # an answer got lost, and it is sent again
    assert "1 von 2 sind da" in text(second)
    assert attended(workshop) == [None, True, None]
    assert storage.book_of(workshop).changes == changes
    first.open(page(workshop, 3))
    assert "Diese Person hat zurzeit keinen Platz." in text(first)
    first.open(page(workshop, 2)[:-2] + "xx")
    assert "Dieser Code gehört zu niemandem" in text(first)
    assert attended(workshop) == [None, True, None]


def test_a_code_opens_nothing_to_others(hub, functional, workshop):
    for who in (None, "mia", "rita", "gesa"):
        answer = hub.rest(who).get(page(workshop, 2), allow_redirects=False)
        assert answer.status_code in (302, 401, 403), who
        assert "Uta" not in answer.text
    own = f"{site().absolute_url()}/@@meine-anmeldung"
    answer = hub.visitor(None).get(own, params={"key": entrance.key_of(workshop, 2)})
    assert answer.status_code == 404


def test_looking_at_a_code_writes_nothing(hub, functional, workshop):
    connection = workshop._p_jar
    before = connection.db().storage.lastTransaction()
    answer = hub.visitor("mia").get(workshop.absolute_url())
    assert "Einlass" in answer.text
    assert connection.db().storage.lastTransaction() == before
