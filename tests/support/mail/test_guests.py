"""Mails of people without an account: answers to letters, and strangers that support takes."""

from coworking.outside.conftest import link_in
from datetime import timedelta
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from kommunalhub.notices.operations import TOLD
from kommunalhub.security.guests import operations as guests
from kommunalhub.support import operations as support
from kommunalhub.support.mail import operations
from kommunalhub.support.mail import rules
from kommunalhub.support.mail import sorting
from kommunalhub.support.mail import storage
from kommunalhub.support.outside import operations as outside
from people import add_people
from people import browser
from plone import api
from support.mail import corpus
from support.mail.conftest import read
from support.mail.conftest import set_up
from support.mail.conftest import tickets_of
from support.outside.conftest import add_ticket

import pytest
import transaction


STRANGER = {"from": "Uta Ohne <uta@example.org>"}


@pytest.fixture
def asked(portal, hub, posted):
    """A ticket of a guest, who is asked something."""
    ticket, _guest = add_ticket()
    transaction.get().set_data(TOLD, {})
    return hub.step(ticket, "sven", "wait", "Welcher Beamer?")


def test_the_answer_of_a_guest_lets_the_clock_go_on(asked, hub, posted, answer):
    outcome = posted(answer("Der im Saal.", "uta"))
    assert (outcome.what, outcome.where) == (storage.ARTICLE, asked.UID())
    said = IJournal(asked).last("transition")
    assert (hub.state(asked), said["actor"]) == ("assigned", asked.Creator())
    assert said["comment"] == "Der im Saal."


def test_the_letter_with_the_link_can_be_answered_too(asked, posted, letters, answer):
    [first, *_others] = letters("uta@example.org")
    assert first.mark in first.subject and "@@meine-anfrage?key=" in first.text


def test_a_mark_of_a_guest_is_good_for_their_address_alone(asked, posted, answer):
    forged = answer("Ich bin Uta.", "uta", **{"from": "Fremd <fremd@fremd.example>"})
    assert posted(forged).reason == "unknown"
    assert IJournal(asked).last("transition")["actor"] == "sven"


def test_long_after_it_was_closed_an_answer_begins_a_ticket_with_a_link_of_its_own(
    asked, hub, posted, answer, monkeypatch
):
    hub.step(asked, "sven", "close")
    mail = answer("Es ist wieder so.", "uta")
    later = formatting.now() + rules.REOPENS_FOR + timedelta(days=1)
    monkeypatch.setattr(formatting, "now", lambda: later)
    other = support.ticket_of(posted(mail).where)
    assert (hub.state(asked), other.related) == ("closed", (asked.UID(),))
    assert other.Creator() != asked.Creator()
    assert outside.ticket_of(other.Creator()) == other
    assert outside.ticket_of(asked.Creator()) == asked


def test_a_stranger_is_taken_as_a_person_without_an_account(portal, hub, posted, letters):
    parked = posted(corpus.with_file("bild.png", subject="Scanner", **STRANGER))
    with hub.As("sven"):
        ticket = sorting.confirm_guest(portal, parked.where)
    guest = guests.get(ticket.Creator())
    assert (guest.name, guest.email) == ("Uta Ohne", "uta@example.org")
    assert outside.ticket_of(ticket.Creator()) == ticket
    assert (ticket.title, len(ticket.objectIds())) == ("Scanner", 1)
    [letter] = letters("uta@example.org")
    assert "key=" in link_in(letter) and ticket.case_number in letter.subject
    assert "uta@example.org" in IJournal(ticket).last("note")["comment"]
    again = posted(corpus.plain("Noch etwas.\n", message_id="<zwei@m.e>", **STRANGER))
    assert again.what == storage.PARKED  # without a mark it belongs to no ticket


def test_support_takes_it_on_the_page(web, functional, tmp_path):
    set_up(web)
    path = tmp_path / "mail.eml"
    path.write_bytes(corpus.plain(subject="Scanner", **STRANGER))
    operations.take(web, str(path), read(path.read_bytes()))
    transaction.commit()
    visitor = browser(functional, "sven")
    visitor.open(f"{web.absolute_url()}/support/@@aus-der-post")
    visitor.getControl(name="guest").click()
    assert "Es ist jetzt die Anfrage T-" in visitor.text
    transaction.begin()
    [ticket] = tickets_of(web)
    assert guests.is_guest(ticket.Creator()) and support.ticket_of(ticket.UID()) == ticket


def test_who_has_an_account_gets_no_link(portal, hub, posted, monkeypatch):
    parked = posted(corpus.plain(**STRANGER))
    monkeypatch.setattr(sorting.senders, "accounts_of", lambda address: ["mia"])
    with hub.As("sven"), pytest.raises(sorting.Undecided):
        sorting.confirm_guest(portal, parked.where)
    assert tickets_of(portal) == []


def test_answers_to_what_was_closed_long_ago_are_no_flood(asked, hub, posted, answer, monkeypatch):
    hub.step(asked, "sven", "close")
    mails = [answer(f"Nummer {number}.", "uta") for number in range(rules.MOST_TICKETS + 3)]
    later = formatting.now() + rules.REOPENS_FOR + timedelta(days=1)
    monkeypatch.setattr(formatting, "now", lambda: later)
    outcomes = [posted(mail) for mail in mails]
    assert [one.what for one in outcomes].count(storage.ARTICLE) == rules.MOST_TICKETS
    assert {one.reason for one in outcomes[rules.MOST_TICKETS :]} == {rules.FLOOD}
    assert asked.related and hub.state(asked) == "closed"


def test_old_letters_are_answered_after_the_ticket_was_taken_into_an_account(
    asked, hub, posted, answer
):
    mail, former = answer("Der im Saal.", "uta"), asked.Creator()
    with api.env.adopt_roles(["Manager"]):
        add_people({"uta": ("Uta Ohne", [])})
    outside.take_over(former, "uta")
    assert posted(mail).where == asked.UID()
    assert IJournal(asked).last("transition")["actor"] == "uta"
