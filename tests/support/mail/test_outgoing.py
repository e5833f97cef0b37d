"""Letters about tickets hang together and can be answered; what is internal is in none of them."""

from email import message_from_bytes
from email import policy
from kommunalhub.approvals.assignment import operations as assignment
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.notices import operations as notices
from kommunalhub.notices import smtp
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.operations import TOLD
from kommunalhub.notices.rules import ALL
from kommunalhub.support.mail import rules
from kommunalhub.support.mail import settings
from plone import api
from support.mail import corpus
from support.mail.conftest import tickets_of

import transaction


SECRET = "Der Hersteller sagt, das Gerät sei alt."


def sent(portal, letter):
    """Return a letter as a mail server gets it, read again."""
    data = smtp.message_of(letter, settings_of(portal)).as_bytes()
    assert all(len(line) <= 998 for line in data.splitlines())
    return message_from_bytes(data, policy=policy.default)


def anew():
    transaction.get().set_data(TOLD, {})


def test_letters_hang_together_and_can_be_answered(portal, hub, posted, letters):
    posted(corpus.plain())
    [ticket] = tickets_of(portal)
    anew()
    hub.step(ticket, "sven", "wait", "Welcher Drucker?\n\nDer im Flur?")
    received, asked = (sent(portal, letter) for letter in letters())
    mark = f"[{letters()[0].mark}]"
    for mail in (received, asked):
        assert mail["Reply-To"] == corpus.SUPPORT
        assert mail["Subject"].endswith(mark)
        assert mail["References"].split()[0] == "<t-2026-001.thread@hub.example.org>"
        assert mail["In-Reply-To"] == "<eins@mail.example>" == mail["References"].split()[-1]
        assert rules.marks_in(mail["Message-ID"]) == rules.marks_in(mark)
        assert mail["Auto-Submitted"] == "auto-generated"
    assert received["Message-ID"] != asked["Message-ID"]
    text = asked.get_body(("plain",)).get_content().replace("\r", "")
    assert "Welcher Drucker?\n\nDer im Flur?" in text
    assert "Der im Flur?" in asked.get_body(("html",)).get_content()


def test_long_names_of_servers_are_written_as_they_are(portal, hub, posted, letters):
    address = f"support@{'.'.join(['oldenburg-in-holstein'] * 5)}.example.org"
    api.portal.set_registry_record(settings.ADDRESS, address)
    api.portal.set_registry_record("plone.email_from_address", address)
    posted(corpus.plain(message_id=f"<{'x' * 120}@mail.example>"))
    data = smtp.message_of(letters()[-1], settings_of(portal)).as_bytes()
    assert f"In-Reply-To: <{'x' * 120}@mail.example>".encode() in data


def test_each_person_has_a_mark_of_their_own(portal, hub, posted, letters):
    posted(corpus.plain())
    [ticket] = tickets_of(portal)
    hub.step(ticket, "sven", "assign")
    anew()
    with hub.As("mia"):
        conversation.write_message(ticket, "Noch etwas.")
    marks = {letters(f"{who}@example.org")[-1].mark for who in ("mia", "sven")}
    assert len(marks) == 2 and len({mark.rpartition("-")[0] for mark in marks}) == 1


def test_internal_notes_go_out_in_no_letter_and_cannot_be_answered(portal, hub, posted, letters):
    posted(corpus.plain())
    [ticket] = tickets_of(portal)
    notices.set_modes(portal, "sven", {"mail": ALL})
    for who in ("sven", "svea"):
        anew()
        with hub.As(who):
            conversation.write_message(ticket, "Wir prüfen das Gerät.")
        anew()
        with hub.As(who):
            conversation.write_note(ticket, SECRET)
    anew()
    with hub.As("sven"):
        assignment.take(ticket)
    everybody = [letter for who in hub.PEOPLE for letter in letters(f"{who}@example.org")]
    assert everybody and not [one for one in everybody if SECRET in one.text + one.html]
    told = [one for one in letters("sven@example.org") if "Notiz" in one.text]
    assert told and not any(one.mark or one.reply_to or one.references for one in told)
    assert [one for one in letters() if "Notiz" in one.text] == []


def test_without_an_address_nothing_can_be_answered(portal, hub, posted, letters):
    api.portal.set_registry_record(settings.ADDRESS, "")
    posted(corpus.plain())
    [letter] = letters()
    assert (letter.mark, letter.reply_to, letter.references) == ("", "", ())


def test_both_are_told_where_somebody_reports_for_somebody_else(
    portal, hub, clock, posted, letters, answer
):
    ticket = hub.report(portal, "mia", for_whom="Max Beispiel")
    anew()
    hub.step(ticket, "sven", "wait", "Welcher Drucker?")
    for who, words in (("mia", "Max Beispiel liest"), ("max", "Mia Beispiel hat für Sie")):
        first, asked = letters(f"{who}@example.org")
        assert words in " ".join(first.text.split()) and "Welcher Drucker?" in asked.text
    assert letters("rita@example.org") == []
    posted(answer("Der im Flur.", "max"))
    assert hub.state(ticket) == "assigned"
