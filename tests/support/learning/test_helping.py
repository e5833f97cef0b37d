"""Answers before the ticket: found, shown once before it is sent, and counted without a person."""

from html import unescape
from kommunalhub.core.tally import flushing
from kommunalhub.core.tally import operations as tally
from kommunalhub.search.gaps import operations as gaps
from kommunalhub.support.learning import helping
from kommunalhub.support.learning import questions
from lxml import html
from support.learning.shelf import flush
from support.learning.shelf import material

import pytest
import transaction


@pytest.fixture
def site(web):
    yield web.absolute_url()
    flushing.buffer.take(flushing.place_of(web))


def tickets(web):
    """Return what was reported; devices and disturbances have their places there too."""
    return [obj for obj in web["support"].objectValues() if obj.portal_type == "SupportTicket"]


def text(browser):
    return " ".join(unescape(browser.contents).split())


def typed(browser, site, title):
    browser.open(f"{site}/@@stoerung-melden")
    browser.getControl(name="form.widgets.title").value = title
    return browser


def send(browser):
    browser.getControl(name="form.buttons.report").click()
    return text(browser)


def helped(browser, uid):
    """Press the button of a place; the test browser knows no button with an address of its own."""
    page = html.fromstring(browser.contents)
    [button] = page.xpath("//button[@name='helped'][@form='form']")
    token = page.xpath("//form[@id='form']//input[@name='_authenticator']/@value")[0]
    browser.post(button.get("formaction"), f"helped={uid}&_authenticator={token}")


def test_what_may_help_is_found_in_materials_alone(hub, functional, site, web, clock):
    hub.report(web)  # what somebody has reported helps nobody
    transaction.commit()
    browser = hub.browser(functional, "mia")
    browser.open(f"{site}/support/@@may-help?q=Dr")
    assert text(browser) == ""
    browser.open(f"{site}/support/@@may-help?q=Drucker")
    assert "Nichts gefunden, was sofort hilft." in text(browser)
    material(web, "Drucker: erste Hilfe")
    transaction.commit()
    browser.open(f"{site}/support/@@may-help?q=Drucker")
    assert "1 Stelle, die helfen kann." in text(browser)
    assert "Drucker: erste Hilfe" in text(browser)


def test_without_a_script_it_is_shown_once_before_it_is_sent(hub, functional, site, web, clock):
    found = material(web, "Drucker: erste Hilfe")
    material(web, "Drucker im Bau", state="draft")
    transaction.commit()
    browser = typed(hub.browser(functional, "mia"), site, "Drucker geht nicht")
    assert "Bevor Sie melden: Das hilft vielleicht sofort" in send(browser)
    assert "Drucker: erste Hilfe" in text(browser)
    assert "Drucker im Bau" not in text(browser)
    assert browser.getControl(name="shown").value == found.UID()
    assert browser.getControl(name="form.widgets.title").value == "Drucker geht nicht"
    assert not tickets(web)
    assert "Danke, der Support hat Ihre Meldung." in send(browser)
    transaction.begin()
    assert len(tickets(web)) == 1


def test_nobody_is_held_up_where_nothing_is_found(hub, functional, site, web, clock):
    browser = typed(hub.browser(functional, "mia"), site, "Drucker geht nicht")
    assert "Danke, der Support hat Ihre Meldung." in send(browser)


def test_that_it_helped_is_counted_and_nothing_of_whom(hub, functional, site, web, clock):
    found = material(web, "Drucker: erste Hilfe")
    transaction.commit()
    browser = typed(hub.browser(functional, "mia"), site, "Drucker geht nicht")
    helped(browser, send(browser) and found.UID())
    assert "Schön, dass es geholfen hat" in text(browser)
    assert not tickets(web)
    flush()
    assert dict(tally.totals(web, helping.HELPED)) == {found.UID(): 1}
    [week] = tally.periods(web, helping.HELPED)
    assert week == "2026-11-30"


def test_only_what_may_be_seen_is_counted_and_only_from_a_form(hub, functional, site, web, clock):
    hidden = material(web, "Drucker im Bau", state="draft")
    shown = material(web, "Drucker: erste Hilfe")
    transaction.commit()
    browser = hub.browser(functional, "mia")
    for uid in (hidden.UID(), "no-such", ""):
        send(typed(browser, site, "Drucker"))
        helped(browser, uid)
    browser.open(f"{site}/support/@@helped?helped={shown.UID()}")
    session = hub.visitor("mia")
    assert session.post(f"{site}/support/@@helped", data={"helped": shown.UID()}).status_code == 403
    flush()
    assert dict(tally.totals(web, helping.HELPED)) == {}


def test_questions_without_an_answer_are_listed_like_searches(hub, functional, site, web, clock):
    material(web, "Drucker: erste Hilfe")
    transaction.commit()
    browser = hub.browser(functional, "mia")
    for _number in range(3):
        send(typed(browser, site, f"Beamer flimmert{'!' * _number}"))
    for name in ("Petersen", "mia@example.org"):
        send(typed(browser, site, f"Frau {name} braucht ein Postfach"))
    answered = typed(browser, site, "Drucker geht nicht")
    send(answered)
    send(answered)
    flush()
    [line] = gaps.lines(web, questions.QUESTIONS)
    assert (line.text, line.count) == ("Beamer flimmert", 3)
    assert gaps.lines(web) == []
    page = hub.browser(functional, "hilde")
    page.open(f"{site}/@@search-gaps")
    assert "Fragen ohne Antwort" in text(page)
    page.getControl("Erledigt").click()
    assert "Beamer flimmert" not in text(page)
