"""Somebody without an account applies, follows the application and books, at the pages."""

from coworking.outside.conftest import apply
from coworking.outside.conftest import case_in
from coworking.outside.conftest import EMAIL
from coworking.outside.conftest import fill
from coworking.outside.conftest import letters_to
from coworking.outside.conftest import link_in
from coworking.outside.conftest import NAME
from coworking.outside.conftest import token_in
from coworking.outside.conftest import workday
from decimal import Decimal
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.booking import operations as booking
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.security.guests import operations as guests
from people import browser as open_browser

import pytest
import re
import transaction


@pytest.fixture
def page(functional, open_web):
    """The browser of who has just applied."""
    return apply(functional, open_web)


def decided(hub, web, *steps):
    """Take steps on the only application as the people who may, and commit."""
    case = case_in(web)
    for who, verb in steps:
        if verb in ("approve", "reject"):
            hub.vote(case, who, verb, "Begründung")
        else:
            hub.step(case, who, verb, "Bitte den Zweck genauer beschreiben.")
    transaction.commit()
    return case


APPROVED = (("otto", "start_consent"), ("otto", "approve"), ("dora", "approve"))


def test_nothing_reaches_the_hub_before_the_address_is_confirmed(functional, open_web):
    page = open_browser(functional)
    page.open(f"{open_web.absolute_url()}/co-working/@@antrag-ohne-konto")
    fill(page)
    page.getControl(name="form.buttons.send").click()
    assert "Bitte sehen Sie in Ihr Postfach" in page.text
    transaction.begin()
    assert open_web["co-working"]["antraege"].objectIds() == []
    [letter] = letters_to(open_web)
    assert "bestätigen" in letter.subject
    page.open(link_in(letter))
    assert "Seeblick Software UG" in page.text
    transaction.begin()
    assert open_web["co-working"]["antraege"].objectIds() == []
    page.getControl("Antrag jetzt abschicken").click()
    assert page.url.endswith("/co-working/@@mein-antrag")
    assert "Ihr Antrag ist abgeschickt." in page.text
    case = case_in(open_web)
    assert (case.contact_email, case.organisation) == (EMAIL, "Seeblick Software UG")
    assert [entry["names"].get(case.Creator()) for entry in IJournal(case)] == [NAME, NAME]
    page.open(link_in(letter))
    page.getControl("Zu Ihrem Antrag").click()
    assert page.url.endswith("/co-working/@@mein-antrag")
    assert len(open_web["co-working"]["antraege"].objectIds()) == 1


def test_programs_and_what_is_wrong_send_no_mail(functional, open_web):
    page = open_browser(functional)
    page.open(f"{open_web.absolute_url()}/co-working/@@antrag-ohne-konto")
    fill(page, contact_email="keine Adresse", organisation="")
    page.raiseHttpErrors = False
    page.getControl(name="form.buttons.send").click()
    assert page.headers["Status"].startswith("400")
    assert "Bitte prüfen Sie die E-Mail-Adresse" in page.text
    assert "Bitte geben Sie den Namen Ihrer Organisation an" in page.text
    fill(page)
    page.getControl(name="website").value = "https://example.org"
    page.getControl(name="form.buttons.send").click()
    assert "Bitte sehen Sie in Ihr Postfach" in page.text
    assert letters_to(open_web) == []


