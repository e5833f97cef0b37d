"""The pages of workshops, through the door that people use."""

from html import unescape
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import outsiders
from kommunalhub.workshops import storage
from zExceptions import Forbidden
from zope.testbrowser.browser import LinkNotFoundError

import pytest
import re
import transaction


@pytest.fixture
def public(hub, web):
    workshop = hub.add_workshop(
        web, is_public=True, capacity=2, online_link="https://video.example.org/x7"
    )
    transaction.commit()
    return workshop


def text(browser):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", browser.contents)))


def fresh(workshop):
    transaction.begin()
    return storage.book_of(workshop)


def test_a_trainer_plans_a_workshop(hub, functional, web):
    browser = hub.browser(functional, "trude")
    browser.open(f"{web.absolute_url()}/@@workshop-planen")
    assert browser.url.endswith("/workshops/++add++Workshop")
    browser.getControl(name="form.widgets.title").value = "Rechnungen digital"
    browser.getControl(name="form.widgets.IPartnered.partner").value = ["malente"]
    browser.getControl(name="form.widgets.IEventBasic.start").value = "2027-03-02T09:00"
    browser.getControl(name="form.widgets.IEventBasic.end").value = "2027-03-02T12:00"
    browser.getControl(name="form.widgets.more_sessions").value = "3.3.2027 9:00-12:00, Rathaus"
    browser.getControl(name="form.widgets.quotas").value = "Lensahn: 13"
    browser.getControl(name="form.buttons.submit").click()
    assert "Das sind 13 Plätze, es gibt aber nur 12." in text(browser)
    browser.getControl(name="form.widgets.quotas").value = "Lensahn: 4"
    browser.getControl(name="form.buttons.submit").click()
    said = text(browser)
    assert "Der Workshop ist eingereicht." in said
    assert "Dienstag, 2. März 2027 9 bis 12 Uhr" in said
    assert "Mittwoch, 3. März 2027 9 bis 12 Uhr Rathaus" in said


def test_one_click_registers_and_twice_does_no_harm(hub, functional, web, public):
    browser = hub.browser(functional, "mia")
    browser.open(public.absolute_url())
    assert "2 Plätze sind frei" in text(browser)
    again = hub.browser(functional, "mia")
    again.open(public.absolute_url())
    browser.getControl("Mich anmelden").click()
    assert "Sie haben einen Platz" in text(browser)
    assert browser.getLink("Online teilnehmen").url == "https://video.example.org/x7"
    again.getControl("Mich anmelden").click()
    assert "Sie haben einen Platz" in text(again)
    assert [one.name for one in fresh(public).all()] == ["Mia Beispiel"]
    browser.getControl("Platz zurückgeben").click()
    assert "Ihr Platz ist zurückgegeben." in text(browser)
    assert fresh(public).held == 0


def test_who_waits_sees_their_place_and_takes_the_offer(hub, functional, web, public):
    hub.register(public, "mia", "max", "lena", "lutz")
    transaction.commit()
    browser = hub.browser(functional, "lutz")
    browser.open(public.absolute_url())
    assert "Sie stehen auf Platz 2 der Warteliste" in text(browser)
    assert "video.example.org" not in browser.contents
    for name in ("lena", "mia"):
        other = hub.browser(functional, name)
        other.open(public.absolute_url())
        other.getControl(name="act", index=0).click()
    browser.open(public.absolute_url())
    assert "Sie sind dran: Ein Platz ist für Sie frei" in text(browser)
    browser.getControl("Platz annehmen").click()
    assert "Sie haben einen Platz" in text(browser)


def test_only_the_management_sees_names(hub, functional, web, public):
    hub.register(public, "max")
    transaction.commit()
    for name in (None, "mia", "rita", "gesa"):
        browser = hub.browser(functional, name)
        browser.open(public.absolute_url())
        assert "Max Beispiel" not in text(browser), name
        answer = hub.rest(name).get(
            f"{public.absolute_url()}/@@teilnehmende", allow_redirects=False
        )
        assert answer.status_code in (302, 401, 403), name
    for name in ("trude", "hilde"):
        browser = hub.browser(functional, name)
        browser.open(public.absolute_url())
        assert "Max Beispiel" in text(browser), name


