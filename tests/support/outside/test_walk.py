"""Somebody without an account reports a problem and follows it, at the pages."""

from coworking.outside.conftest import letters_to
from coworking.outside.conftest import link_in
from coworking.outside.conftest import token_in
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.security.guests import operations as guests
from kommunalhub.support.desk import talk
from kommunalhub.support.desk.secondlevel import operations as second
from kommunalhub.support.learning import helping
from people import add_people
from people import browser as open_browser
from plone import api
from support.outside.conftest import EMAIL
from support.outside.conftest import fill
from support.outside.conftest import NAME
from support.outside.conftest import report
from support.outside.conftest import tickets_in
from support.outside.conftest import TITLE

import pytest
import transaction


@pytest.fixture
def page(functional, open_web):
    """The browser of who has just reported something."""
    return report(functional, open_web)


def ticket_in(web):
    """Return the only ticket, afresh."""
    transaction.begin()
    [ticket] = tickets_in(web)
    return ticket


def test_nothing_reaches_support_before_the_address_is_confirmed(functional, open_web):
    page = open_browser(functional)
    page.open(f"{open_web.absolute_url()}/@@stoerung-melden")
    page.getLink("Ohne Konto melden").click()
    fill(page)
    page.getControl(name="form.buttons.send").click()
    assert "Bitte sehen Sie in Ihr Postfach" in page.text
    transaction.begin()
    [letter] = letters_to(open_web)
    page.open(link_in(letter))
    assert TITLE in page.text and "Seit heute früh." in page.text
    transaction.begin()
    assert tickets_in(open_web) == []
    page.getControl("Anfrage jetzt abschicken").click()
    assert page.url.endswith("/support/@@meine-anfrage")
    assert "Noch arbeitet niemand daran." in page.text
    ticket = ticket_in(open_web)
    assert (ticket.title, ticket.urgency, ticket.partner) == (TITLE, "stuck", "oldenburg")
    assert IJournal(ticket).last("created")["names"][ticket.Creator()] == NAME
    told = letters_to(open_web)[-1]
    assert ticket.case_number in told.subject and "/support/@@meine-anfrage?key=" in told.text
    page.open(link_in(letter))
    page.getControl("Zu Ihrer Anfrage").click()
    assert page.url.endswith("/support/@@meine-anfrage")
    assert len(tickets_in(open_web)) == 1


def test_programs_and_what_is_wrong_send_no_mail(functional, open_web):
    page = open_browser(functional)
    page.open(f"{open_web.absolute_url()}/support/@@stoerung-ohne-konto")
    fill(page, contact_email="keine Adresse", title="")
    page.raiseHttpErrors = False
    page.getControl(name="form.buttons.send").click()
    assert page.headers["Status"].startswith("400")
    assert "Bitte prüfen Sie die E-Mail-Adresse" in page.text
    fill(page)
    page.getControl(name="website").value = "https://example.org"
    page.getControl(name="form.buttons.send").click()
    assert "Bitte sehen Sie in Ihr Postfach" in page.text
    assert letters_to(open_web) == []


def test_a_conversation_with_a_file_a_solution_and_no_note(hub, open_web, page):
    ticket = ticket_in(open_web)
    hub.step(ticket, "sven", "wait", "Welcher Beamer ist es?")
    with hub.As("sven"):
        conversation.write_note(ticket, "Geheimer Verdacht: das Kabel.")
    transaction.commit()
    letter = letters_to(open_web)[-1]
    assert ticket.case_number in letter.subject
    visitor = hub.visitor()
    said = visitor.get(link_in(letter)).text
    assert "Welcher Beamer ist es?" in said and "Der Support wartet auf Ihre Antwort." in said
    assert "Verdacht" not in said
    url = f"{open_web.absolute_url()}/support/@@meine-anfrage"
    answer = {"act": "write", "text": "Der im Saal.", "_authenticator": token_in(said)}
    bad = {"files": ("bild.exe", b"MZ", "image/png")}
    refused = visitor.post(url, data=answer, files=bad)
    assert refused.status_code == 400 and "bild.exe" in refused.text
    assert hub.state(ticket_in(open_web)) == "waiting"
    paper = {"files": ("bild.pdf", b"%PDF-1.4 x", "application/pdf")}
    assert "Der im Saal." in visitor.post(url, data=answer, files=paper).text
    ticket = ticket_in(open_web)
    assert hub.state(ticket) == "assigned"
    [name] = ticket.objectIds()
    found = visitor.get(url, params={"document": name})
    assert (found.content, found.headers["Cache-Control"]) == (b"%PDF-1.4 x", "no-store")
    before = len(IJournal(ticket))
    more = answer | {"text": "Noch etwas."}
    assert visitor.post(url, data=more).status_code == 200
    assert visitor.post(url, data=more).status_code == 200  # pressed twice
    ticket = ticket_in(open_web)
    assert len(IJournal(ticket)) == before + 1
    hub.step(ticket, "sven", "resolve", "Das Kabel war lose.")
    transaction.commit()
    again = {"act": "reopen", "comment": "", "_authenticator": token_in(said)}
    assert visitor.post(url, data=again).status_code == 400
    assert "wieder offen" in visitor.post(url, data=again | {"comment": "Nein."}).text
    assert "geschlossen" in visitor.post(url, data=again | {"act": "close"}).text
    assert hub.state(ticket_in(open_web)) == "closed"
    assert visitor.post(url, data=more).status_code in (400, 403)


