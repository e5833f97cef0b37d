"""The pages of funding, through the web server, as the people who use them."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from html import unescape
from icalendar import Calendar
from kommunalhub.funding import operations
from kommunalhub.funding.applications import operations as applications
from plone import api

import pytest
import re
import transaction


BERATUNGEN = "foerderung/beratungen"
FORM = f"{BERATUNGEN}/malente/++add++FundingConsultation"


def fill(browser, **values):
    for name, value in values.items():
        browser.getControl(name=f"form.widgets.{name}").value = value


def the_case(web):
    transaction.begin()
    return web["foerderung"]["beratungen"]["malente"].objectValues()[0]


# The door.


def test_the_door_leads_to_the_form_of_ones_administration(visit):
    browser = visit("malente-mitarbeit", "@@beratung-anfragen")
    assert browser.url.endswith(FORM)
    assert "Fördermittelberatung anfragen" in browser.text


def test_the_door_asks_those_who_work_for_several(visit):
    browser = visit("beide-mitarbeit", "@@beratung-anfragen")
    assert "Für welche Verwaltung fragen Sie an?" in browser.text
    browser.getLink("Amt Lensahn").click()
    assert "/beratungen/lensahn/++add++FundingConsultation" in browser.url


@pytest.mark.parametrize("person", ["gruenderin", "berater"])
def test_the_door_helps_those_who_belong_to_no_administration(visit, person):
    browser = visit(person, "@@beratung-anfragen")
    assert "Die Fördermittelberatung ist für die Verwaltungen im Hub da" in browser.text
    assert "Traceback" not in browser.text


def test_the_door_lets_strangers_log_in_first(visit):
    browser = visit(None, "@@beratung-anfragen")
    browser.getLink("Anmelden", url="came_from").click()
    assert "came_from" in browser.url
    assert "beratung-anfragen" in browser.url


def test_the_door_takes_a_programme_along(web, visit, people):
    programme = people.add_programme(web, title="Kommunale Gebäude")
    transaction.commit()
    browser = visit("malente-mitarbeit", "foerderung/programme/" + programme.getId())
    browser.getLink("Beratung anfragen").click()
    chosen = browser.getControl(name="form.widgets.programmes:list").value
    assert chosen == [programme.UID()]


# The form.


def test_asking_for_advice_makes_a_draft(web, visit):
    browser = visit("malente-mitarbeit", FORM)
    assert browser.getControl(name="form.widgets.contact_name").value == "Mia Malente"
    assert "IPartnered" not in browser.text
    assert "form.widgets.recommendation" not in browser.text
    fill(browser, title="Dach", goal="Dicht", total_cost="184.500,00", own_funds="46.125 €")
    browser.getControl(name="form.buttons.save").click()
    case = the_case(web)
    assert browser.url == case.absolute_url()
    assert case.getId() == case.case_number.lower()
    assert f"Als Entwurf {case.case_number} gespeichert" in browser.text
    assert (case.total_cost, case.own_funds) == (Decimal("184500.00"), Decimal("46125"))
    assert case.partner == "malente"
    assert api.content.get_state(case) == "draft"


def test_asking_and_submitting_in_one_step(web, visit):
    browser = visit("malente-mitarbeit", FORM)
    fill(browser, title="Dach", goal="Dicht")
    browser.getControl(name="form.buttons.submit").click()
    case = the_case(web)
    assert api.content.get_state(case) == "submitted"
    assert "Jetzt entscheidet die Prüfung Ihrer Verwaltung" in browser.text


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"total_cost": "viel"}, "Bitte geben Sie eine Zahl ein"),
        ({"total_cost": "-5"}, "Der Wert darf nicht negativ sein."),
        ({"total_cost": "1,005"}, "Bitte geben Sie eine Zahl ein"),
        (
            {"total_cost": "100", "own_funds": "60", "other_funds": "41"},
            "Eigenmittel und andere Mittel sind zusammen höher als die Gesamtkosten.",
        ),
        ({"contact_email": "mia"}, "mail"),
        ({"contact_phone": "anrufen"}, "Bitte geben Sie eine Telefonnummer ein"),
    ],
)
def test_a_wrong_field_says_so_and_keeps_what_was_typed(web, visit, values, message):
    browser = visit("malente-mitarbeit", FORM)
    typed = {"title": "Dach", "goal": "Dicht", **values}
    fill(browser, **typed)
    browser.getControl(name="form.buttons.submit").click()
    assert message in browser.text
    for name, value in typed.items():
        assert browser.getControl(name=f"form.widgets.{name}").value == value
    transaction.begin()
    assert not web["foerderung"]["beratungen"]["malente"].objectIds()


def test_the_form_is_closed_to_other_administrations(visit):
    browser = visit("lensahn-redaktion", FORM)
    assert "form.buttons.save" not in browser.text


# The case page.


@pytest.fixture
def advised(web, people):
    """A case in consultation, committed."""
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    transaction.commit()
    return case


def path_of(case):
    return f"{BERATUNGEN}/malente/{case.getId()}"


def test_the_case_page_says_what_matters(visit, advised):
    page = visit("berater", path_of(advised)).text
    for text in (
        "184.500,00\xa0€",
        "46.125,00\xa0€ (25 %)",
        "Noch zu finanzieren",
        "mailto:malente-redaktion@example.org",
        "Empfehlung geben",
        "Beratungsprotokoll",
    ):
        assert text in page


def test_a_consultant_adds_to_the_record(web, visit, advised):
    browser = visit("berater", path_of(advised))
    browser.getControl("Was besprochen wurde").value = "Mit dem Land telefoniert. <b>"
    browser.getControl("Ins Protokoll aufnehmen").click()
    assert "Der Eintrag steht im Protokoll." in browser.text
    assert "Mit dem Land telefoniert. &lt;b&gt;" in browser.contents
    transaction.begin()
    assert [entry["author"] for entry in advised.protocol] == ["Bea Beratung"]


def test_a_wrong_entry_keeps_what_was_typed(web, visit, advised):
    browser = visit("berater", path_of(advised))
    browser.getControl("Was besprochen wurde").value = "Mit dem Land telefoniert."
    browser.getControl(name="date").value = "2999-12-31"
    browser.getControl("Ins Protokoll aufnehmen").click()
    assert "Der Tag des Gesprächs liegt in der Zukunft." in browser.text
    assert browser.getControl("Was besprochen wurde").value == "Mit dem Land telefoniert."
    transaction.begin()
    assert advised.protocol == ()


def test_an_entry_leads_to_the_next_step_and_the_next_appointment(web, visit, client, advised):
    browser = visit("berater", path_of(advised))
    browser.getControl("Was besprochen wurde").value = "Ortstermin"
    for name, value in {
        "date": "2026-11-06",
        "next_step": "Stellungnahme <b> anfragen",
        "who": "die Verwaltung",
        "start": "2026-11-05T10:00",
        "place": "Rathaus, Zimmer 12",
    }.items():
        browser.getControl(name=name).value = value
    browser.getControl("Ins Protokoll aufnehmen").click()
    assert browser.headers["Status"].startswith("400")
    assert "vor dem Tag des Gesprächs" in browser.text
    assert 'aria-describedby="entry-start-error"' in browser.contents
    browser.getControl(name="start").value = "2026-11-09T10:00"
    browser.getControl(name="until").value = "2026-11-08"
    browser.getControl("Ins Protokoll aufnehmen").click()
    page = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", browser.contents)))
    for words in (
        "Nächster Schritt: Stellungnahme <b> anfragen bis 8. November 2026, die Verwaltung",
        "Montag, 9. November 2026, 10:00–11:00, Rathaus, Zimmer 12",
    ):
        assert words in page
    found = client("berater").get(f"{path_of(advised)}/@@beratungstermin/1")
    assert found.headers["Content-Type"].startswith("text/calendar")
    assert "no-store" in found.headers["Cache-Control"]
    [event] = Calendar.from_ical(found.text).walk("VEVENT")
    assert event["DTSTART"].dt == datetime(2026, 11, 9, 9, tzinfo=UTC)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=1)
    assert str(event["SUMMARY"]) == "Förderberatung: Dach der Feuerwache Sieversdorf"
    assert str(event["LOCATION"]) == "Rathaus, Zimmer 12"


def test_an_appointment_is_for_who_reads_the_record(web, client, advised, people):
    appointment = {"appointment": {"start": "2026-11-09T10:00"}}
    with people.As("berater"):
        operations.add_protocol_entry(advised, "Ohne Termin", "2026-11-06")
        operations.add_protocol_entry(advised, "Mit Termin", "2026-11-06", appointment)
    transaction.commit()
    url = f"{path_of(advised)}/@@beratungstermin"
    assert client("berater").get(f"{url}/2").status_code == 200
    for path in (f"{url}/1", f"{url}/3", url):
        assert client("berater").get(path).status_code == 404
    for person in ("malente-redaktion", "lensahn-redaktion", None):
        assert client(person).get(f"{url}/2").status_code in (401, 403, 404)


def test_the_record_is_not_shown_before_the_recommendation(web, visit, advised, people):
    with people.As("berater"):
        operations.add_protocol_entry(advised, "Vertrauliche Notiz", "2026-11-06")
        advised.recommendation = "Bitte beim Land beantragen."
        advised.reindexObject()
    transaction.commit()
    assert "Vertrauliche Notiz" not in visit("malente-redaktion", path_of(advised)).text
    with people.As("berater"):
        api.content.transition(advised, "recommend")
    transaction.commit()
    page = visit("malente-redaktion", path_of(advised)).text
    assert "Vertrauliche Notiz" in page
    assert "Bitte beim Land beantragen." in page
    assert "Ins Protokoll aufnehmen" not in page


@pytest.mark.parametrize("person", ["malente-redaktion", "malente-pruefung", "lensahn-pruefung"])
def test_only_consultants_reach_the_form_of_the_record(web, client, advised, person):
    answer = client(person).post(
        f"{path_of(advised)}/@@add-protocol-entry",
        data={"text": "x", "date": "2026-11-06"},
        headers={"Accept": "text/html"},
        allow_redirects=False,
    )
    assert answer.status_code in (302, 401, 403, 404)
    transaction.begin()
    assert advised.protocol == ()


@pytest.mark.parametrize(
    ("view", "theirs"),
    [
        ("empfehlung", {"recommendation"}),
        ("ergebnis", {"applied_amount", "granted_amount", "decision_date"}),
        ("fristen", {"drawdown_deadline", "proof_deadline"}),
    ],
)
def test_what_a_consultant_writes_has_forms_of_its_own(visit, web, people, view, theirs):
    case = people.bring_to(people.add_consultation(web), "applied")
    transaction.commit()
    page = visit("berater", f"{path_of(case)}/@@{view}").text
    asked = set(re.findall(r'name="form\.widgets\.([a-z_]+)', page)) - {"IVersionable"}
    assert {name.removesuffix("_empty") for name in asked} == theirs


@pytest.mark.parametrize("view", ["empfehlung", "ergebnis", "fristen"])
@pytest.mark.parametrize("person", ["malente-redaktion", "malente-pruefung"])
def test_others_do_not_write_the_advice(client, web, people, view, person):
    case = people.bring_to(people.add_consultation(web), "applied")
    transaction.commit()
    headers = {"Accept": "text/html"}
    answer = client(person).get(f"{path_of(case)}/@@{view}", headers=headers, allow_redirects=False)
    assert answer.status_code in (302, 401, 403, 404)


def test_a_consultant_writes_the_outcome_that_fits_the_costs(web, visit, people):
    case = people.bring_to(people.add_consultation(web, total_cost=Decimal("100000")), "applied")
    transaction.commit()
    browser = visit("berater", path_of(case) + "/@@ergebnis")
    fill(browser, granted_amount="100.000,01", decision_date="2026-11-02")
    browser.getControl(name="form.buttons.save").click()
    assert "Es wurde mehr bewilligt, als das Vorhaben kostet." in browser.text
    fill(browser, granted_amount="80.000,00")
    browser.getControl(name="form.buttons.save").click()
    assert browser.url == case.absolute_url()
    assert "Das Ergebnis ist eingetragen." in browser.text
    transaction.begin()
    assert (case.granted_amount, case.decision_date) == (Decimal("80000.00"), date(2026, 11, 2))


def test_the_outcome_of_applications_is_not_typed_by_hand(web, visit, people):
    case = people.bring_to(people.add_consultation(web), "applied")
    with people.As("berater"):
        values = {"programme_title": "Ortskern", "kind": "first", "amount": Decimal(100000)}
        applications.add_application(case, values)
    transaction.commit()
    page = visit("berater", path_of(case))
    assert "/@@ergebnis" not in page.text
    assert page.getLink("Zu den Anträgen").url.endswith("#antraege")
    page.open(f"{case.absolute_url()}/@@ergebnis")
    assert page.url.partition("#")[0] == case.absolute_url()
    assert "erfassen Sie dort den Bescheid" in page.text


def test_the_applicants_form_has_nothing_of_the_advice(web, visit, people):
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    transaction.commit()
    page = visit("berater", path_of(case) + "/edit").text
    assert "form.widgets.goal" in page
    assert "form.widgets.recommendation" not in page


def test_an_applicant_does_not_find_the_advice_in_the_form(web, visit, people):
    case = people.add_consultation(web)
    transaction.commit()
    page = visit("malente-redaktion", path_of(case) + "/edit").text
    assert "form.widgets.goal" in page
    assert "form.widgets.recommendation" not in page
    assert "IPartnered" not in page


# Lists.


def test_lists_show_what_a_person_may_see(web, visit, people):
    people.bring_to(people.add_consultation(web, title="Dach"), "released")
    people.bring_to(people.add_consultation(web, title="Radweg"), "submitted")
    people.add_consultation(web, title="Entwurf Kita")
    people.bring_to(people.add_consultation(web, title="Zurück"), "withdrawn")
    people.add_consultation(web, "lensahn-redaktion", "lensahn", title="Strand")
    transaction.commit()

    def shown(person, path=BERATUNGEN):
        page = visit(person, path).text
        titles = ("Dach", "Radweg", "Entwurf Kita", "Zurück", "Strand")
        return {title for title in titles if f">{title}</a>" in page}

    assert shown("berater") == {"Dach"}
    assert shown("malente-mitarbeit") == {"Dach", "Radweg"}
    assert shown("malente-redaktion") == {"Dach", "Radweg", "Entwurf Kita"}
    assert shown("lensahn-pruefung") == set()
    assert shown("malente-mitarbeit", f"{BERATUNGEN}?state=withdrawn") == {"Zurück"}
    assert shown("malente-mitarbeit", f"{BERATUNGEN}?state=all") == {"Dach", "Radweg", "Zurück"}
    assert shown("berater", f"{BERATUNGEN}?partner=lensahn") == set()
    assert shown("malente-mitarbeit", f"{BERATUNGEN}/malente") == {"Dach", "Radweg"}
    assert shown("hubleitung", f"{BERATUNGEN}?state=%3Cscript%3E&partner=nix&b_start=x") == {
        "Dach",
        "Radweg",
        "Entwurf Kita",
        "Strand",
    }


def test_an_empty_list_helps(visit):
    page = visit("lensahn-mitarbeit", BERATUNGEN).text
    assert "Hier läuft gerade nichts." in page
    assert "@@beratung-anfragen" in page


def test_consultations_are_no_page_for_strangers(visit):
    for person in (None, "gruenderin"):
        assert "Beratungen verfolgen" not in visit(person, "foerderung").text
        assert "Beratungen: " not in visit(person, f"{BERATUNGEN}/malente").text


def test_programmes_are_filtered_by_form(web, visit, people):
    people.add_programme(web, title="Dachprogramm", topics={"energie"}, funder="land")
    people.add_programme(web, title="Radprogramm", topics={"mobilitaet"}, funder="bund")
    people.add_programme(
        web, title="Altprogramm", deadline_kind="fixed", deadline=date(2020, 1, 31)
    )
    people.add_programme(web, state="draft", title="Neuprogramm")
    transaction.commit()
    browser = visit(None, "foerderung/programme")
    assert "Dachprogramm" in browser.text
    assert "Radprogramm" in browser.text
    assert "Altprogramm" not in browser.text
    assert "Neuprogramm" not in browser.text
    browser.getControl("Förderbereich").value = ["mobilitaet"]
    browser.getControl("Anzeigen").click()
    assert "Radprogramm" in browser.text
    assert "Dachprogramm" not in browser.text
    browser.getControl("Fördergeber").value = ["eu"]
    browser.getControl("Anzeigen").click()
    assert "Kein Programm passt zu alldem." in browser.text
    assert "Altprogramm" in visit(None, "foerderung/programme?passed=1").text
    assert "Neuprogramm" in visit("berater", "foerderung/programme").text


def test_programmes_stand_in_the_order_of_their_deadlines(web, visit, people):
    people.add_programme(web, title="Ohne Frist")
    for year in (2099, 2098):
        people.add_programme(
            web, title=f"Frist {year}", deadline_kind="fixed", deadline=date(year, 1, 31)
        )
    transaction.commit()
    page = visit(None, "foerderung/programme").text
    assert page.index("Frist 2098") < page.index("Frist 2099") < page.index("Ohne Frist")


def test_a_programme_that_has_ended_warns(web, visit, people):
    programme = people.add_programme(
        web, deadline_kind="fixed", deadline=date(2020, 1, 31), checked_on=date(2019, 1, 1)
    )
    transaction.commit()
    page = visit(None, f"foerderung/programme/{programme.getId()}").text
    assert "Die Frist ist abgelaufen." in page
    assert "Stand der Angaben: 1. Januar 2019" in page
    assert "vor mehr als einem halben Jahr geprüft" in page
    assert "https://www.example.org/programm" in page


def test_a_consultant_writes_a_programme(web, visit):
    browser = visit("berater", "foerderung/programme")
    browser.getLink("Programm hinzufügen").click()
    fill(browser, title="Neues Programm", rate="62,5", min_amount="50.000", max_amount="25.000")
    fill(browser, source_url="https://www.example.org/neu", checked_on="2026-11-01")
    browser.getControl(name="form.widgets.funder").value = ["land"]
    browser.getControl(name="form.widgets.deadline_kind").value = ["fixed"]
    browser.getControl(name="form.buttons.save").click()
    assert "Der Mindestbetrag ist höher als der Höchstbetrag." in browser.text
    assert "Bitte geben Sie die Antragsfrist an." in browser.text
    fill(browser, min_amount="5.000", deadline="2099-03-31")
    browser.getControl(name="form.buttons.save").click()
    transaction.begin()
    (programme,) = web["foerderung"]["programme"].objectValues()
    assert (programme.rate, programme.min_amount) == (Decimal("62.5"), Decimal("5000"))
    assert "Neues Programm" in browser.text


def test_the_section_shows_the_next_deadlines(web, visit, people):
    people.add_programme(web, title="Bald", deadline_kind="fixed", deadline=date(2099, 1, 31))
    people.add_programme(web, title="Immer")
    transaction.commit()
    page = visit(None, "foerderung").text
    assert "bis 31. Januar 2099" in page
    assert ">Immer</a>" not in page