def test_nobody_but_staff_registers_others(hub, functional, web, public):
    browser = hub.browser(functional, "gesa")
    with pytest.raises(Forbidden):
        browser.open(f"{public.absolute_url()}/@@mehrere-anmelden")
    browser = hub.browser(functional, "lena")
    browser.raiseHttpErrors = False
    browser.open(public.absolute_url())
    browser.getLink("Mehrere anmelden").click()
    people = "Ada Eins, ada@example.org\nBo Zwei <bo@example.org>\nCy Drei; cy@example.org"
    browser.getControl(name="people").value = "ohne Adresse"
    browser.getControl("Diese Personen anmelden").click()
    assert "Diese Zeile ist nicht lesbar: „ohne Adresse“" in text(browser)
    browser.getControl(name="people").value = people
    browser.getControl("Diese Personen anmelden").click()
    assert "Es wurde niemand angemeldet." in text(browser)
    assert fresh(public).all() == []
    browser.getControl(name="all_or_none").value = []
    browser.getControl("Diese Personen anmelden").click()
    assert "Angemeldet: 2. Auf der Warteliste: 1." in text(browser)
    assert {one.partner for one in fresh(public).all()} == {"lensahn"}


def test_somebody_without_an_account_confirms_sees_and_gives_back(hub, functional, web, public):
    browser = hub.browser(functional)
    browser.raiseHttpErrors = False
    browser.open(public.absolute_url())
    browser.getLink("Mit E-Mail-Adresse anmelden").click()
    browser.getControl("Link zusenden").click()
    assert "Bitte sehen Sie sich die markierten Felder noch einmal an." in text(browser)
    browser.getControl(name="fullname").value = "Uta Ohne"
    browser.getControl(name="email").value = "uta@example.org"
    browser.getControl(name="needs").value = "Platz nahe der Tür"
    browser.getControl("Link zusenden").click()
    assert "uta@example.org" in text(browser)
    assert fresh(public).all() == []
    letter = hub.mails(web)[-1]
    assert letter.recipient == "uta@example.org"
    link = re.search(r"http\S+anmeldung-bestaetigen\S+", letter.text)[0]
    browser.open(link)
    assert fresh(public).all() == []
    browser.getControl("Jetzt anmelden").click()
    assert "Sie haben einen Platz." in text(browser)
    [one] = fresh(public).all()
    assert (one.name, one.needs, one.userid) == ("Uta Ohne", "Platz nahe der Tür", "")
    browser.getLink("Meine Anmeldung ansehen").click()
    assert "angemeldet" in text(browser)
    browser.getControl("Platz zurückgeben").click()
    assert "Ihr Platz ist zurückgegeben." in text(browser)
    browser.open(link)
    browser.getControl("Jetzt anmelden").click()
    assert [one.state for one in fresh(public).all()] == ["cancelled", "registered"]


def test_a_link_that_was_changed_or_is_old_leads_nowhere(hub, functional, web, public):
    applicant = operations.Applicant("Uta Ohne", "uta@example.org")
    now = letters.formatting.now()
    good = outsiders.sealed(public, applicant, now)
    old = outsiders.sealed(public, applicant, now - outsiders.VALID * 2)
    assert outsiders.applicant_in(public, good) == applicant
    browser = hub.browser(functional)
    for key in (old, good[:-2] + "xx", "nonsense", ""):
        browser.open(f"{public.absolute_url()}/@@anmeldung-bestaetigen?key={key}")
        assert "Dieser Link gilt nicht mehr." in text(browser)


def test_an_internal_workshop_is_not_there_for_visitors(hub, functional, web):
    internal = hub.add_workshop(web, title="Nur für uns")
    transaction.commit()
    session = hub.rest()
    for below in ("", "/@@ohne-konto", "/@@meine-anmeldung", "/@@workshop.ics", "/@registrations"):
        answer = session.get(internal.absolute_url() + below, allow_redirects=False)
        assert answer.status_code in (302, 401, 404), below
    visitor = hub.browser(functional)
    visitor.open(f"{web.absolute_url()}/workshops")
    assert "Nur für uns" not in text(visitor)
    assert "Nur für uns" not in session.get(f"{web.absolute_url()}/workshops/@@workshops.ics").text
    browser = hub.browser(functional, "mia")
    browser.open(f"{web.absolute_url()}/workshops")
    assert "Nur für uns" in text(browser)


