"""A ticket that somebody reports for somebody else: both stand on one side, nobody else does."""

from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.notices import audience
from kommunalhub.support import whom
from kommunalhub.support.clock import operations as clock_of
from kommunalhub.support.desk.secondlevel import operations as second
from plone import api

import pytest
import transaction


def seen_by(hub, ticket, *people):
    """Return those of some people who find a ticket, and may look at it."""
    found = []
    for who in people:
        with hub.As(who):
            listed = bool(api.content.find(UID=ticket.UID()))
            looks = bool(api.user.has_permission("View", obj=ticket))
        assert listed is looks
        found += [who] if looks else []
    return found


@pytest.mark.parametrize("text", ["Max Beispiel", "max  beispiel", "max@example.org"])
def test_whom_a_colleague_names_reads_the_ticket(portal, hub, clock, text):
    ticket = hub.report(portal, "mia", for_whom=text)
    assert ticket.for_user == "max"
    assert seen_by(hub, ticket, "mia", "max", "rita", "dora", "gesa") == ["mia", "max"]
    with hub.As("max"):
        assert not reads_notes(ticket)
    hub.step(ticket, "sven", "wait", "Welcher Drucker?")
    assert set(audience.awaiting(ticket)) >= {"user:mia", "user:max"}
    hub.step(ticket, "max", "answer", "Der im Flur.")
    assert hub.state(ticket) == "assigned"


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("mia", "Dora Beispiel"),  # of another administration
        ("mia", "Sven Beispiel"),  # works on tickets
        ("mia", "Mia Beispiel"),
        ("mia", "die Vertretung"),
        ("gesa", "Max Beispiel"),  # works for nobody
    ],
)
def test_anything_else_stays_a_text(portal, hub, clock, who, text):
    ticket = hub.report(portal, who, for_whom=text)
    assert ticket.for_user == "" and ticket.for_whom == text
    assert seen_by(hub, ticket, "mia", "max", "rita", "dora", "gesa") == [who]


def test_support_reports_for_people_of_all_administrations(portal, hub, clock):
    ticket = hub.report(portal, "sven", for_whom="Dora Beispiel")
    assert seen_by(hub, ticket, "mia", "dora") == ["dora"]
    assert hub.brain(ticket).partner == ticket.partner == "dataport"
    with hub.As("sven"):
        assert whom.offered() == [f"{name} Beispiel" for name in ("Dora", "Max", "Mia", "Rita")]
    with hub.As("mia"):
        assert whom.offered() == ["Max Beispiel", "Rita Beispiel"]


def test_the_clock_hears_both_alike(portal, hub, clock):
    ticket = hub.report(portal, "mia", for_whom="Max Beispiel")
    clock(30, "9:30")
    with hub.As("max"):
        conversation.write_message(ticket, "Es ist dringend.")
    with hub.As("mia"):
        conversation.write_message(ticket, "Ja, sehr.", heard=1)  # one side: nobody was faster
    assert clock_of.fresh_goals_of(ticket)["reaction"].state == "runs"
    with hub.As("sven"):
        conversation.write_message(ticket, "Ich komme.")
    assert clock_of.fresh_goals_of(ticket)["reaction"].state == "kept"


def test_who_reads_along_agrees_to_nothing_about_the_other(portal, hub, clock):
    ticket = hub.report(portal, "mia", for_whom="Max Beispiel")
    with hub.As("sven"):
        second.ask_consent(ticket)
    with hub.As("max"), pytest.raises(NotAllowed):
        second.answer_consent(ticket, True)
    with hub.As("mia"):
        second.answer_consent(ticket, True)
    with hub.As("max"):
        conversation.write_message(ticket, "Max Beispiel, Zimmer 3, 04523 1234.")
    with hub.As("sven"):
        lines, whole = second.preview(ticket, "Bitte helfen.")
    assert whole and not any("Max" in line.text or "1234" in line.text for line in lines)
    assert any("Mia" in line.text for line in lines)


def test_changed_or_deleted_nobody_reads_along(portal, hub, clock):
    ticket = hub.report(portal, "mia", for_whom="Max Beispiel")
    whom.forget_person("max")
    assert (ticket.for_user, ticket.for_whom) == ("", None)
    assert seen_by(hub, ticket, "mia", "max") == ["mia"]


def test_the_page_speaks_to_both_as_to_one_side(functional, web, hub, clock):
    ticket = hub.report(web, "mia", for_whom="Max Beispiel")
    hub.step(ticket, "sven", "wait", "Welcher Drucker?")
    transaction.commit()
    for who in ("mia", "max"):
        page = hub.browser(functional, who)
        page.open(ticket.absolute_url())
        assert "Sie sind dran" in page.text and "Außerdem gefragt" not in page.text
        assert "Liest mit" in page.text and "Antwort an" not in page.text
    page = hub.browser(functional, "sven")
    page.open(ticket.absolute_url())
    assert "die antragstellende Person oder" not in page.text
