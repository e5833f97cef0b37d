"""The home page for visitors, and Mein Hub."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from kommunalhub.approvals.figures import operations
from kommunalhub.core import formatting
from kommunalhub.partners.substitution import operations as substitution
from plone import api
from plone.app.testing import login

import pytest


TODAY = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """It is Monday, 16 November 2026, noon."""
    noon = formatting.datetime(2026, 11, 16, 11, tzinfo=formatting.UTC)
    monkeypatch.setattr(formatting, "now", lambda: noon)


@pytest.fixture
def programmes(portal, office):
    """Programmes: one over, one due soon, one due later, one without a date."""
    folder = portal["foerderung"]["programme"]
    with office():
        for title, days in (("Vorbei", -1), ("Bald", 30), ("Später", 31), ("Laufend", None)):
            programme = api.content.create(
                folder,
                "FundingProgramme",
                title=title,
                funder="land",
                deadline_kind="rolling" if days is None else "fixed",
                deadline=None if days is None else TODAY + timedelta(days=days),
                checked_on=TODAY,
                source_url="https://example.org",
            )
            api.content.transition(programme, to_state="public")
    return folder


def text(html):
    return " ".join(html.split())


def test_start_is_one_of_two_pages(page, person):
    assert "Gemeinsam digital" in page("hub-start")
    person("anna", fullname="Anna")
    assert "Moin, Anna" in text(page("hub-start"))


def test_doors_have_live_numbers(programmes, page):
    html = text(page("hub-home"))
    assert "3 Programme stehen zur Auswahl." in html
    assert "Eine Frist endet in den nächsten 30 Tagen." in html
    assert html.index(">Bald<") < html.index(">Später<")
    assert ">Vorbei<" not in html


def test_no_door_to_a_section_one_may_not_see(portal, page, office):
    with office():
        api.content.transition(portal["foerderung"]["programme"], "retract")
    assert "Fördermittel finden" not in page("hub-home")


def test_no_door_to_materials_while_there_are_none(page):
    assert "Materialien lesen" not in page("hub-home")


def test_the_door_of_co_working_tells_desks_from_rooms(portal, page, office):
    with office():
        for number, kind in enumerate(("desk", "desk", "meeting")):
            space = api.content.create(
                portal["co-working"],
                "Space",
                title=f"Platz {number}",
                kind=kind,
                seats=12 if kind == "meeting" else 1,
            )
            api.content.transition(space, to_state="public")
            assert space.kind == kind
    html = text(page("hub-home"))
    assert "Es gibt 2 Schreibtische. Dazu 1 Raum zum Arbeiten und Besprechen." in html
    assert "14" not in html.split("Schreibtische")[0][-40:]


def test_the_way_to_advice_says_for_whom_it_is(page):
    html = text(page("hub-home"))
    hero = html.split('class="hero"')[1].split("</div>")[0]
    assert "Sie arbeiten in einer Verwaltung des Hubs?" in hero
    assert "sun" not in hero, "yellow is for who is next"


def consultation(portal, title):
    return api.content.create(
        portal["foerderung"]["beratungen"]["malente"],
        "FundingConsultation",
        title=title,
        goal="Ein dichtes Dach.",
        topics={"bauen"},
        total_cost=Decimal(1000),
        contact_name="Anna",
        contact_email="anna@example.org",
    )


def test_what_waits_stands_before_what_was_handed_in(portal, page, person):
    person("red", "malente-staff", "malente-editors")
    case = consultation(portal, "Dach der Feuerwache")
    assert "Dach der Feuerwache" in text(page("mein-hub")).split("Eingereicht von mir")[0]
    api.content.transition(case, "submit")
    before, after = text(page("mein-hub")).split("Eingereicht von mir")
    assert "Dach der Feuerwache" not in before
    assert "Zurzeit wartet nichts auf Sie." in before
    assert "Dach der Feuerwache" in after
    assert "Zur Freigabe" in after

    person("pruef", "malente-staff", "malente-reviewers")
    before, after = text(page("mein-hub")).split("Eingereicht von mir")
    assert "Dach der Feuerwache" in before
    assert "Arbeitstage" in before

    person("fremd", "lensahn-staff", "lensahn-reviewers")
    assert "Dach der Feuerwache" not in page("mein-hub")
    login(portal, "red")


def test_what_waits_for_somebody_else_says_for_whom(portal, page, person):
    person("rita", "malente-staff", "malente-reviewers", fullname="Rita Rot")
    person("vera", "malente-staff", fullname="Vera Vertretung")
    person("anna", "malente-staff", "malente-editors", fullname="Anna Amt")
    case = consultation(portal, "Brücke am See")
    api.content.transition(case, "submit")
    login(portal, "rita")
    now = formatting.now()
    substitution.name("rita", "vera", now, now + timedelta(days=1))
    assert "in Vertretung" not in page("mein-hub")
    login(portal, "vera")
    html = text(page("mein-hub"))
    assert "Brücke am See" in html
    assert "in Vertretung für Rita Rot" in html


def test_buttons_are_for_who_may(page, person):
    person("red", "malente-staff", "malente-editors")
    html = page("mein-hub")
    assert "@@beratung-anfragen" in html
    assert "@@unterlage-einreichen" in html
    assert "@@arbeitsplatz-beantragen" in html
    assert ">Gemeinde Malente<" in html

    person("startup")
    html = page("mein-hub")
    assert "@@beratung-anfragen" not in html
    assert "@@unterlage-einreichen" not in html
    assert "@@arbeitsplatz-beantragen" in html
    assert "So geht es weiter" in html


def test_function_is_said_once_and_weightiest_first(page, person):
    person("anna", "malente-staff", "malente-reviewers", "hub-consultants")
    html = text(page("mein-hub"))
    functions = html.split('class="muted functions"')[1].split("</p>")[0]
    assert functions.index("Malente") < functions.index("beratung")
    assert functions.count("<span") == 2


@pytest.fixture
def late_case(portal, person):
    """A case of Malente whose deadline has passed."""
    person("red", "malente-staff", "malente-editors")
    case = consultation(portal, "Zu spät")
    api.content.transition(case, "submit")
    case.due = formatting.now() - timedelta(days=3)
    case.reindexObject(idxs=["due"])
    return case


def test_the_management_sees_what_is_overdue(late_case, page, person):
    person("leitung", "hub-managers")
    html = text(page("mein-hub"))
    overdue = html.split('id="ueberfaellig"')[1].split("</section>")[0]
    assert "Vorgänge mit überschrittener Frist: 1" in overdue
    assert "Zu spät" in overdue
    assert "@@zahlen" in overdue


def test_the_support_sees_numbers_and_no_case(late_case, page, person):
    operations.keep_overdue(formatting.now())
    person("hilfe", "hub-support")
    html = text(page("mein-hub"))
    operation = html.split('id="betrieb"')[1].split("</section>")[0]
    assert "Vorgänge mit überschrittener Frist</dt>" in operation
    assert '<span class="tag late">1</span>' in operation
    assert "Zu spät" not in html
    assert 'id="ueberfaellig"' not in html


def test_nobody_else_sees_either(late_case, page, person):
    person("mia", "malente-staff")
    html = page("mein-hub")
    assert 'id="ueberfaellig"' not in html
    assert 'id="betrieb"' not in html