def test_the_trainer_ticks_who_came_and_exports_the_list(hub, functional, web, public):
    hub.register(public, "mia", "max", "lena")
    transaction.commit()
    browser = hub.browser(functional, "trude")
    browser.open(public.absolute_url())
    browser.getLink("Alle Teilnehmenden").click()
    browser.getControl("War da: Max Beispiel").click()
    browser.getControl("Nicht erschienen: Mia Beispiel").click()
    assert [one.attended for one in fresh(public).all()] == [False, True, None]
    browser.getControl("Zurücknehmen: Mia Beispiel").click()
    assert [one.attended for one in fresh(public).all()] == [None, True, None]
    browser.getControl("Herausnehmen: Mia Beispiel").click()
    assert [one.state for one in fresh(public).all()] == ["cancelled", "registered", "offered"]
    browser.getLink("Liste als XLSX").click()
    assert browser.headers["Content-Type"].startswith("application/vnd.openxml")
    assert browser.contents[:2] in ("PK", b"PK")


def test_a_message_is_looked_at_before_it_goes_out(hub, functional, web, public):
    hub.register(public, "mia", "max", "lena")
    transaction.commit()
    before = len(hub.mails(web))
    browser = hub.browser(functional, "trude")
    browser.open(f"{public.absolute_url()}/@@nachricht")
    with pytest.raises(LookupError):
        browser.getControl("Nachricht senden")
    browser.getControl(name="text").value = "Bitte Laptop mitbringen <script>."
    browser.getControl("Erst ansehen").click()
    assert "Empfangen wird sie von so vielen Personen: 2" in text(browser)
    transaction.begin()
    assert len(hub.mails(web)) == before
    browser.getControl("Nachricht senden").click()
    transaction.begin()
    sent = hub.mails(web)[before:]
    assert sorted(letter.userid for letter in sent) == ["max", "mia"]
    assert "Bitte Laptop mitbringen <script>." in sent[0].text
    assert "<script>" not in sent[0].html


def test_filters_keep_what_fits(hub, functional, web):
    hub.add_workshop(web, title="Eins", topics={"haushalt"}, is_public=True)
    full = hub.add_workshop(web, title="Zwei", topics={"ki"}, capacity=1, is_public=True)
    hub.register(full, "mia")
    transaction.commit()
    browser = hub.browser(functional)
    url = f"{web.absolute_url()}/workshops"
    browser.open(url)
    assert browser.getLink("Eins").url and browser.getLink("Zwei").url
    browser.open(f"{url}?topic=ki")
    with pytest.raises(LinkNotFoundError):
        browser.getLink("Eins")
    browser.open(f"{url}?free=1")
    with pytest.raises(LinkNotFoundError):
        browser.getLink("Zwei")
    browser.open(f"{url}?past=1&topic=nonsense")
    assert "Bisher gab es keinen Workshop." in text(browser)


def test_what_comes_next_stands_on_the_home_pages(hub, functional, web, public):
    hub.register(public, "mia")
    transaction.commit()
    browser = hub.browser(functional, "mia")
    browser.open(f"{web.absolute_url()}/@@workshops-mine")
    assert "angemeldet" in text(browser)
    visitor = hub.browser(functional)
    visitor.open(f"{web.absolute_url()}/@@workshops-door")
    assert "Rechnungen digital" in text(visitor)


@pytest.mark.parametrize(
    "page",
    [
        *("teilnehmende", "teilnehmende.xlsx", "teilnehmende.csv", "teilnehmende-einlesen"),
        *("nachricht", "einlass", "fragen"),
    ],
)
def test_pages_of_the_management_are_for_nobody_else(hub, web, public, page):
    hub.register(public, "max")
    transaction.commit()
    url = f"{public.absolute_url()}/@@{page}"
    for name in (None, "max", "mia", "rita", "gesa"):
        for method in ("GET", "POST"):
            answer = hub.rest(name).request(method, url, allow_redirects=False)
            assert answer.status_code in (302, 401, 403), (name, method)
            assert "Max Beispiel" not in answer.text
    for name in ("trude", "hilde"):
        assert hub.rest(name).get(url, headers={"Accept": "*/*"}).status_code == 200
