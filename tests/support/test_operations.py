"""A ticket on its way: the clock, who works on it, what is said, who reads it."""

from datetime import timedelta
from kommunalhub.approvals.assignment import operations as assignment
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.case.actor import visible_entries
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.support import workflow
from kommunalhub.support.clock import operations as clock_of
from kommunalhub.support.clock import rules
from kommunalhub.support.jobs import SolvedTickets
from plone import api

import pytest


def due(ticket, brain):
    """Return when a ticket is due as it is stored and as the catalog knows it: one moment."""
    assert (brain(ticket).due if ticket.due else None) in (ticket.due, None)
    assert ticket.due == clock_of.due_of(ticket)
    return ticket.due


def test_the_first_answer_is_due_within_the_service_time(portal, hub, clock):
    clock(27, "11:30")  # a Friday, service ends at noon
    ticket = hub.report(portal)
    assert due(ticket, hub.brain) == hub.at(30, "8:30")
    assert ticket.partner == "malente"
    assert hub.report(portal, "gesa").partner == "oldenburg"


def test_the_clock_follows_what_is_said(portal, hub, clock):
    ticket = hub.report(portal)  # Monday, 9:00
    clock(30, "9:10")
    hub.step(ticket, "sven", "assign")
    assert due(ticket, hub.brain) == hub.at(30, "10:00")  # taking it is no answer
    with hub.As("sven"):
        conversation.write_message(ticket, "Moin, ich sehe es mir an.")
    assert due(ticket, hub.brain) == hub.at(30, "11:10")  # the next word
    clock(30, "10:00")
    hub.step(ticket, "sven", "wait", "Welcher Drucker ist es?")
    assert due(ticket, hub.brain) is None
    clock(31, "8:30")
    hub.step(ticket, "mia", "answer", "Der im Flur.")
    assert hub.state(ticket) == "assigned"
    assert due(ticket, hub.brain) == hub.at(31, "10:30")
    clock(31, "9:00")
    hub.step(ticket, "sven", "resolve", "Die Tonerklappe war offen.")
    assert due(ticket, hub.brain) is None
    goals = clock_of.goals_of(ticket)
    assert goals["solution"].state == rules.KEPT
    assert goals["solution"].used == timedelta(hours=1, minutes=30)


def test_more_urgent_is_due_sooner(portal, hub, clock):
    ticket = hub.report(portal, urgency="no_hurry")
    before = ticket.due
    with hub.As("sven"):
        ticket.urgency = "stuck"
        clock_of.refresh(ticket)
    assert due(ticket, hub.brain) < before


def test_changed_hours_leave_no_stale_time(portal, hub, clock):
    clock(27, "11:30")
    ticket = hub.report(portal)
    api.portal.set_registry_record("kommunalhub.support_hours", "Mo–Fr 8–16")
    assert clock_of.goals_of(ticket)["reaction"].due == hub.at(27, "12:30")


def test_who_works_on_it_keeps_it_until_it_is_solved(portal, hub, clock):
    ticket = hub.report(portal)
    hub.step(ticket, "sven", "assign")
    with hub.As("sven"):
        assignment.take(ticket)
    hub.step(ticket, "sven", "wait", "Welcher?")
    hub.step(ticket, "mia", "answer", "Der im Flur.")
    assert assigned_to(ticket) == "sven"
    hub.step(ticket, "sven", "resolve", "Klappe zu.")
    assert assigned_to(ticket) is None


def test_notes_are_never_read_by_who_reports(portal, hub, clock):
    ticket = hub.report(portal)
    with hub.As("sven"):
        conversation.write_note(ticket, "Der Hersteller sagt, das Gerät sei alt.")
        conversation.write_message(ticket, "Wir prüfen das Gerät.")
    with hub.As("mia"):
        said = [entry["comment"] for entry in visible_entries(ticket, IJournal(ticket))]
    assert "Wir prüfen das Gerät." in said
    assert not [text for text in said if text and "Hersteller" in text]


def test_others_say_nothing(portal, hub, clock):
    ticket = hub.report(portal)
    for who in ("max", "rita", "gesa"):
        with hub.As(who), pytest.raises(NotAllowed):
            conversation.write_message(ticket, "Ich auch.")
    with hub.As("sven"), pytest.raises(NotAllowed):
        conversation.ask(ticket, "Eine Frage, die den Fall anhält?")


def test_nothing_is_said_on_a_closed_ticket_until_it_is_open_again(portal, hub, clock):
    ticket = hub.report(portal)
    hub.step(ticket, "mia", "close", "Hat sich erledigt.")
    with hub.As("mia"), pytest.raises(NotAllowed):
        conversation.write_message(ticket, "Doch nicht.")
    hub.step(ticket, "mia", "reopen", "Doch nicht.")
    with hub.As("mia"):
        conversation.write_message(ticket, "Wieder leere Seiten.")


def test_a_solved_ticket_closes_by_itself_unless_something_is_said(portal, hub, clock):
    job = SolvedTickets()
    ticket, other = hub.report(portal), hub.report(portal)
    for one in (ticket, other):
        hub.step(one, "sven", "resolve", "Klappe zu.")
    clock(35, "9:00")
    with hub.As("mia"):
        conversation.write_message(other, "Danke!")
    clock(43, "9:00")  # nine working days later
    assert job.due(formatting.now()) == []
    clock(44, "9:00")
    assert job.due(formatting.now()) == [ticket.UID()]
    with as_system(portal):
        job.do(ticket.UID(), formatting.now())
        job.do(ticket.UID(), formatting.now())  # twice is once
    assert hub.state(ticket) == workflow.CLOSED
    assert hub.state(other) == workflow.RESOLVED