def test_a_question_is_answered_with_a_paper(hub, open_web, page):
    case = case_in(open_web)
    with hub.As("otto"):
        conversation.ask(case, "Haben Sie eine Gewerbeanmeldung?")
    transaction.commit()
    letter = letters_to(open_web)[-1]
    assert case.case_number in letter.subject
    assert "Gewerbeanmeldung" not in letter.text
    session = hub.visitor()
    said = session.get(link_in(letter)).text
    assert "Haben Sie eine Gewerbeanmeldung?" in said
    answer = {"act": "answer", "text": "Ja, sie liegt bei.", "_authenticator": token_in(said)}
    bad = {"files": ("gewerbe.exe", b"MZ", "application/pdf")}
    url = f"{open_web.absolute_url()}/co-working/@@mein-antrag"
    refused = session.post(url, data=answer, files=bad)
    assert refused.status_code == 400
    assert "gewerbe.exe" in refused.text
    paper = {"files": ("gewerbe.pdf", b"%PDF-1.4 x", "application/pdf")}
    assert "abgeschickt" in session.post(url, data=answer, files=paper).text
    [name] = case_in(open_web).objectIds()
    found = session.get(url, params={"document": name})
    assert (found.content, found.headers["Cache-Control"]) == (b"%PDF-1.4 x", "no-store")
    assert "attachment" in found.headers["Content-Disposition"]
    told = IJournal(case_in(open_web)).last("answer")
    assert (told["actor"], told["comment"]) == (case.Creator(), "Ja, sie liegt bei.")


def test_what_came_back_is_changed_and_sent_again(hub, open_web, page):
    decided(hub, open_web, ("otto", "return"))
    page.open(page.url)
    assert "Bitte den Zweck genauer beschreiben." in page.text
    page.getLink("Ändern und noch einmal abschicken").click()
    assert page.getControl(name="form.widgets.organisation").value == "Seeblick Software UG"
    page.getControl(name="form.widgets.purpose").value = "Wir bauen eine App."
    page.getControl(name="form.buttons.send").click()
    assert "Ihr Antrag ist noch einmal abgeschickt." in page.text
    case = case_in(open_web)
    assert hub.state(case) == "submitted"
    assert case.purpose == "Wir bauen eine App."
    assert IJournal(case).last("edited")["fields"] == ["purpose"]
    page.open(f"{page.url}-aendern")
    assert page.url.endswith("/@@mein-antrag")


def test_it_is_withdrawn_with_a_reason(hub, open_web, page):
    page.raiseHttpErrors = False
    page.getControl("Zurückziehen").click()
    assert page.headers["Status"].startswith("400")
    page.getControl(name="comment").value = "Wir haben etwas anderes gefunden."
    page.getControl("Zurückziehen").click()
    assert "Ihr Antrag ist zurückgezogen." in page.text
    assert hub.state(case_in(open_web)) == "withdrawn"


def test_what_is_approved_is_booked_and_cancelled(hub, open_web, page):
    decided(hub, open_web, *APPROVED)
    page.open(page.url)
    page.getControl("buchen", index=0).click()
    assert "Gebucht." in page.text
    case = case_in(open_web)
    [mine] = booking.of_person(case.Creator())
    letter = letters_to(open_web)[-1]
    assert "METHOD:REQUEST" in letter.calendar
    assert "/co-working/@@mein-antrag?key=" in letter.text
    ics = f"{open_web.absolute_url()}/co-working/@@mein-antrag?calendar={mine.id}"
    other = page.url
    page.open(ics)
    assert f"UID:{mine.id}@" in page.contents
    page.open(other.partition("#")[0])
    page.getControl("Neue Adresse erzeugen").click()
    address = re.search(r"http\S+@@buchungen\.ics\?key=[\w-]+", page.text)[0]
    page.open(address)
    assert f"UID:{mine.id}@" in page.contents
    page.open(other.partition("#")[0])
    page.getControl("Jetzt absagen").click()
    assert "Die Buchung ist abgesagt." in page.text
    transaction.begin()
    assert booking.of_person(case.Creator()) == []


