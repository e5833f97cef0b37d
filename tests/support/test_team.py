"""What colleagues see of each other's tickets: nothing, unless their administration says so."""

from DateTime import DateTime
from html import unescape
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.support import teams
from kommunalhub.support.desk.team import reading
from plone import api

import pytest
import transaction


@pytest.fixture
def ticket(portal, hub, clock):
    """A ticket of mia of Malente with a message and a note."""
    return spoken(hub, portal)


def spoken(hub, portal):
    found = hub.report(portal, "mia", title="Maus ohne Kabel", description="Nur für mich.")
    hub.step(found, "sven", "assign")
    with hub.As("sven"):
        conversation.write_message(found, "Eine neue ist bestellt.")
        conversation.write_note(found, "Schon die dritte.")
    return found


def let(*partners):
    with api.env.adopt_roles(["Manager"]):
        teams.let(partners)


def shown(hub, who, ticket):
    """Return (whether it is in the list of a person, whether they may look at it)."""
    with hub.As(who):
        listed = [brain.UID for brain in reading.brains()]
        return ticket.UID() in listed, reading.shared(ticket.UID()) is not None


@pytest.mark.parametrize("who", ["max", "rita", "dora", "gesa", "sven"])
def test_by_default_nobody_looks(ticket, hub, who):
    assert shown(hub, who, ticket) == (False, False)


@pytest.mark.parametrize(
    ("who", "looks"),
    [("max", True), ("rita", True), ("mia", True), ("dora", False), ("gesa", False)],
)
def test_colleagues_look_where_the_rule_says_so(portal, hub, clock, who, looks):
    clock(1, "9:00")
    let("malente")
    ticket = spoken(hub, portal)
    assert shown(hub, who, ticket) == (looks, looks)
    with hub.As(who):
        assert bool(api.content.find(UID=ticket.UID())) == (who == "mia")
    let()
    assert shown(hub, who, ticket) == (False, False)


def test_what_was_reported_before_the_rule_stays_as_it_was(portal, hub, clock):
    ticket = spoken(hub, portal)
    clock(32, "9:00")
    let("malente")
    ticket.creation_date = DateTime("2026-12-01T09:00:00+01:00")
    ticket.reindexObject(idxs=["created"])
    assert shown(hub, "max", ticket) == (False, False)


def test_what_people_of_no_administration_report_stays_out(portal, hub, clock):
    clock(1, "9:00")
    let("oldenburg", "malente")
    ticket = hub.report(portal, "gesa")
    ticket.partner = "malente"
    ticket.reindexObject()
    assert shown(hub, "max", ticket) == (False, False)


def test_notes_are_never_said(ticket, hub):
    said = [row["text"] for row in reading.said_on(ticket)]
    assert said == ["Eine neue ist bestellt."]


def text(browser):
    return " ".join(unescape(browser.contents).split())


def test_from_the_setting_to_the_page(functional, web, hub, clock):
    clock(1, "9:00")
    manager = hub.browser(functional, "hilde")
    manager.open(f"{web.absolute_url()}/@@support-teams")
    manager.getControl(name="people:list").value = ["malente"]
    manager.getControl("Speichern").click()
    assert "Gespeichert." in text(manager)
    transaction.begin()
    ticket = spoken(hub, web)
    transaction.commit()
    section = web["support"].absolute_url()
    colleague = hub.browser(functional, "max")
    colleague.raiseHttpErrors = False
    colleague.open(section)
    colleague.getLink("Team").click()
    colleague.getLink("Maus ohne Kabel").click()
    shown = text(colleague)
    assert "Eine neue ist bestellt." in shown
    assert "Schon die dritte." not in shown
    assert "Nur für mich." not in shown
    assert "Maus ohne Kabel" not in hub.visitor("max").get(ticket.absolute_url()).text
    for who in ("dora", "sven", None):
        looked = hub.visitor(who).get(f"{section}/@@team?ticket={ticket.UID()}")
        assert "Maus ohne Kabel" not in looked.text, who
        assert "<legend" not in hub.visitor(who).get(f"{web.absolute_url()}/@@support-teams").text