def test_a_lost_link_is_sent_again_and_a_blocked_one_leads_nowhere(functional, open_web, page):
    ticket = ticket_in(open_web)
    for email in ("niemand@example.org", EMAIL):
        page.open(f"{open_web.absolute_url()}/support/@@anfrage-link")
        page.getControl(name="email").value = email
        page.getControl("Link zusenden").click()
        assert f"Wenn es zu {email} eine Anfrage gibt" in page.text
    transaction.begin()
    letter = letters_to(open_web)[-1]
    assert letter.subject == f"Ihr Link zur Anfrage {ticket.case_number}"
    page.open(link_in(letter))
    page.getControl(name="sure").value = ["1"]
    page.raiseHttpErrors = False
    page.getControl("Jetzt sperren").click()
    other = open_browser(functional)
    other.raiseHttpErrors = False
    other.open(link_in(letter))
    assert other.headers["Status"].startswith("404")
    assert "Dieser Link führt zu keiner Anfrage" in other.text
    transaction.begin()
    guest_id = ticket.Creator()
    with api.env.adopt_roles(["Manager"]):
        open_web["support"].manage_delObjects([ticket.getId()])
    assert guests.get(guest_id) is None


def test_support_sees_that_there_is_no_account(hub, functional, open_web, page):
    support = hub.browser(functional, "sven")
    support.open(ticket_in(open_web).absolute_url())
    assert EMAIL in support.text and "Ohne Konto gemeldet" in support.text


def test_what_may_help_is_shown_once_and_only_what_is_public(functional, open_web, monkeypatch):
    found = [helping.Place("uid-1", "Beamer: Kabel prüfen", "https://hub.example.org/beamer")]
    monkeypatch.setattr(helping, "places", lambda *_: found)
    page = open_browser(functional)
    page.open(f"{open_web.absolute_url()}/support/@@stoerung-ohne-konto")
    fill(page)
    page.getControl(name="form.buttons.send").click()
    assert "Beamer: Kabel prüfen" in page.text and letters_to(open_web) == []
    assert "Das hat geholfen" not in page.text  # counts accounts alone
    page.getControl(name="form.buttons.send").click()
    assert "Bitte sehen Sie in Ihr Postfach" in page.text


def test_a_ticket_is_taken_into_an_account_of_the_same_address(functional, hub, open_web, page):
    ticket, former = ticket_in(open_web), ticket_in(open_web).Creator()
    hub.step(ticket, "sven", "wait", "Welcher Beamer ist es?")
    with api.env.adopt_roles(["Manager"]):
        add_people({"uta": (NAME, []), "otto": ("Otto Other", [])})
    transaction.commit()
    link = link_in(letters_to(open_web)[-1])
    other = hub.browser(functional, "otto")
    other.open(link)
    assert "In mein Konto übernehmen" not in other.text
    own = hub.browser(functional, "uta")
    own.open(link)
    own.getControl("In mein Konto übernehmen").click()
    assert own.url == ticket.absolute_url() and "gehört jetzt zu Ihrem Konto" in own.text
    assert "Welcher Beamer ist es?" in own.text
    ticket = ticket_in(open_web)
    assert (ticket.Creator(), guests.get(former)) == ("uta", None)
    other.raiseHttpErrors = False
    other.open(link)
    assert other.headers["Status"].startswith("404")
    hub.step(ticket, "uta", "answer", "Der im Saal.")
    assert {row["side"] for row in talk.talk_of([ticket])} == {"asks", "helps"}


def test_a_guest_says_whether_data_goes_to_the_second_level(hub, open_web, page):
    ticket = ticket_in(open_web)
    with hub.As("sven"):
        second.ask_consent(ticket)
    transaction.commit()
    url = f"{open_web.absolute_url()}/support/@@meine-anfrage"
    page.open(url)
    page.getControl("Ja, meine Angaben dürfen mitgehen").click()
    assert page.url == url and "Ihre Angaben dürfen mitgehen" in page.text
    with hub.As("sven"):
        lines, whole = second.preview(ticket_in(open_web), "Bitte helfen.")
    assert whole and {NAME, EMAIL} <= {line.text for line in lines}
    page.getControl("Einwilligung zurücknehmen").click()
    with hub.As("sven"):
        lines, whole = second.preview(ticket_in(open_web), "Bitte helfen.")
    assert not whole and {NAME, EMAIL}.isdisjoint({line.text for line in lines})