def test_links_are_renewed_and_blocked(functional, open_web, page):
    before = link_in(letters_to(open_web)[-1])
    page.raiseHttpErrors = False
    page.getControl("Jetzt sperren").click()
    assert "Bitte kreuzen Sie an" in page.text
    page.getControl(name="sure").value = ["1"]
    page.getControl("Jetzt sperren").click()
    assert "führt zu keinem Antrag" in page.text
    page.open(before)
    assert "führt zu keinem Antrag" in page.text
    answers = set()
    for email in (EMAIL, "niemand@example.org"):
        page.open(f"{open_web.absolute_url()}/co-working/@@antrag-link")
        page.getControl(name="email").value = email
        page.getControl("Link zusenden").click()
        answers.add(page.text.replace(email, ""))
    assert len(answers) == 1
    transaction.begin()
    assert letters_to(open_web, "niemand@example.org") == []
    page.open(link_in(letters_to(open_web)[-1]))
    assert page.url.endswith("/co-working/@@mein-antrag")
    assert "Seeblick Software UG" in page.text


def test_an_account_takes_it_over_with_all_that_is_booked(functional, hub, open_web, page):
    decided(hub, open_web, *APPROVED)
    page.open(page.url)
    page.getControl("buchen", index=0).click()
    transaction.begin()
    link = link_in(letters_to(open_web)[-1])
    before = case_in(open_web).Creator()
    browser = open_browser(functional, "gesa")
    browser.open(link)
    browser.getControl("In mein Konto übernehmen").click()
    assert "Der Antrag gehört jetzt zu Ihrem Konto." in browser.text
    case = case_in(open_web)
    assert browser.url == case.absolute_url()
    assert case.Creator() == "gesa"
    assert [one.holder for one in booking.of_person("gesa")] == ["gesa"]
    assert booking.of_person(before) == []
    assert guests.get(before) is None
    assert IJournal(case).verify() is None
    page.raiseHttpErrors = False
    page.open(link)
    assert "führt zu keinem Antrag" in page.text


def test_reviewers_see_that_there_is_no_account(functional, hub, open_web, page):
    browser = open_browser(functional, "otto")
    browser.open(case_in(open_web).absolute_url())
    assert "Uta Ohne (per Link)" in browser.text
    assert "Ohne Konto beantragt" in browser.text


def test_what_it_costs_is_seen_before_and_what_fits_instead(hub, open_web, page):
    rate = Rate(hour=Decimal("4.00"), day=Decimal("25.00"))
    with as_builder(open_web):
        today = formatting.to_local(formatting.now()).date()
        prices.enter_list(open_web["co-working"], today, {("desk", "startup"): rate}, 48, 50)
        second = hub.add_space(open_web, title="Schreibtisch 2")
    transaction.commit()
    case = decided(hub, open_web, *APPROVED)
    page.open(page.url)
    page.raiseHttpErrors = False
    assert "zahlungspflichtig buchen (25,00" in page.text
    first, uid = workday(1).isoformat(), page.getControl(name="space", index=0).value
    for name, value in (("date", first), ("start", "9:00"), ("end", "11:00")):
        page.getControl(name=name, index=-1).value = value
    page.getControl(name="space", index=-1).value = [uid]
    page.getControl("Verbindlich buchen").click()
    assert page.headers["Status"].startswith("409")
    assert "Diese Zeit kostet 8,00" in page.text
    transaction.begin()
    assert booking.of_person(case.Creator()) == []
    page.getControl("Zahlungspflichtig buchen").click()
    transaction.begin()
    [made] = booking.of_person(case.Creator())
    assert (made.price, made.space) == (Decimal("8.00"), uid)
    assert "Preis: 8,00" in letters_to(open_web)[-1].text
    assert "Sie zahlen dann 4,00" in page.text
    for name, value in (("date", first), ("start", "10:00"), ("end", "12:00")):
        page.getControl(name=name, index=-1).value = value
    page.getControl(name="space", index=-1).value = [uid]
    page.getControl("Verbindlich buchen").click()
    page.getControl("Zahlungspflichtig buchen", index=-1).click()
    assert "Diese Zeiten passen fast genauso gut" in page.text
    page.getControl("Zahlungspflichtig buchen (8,00", index=0).click()
    assert "Gebucht." in page.text
    transaction.begin()
    assert sorted(one.space for one in booking.of_person(case.Creator())) == sorted(
        [uid, second.UID()]
    )
