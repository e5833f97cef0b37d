"""Mails that come in: each ends as one article of a ticket or as one parked item with a reason."""

from datetime import timedelta
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core import formatting
from kommunalhub.notices.operations import TOLD
from kommunalhub.support import operations as support
from kommunalhub.support.clock import operations as clock_of
from kommunalhub.support.mail import operations
from kommunalhub.support.mail import rules
from kommunalhub.support.mail import storage
from plone import api
from support.mail import corpus
from support.mail.conftest import tickets_of

import pytest
import transaction


def article(outcome, seq=1):
    """Return (ticket, Article) of a mail that was taken."""
    assert outcome.what == storage.ARTICLE
    ticket = support.ticket_of(outcome.where)
    return ticket, storage.article_of(ticket, seq)


def parked(portal, outcome):
    """Return the item that a mail has become."""
    assert outcome.what == storage.PARKED
    return storage.section_of(portal).parked[outcome.where]


def last(ticket, kind=entries.MESSAGE):
    return IJournal(ticket).last(kind)


@pytest.fixture
def reported(portal, hub, posted):
    """A ticket of mia, made of a mail; sven has taken it."""
    ticket = support.ticket_of(posted(corpus.plain()).where)
    return hub.step(ticket, "sven", "assign")


def said(hub, ticket, text="Welcher Drucker ist es?", verb="wait"):
    """Have sven write to mia, so that there is a letter to answer."""
    transaction.get().set_data(TOLD, {})  # as if it were another one: nobody is told twice in one
    if verb == "message":
        with hub.As("sven"):
            conversation.write_message(ticket, text)
    else:
        hub.step(ticket, "sven", verb, text)
    return ticket


# A mail becomes a ticket.


def test_a_mail_of_a_colleague_becomes_their_ticket(portal, posted, letters):
    ticket, one = article(posted(corpus.with_file("Überblick.png")))
    assert (ticket.Creator(), ticket.title, ticket.partner) == ("mia", "Drucker", "malente")
    assert ticket.description == "Siehe Bild."
    assert [file.file.filename for file in ticket.objectValues()] == ["Überblick.png"]
    assert ticket.due == clock_of.due_of(ticket) is not None
    assert one.hints == () and one.message_id == "eins@mail.example"
    with one.original.open() as original:
        assert b"Siehe Bild." in original.read()
    [letter] = letters()
    assert ticket.case_number in letter.subject
    assert formatting.moment(ticket.due) in letter.text


@pytest.mark.parametrize(
    ("data", "title", "text"),
    [
        (corpus.broken_encoding(), "Drucker", "Größe fällt auf"),
        (corpus.unknown_encoding(), "Drucker", "Größe"),
        (corpus.without_subject(), "Moin,", "Moin,\nder Drucker druckt nur leere Seiten."),
        (corpus.plain(text="", subject=None), "(Ohne Betreff)", ""),
        (corpus.nothing_but_quotes(), "Drucker", "> Der Fehler ist noch da."),
        (corpus.plain(text="x" * 12_000), "Drucker", "x" * 9_998 + " …"),
    ],
)
def test_whatever_it_says_it_is_a_ticket(posted, data, title, text):
    ticket, one = article(posted(data))
    assert (ticket.title, ticket.description) == (title, text)
    assert one.text.startswith(text[:9_000])


@pytest.mark.parametrize(
    ("data", "name", "hint"),
    [
        (corpus.winmail(), "winmail.dat", "Outlook"),
        (corpus.invitation(), "text-1.ics", "nicht angenommen"),
        (corpus.with_file("start.exe", b"MZ", "application/x-msdownload"), "start.exe", ""),
        (corpus.with_file("brief.docm", b"PK\3\4", "application/x"), "brief.docm", "Makros"),
        (corpus.with_file("bild.png", b"%PDF-1.4"), "bild.png", ""),
    ],
)
def test_files_are_checked_as_everywhere_and_named(posted, data, name, hint):
    ticket, one = article(posted(data))
    assert ticket.objectIds() == []
    [told] = one.hints
    assert f"„{name}“" in told and hint in told
    assert told.startswith(("Nicht übernommen", "„winmail.dat“ wurde nicht übernommen"))


def test_names_of_files_may_have_umlauts(posted):  # freescout #2753
    for data, name in (
        (corpus.encoded_name(), "Übersicht Tür.pdf"),
        (corpus.bytes_in_headers(), "Übersicht.pdf"),
    ):
        ticket, _one = article(posted(data.replace(b"roh@", b"roh%d@" % len(name))))
        assert [file.file.filename for file in ticket.objectValues()] == [name]


def test_a_mail_within_a_mail_is_kept_with_its_files(posted):
    ticket, one = article(posted(corpus.within()))
    assert ticket.description == "Das kam bei mir an."
    assert "Ihr Postfach ist voll." in one.text and "Warnung" in one.text
    assert [file.file.filename for file in ticket.objectValues()] == ["logo.png"]


def test_pictures_elsewhere_are_named_and_never_loaded(posted):  # zammad #5193, freescout #5604
    ticket, one = article(posted(corpus.tracked()))
    assert one.hints == ("Bilder von track.example wurden nicht geladen.",)
    assert "track.example" not in ticket.description and "alert" not in one.text


def test_what_is_passed_on_is_the_report(posted):  # zammad #4965
    text = "Bitte ansehen.\n\nVon: Max\nGesendet: Montag\nAn: Mia\nBetreff: x\n\nNichts geht.\n"
    for prefix in ("WG", "Fwd"):
        data = corpus.plain(text=text, subject=f"{prefix}: Scanner", message_id=f"<{prefix}@m.e>")
        ticket, _one = article(posted(data))
        assert ticket.title == "Scanner" and "Nichts geht." in ticket.description


def test_capitals_of_an_address_do_not_matter(posted):
    ticket, _one = article(posted(corpus.plain(**{"from": "MIA@Example.ORG"})))
    assert ticket.Creator() == "mia"


# One mail is one article.


def test_the_same_mail_twice_is_one_ticket(portal, posted, letters):
    first, again = posted(corpus.plain()), posted(corpus.plain())
    assert again.what == operations.TWICE and again.where == first.where
    assert len(tickets_of(portal)) == 1 and len(letters()) == 1


def test_without_a_message_id_too(portal, posted):
    data = corpus.plain(message_id=None, date="Mon, 30 Nov 2026 09:00:00 +0100")
    assert posted(data).what == storage.ARTICLE
    assert posted(b"Received: from other\n" + data).what == operations.TWICE
    other = corpus.plain(text="Und noch etwas\n", message_id=None)
    assert posted(other).what == storage.ARTICLE


def test_nobody_keeps_a_mail_out_by_its_message_id(portal, posted):
    posted(corpus.plain(**{"from": "Fremd <x@fremd.example>"}))
    assert posted(corpus.plain()).what == storage.ARTICLE


def test_an_answer_that_comes_before_its_mail_belongs_to_it(portal, posted):  # zammad #5716
    later = corpus.plain(
        text="Nachtrag\n", message_id="<zwei@mail.example>", references="<eins@mail.example>"
    )
    ticket, _one = article(posted(later))
    second = posted(corpus.plain())
    assert second.where == ticket.UID() and len(tickets_of(portal)) == 1
    third = corpus.plain(message_id="<drei@mail.example>", references="<eins@mail.example>")
    assert posted(third).where == ticket.UID()
    assert [entry["kind"] for entry in IJournal(ticket)].count(entries.MESSAGE) == 2


def test_parked_and_discarded_mails_do_not_come_again(portal, posted):
    data = corpus.plain(**{"from": "Fremd <x@fremd.example>"})
    item = parked(portal, posted(data))
    assert posted(data).what == operations.TWICE
    operations.parking.discard(storage.section_of(portal), item.id, "Werbung", "sven")
    assert posted(data).what == operations.TWICE
    assert len(storage.section_of(portal).parked) == 0


# Answers.


def test_an_answer_lets_the_clock_go_on(portal, hub, posted, reported, answer, clock):
    clock(30, "10:00")
    said(hub, reported)
    assert reported.due is None
    clock(31, "8:30")
    outcome = posted(answer("Der im Flur.", data=corpus.with_file, name="flur.png"))
    assert outcome.where == reported.UID()
    assert hub.state(reported) == "assigned" and reported.due == hub.at(33, "8:30")
    step = last(reported, entries.TRANSITION)
    assert (step["action"], step["actor"], step["comment"]) == ("answer", "mia", "Der im Flur.")
    assert [file.file.filename for file in reported.objectValues()] == ["flur.png"]
    one = storage.article_of(reported, step["seq"])
    assert "Am Montag schrieb der Hub:" in one.text and one.text.startswith("Der im Flur.")


def test_an_answer_is_one_message_while_it_is_worked_on(hub, posted, reported, answer):
    said(hub, reported, "Wir sehen nach.", "message")
    posted(answer("Danke schon mal."))
    assert hub.state(reported) == "assigned"
    assert last(reported)["comment"] == "Danke schon mal." and last(reported)["actor"] == "mia"


def test_an_answer_opens_what_was_solved(hub, posted, reported, answer):
    said(hub, reported, "Klappe zu.", "resolve")
    posted(answer("Geht immer noch nicht."))
    assert hub.state(reported) == "reopened"


def test_who_only_thanks_does_not_open_it(hub, posted, reported, answer):
    said(hub, reported, "Klappe zu.", "resolve")
    posted(answer("Vielen Dank, klappt!"))
    assert hub.state(reported) == "resolved" and last(reported)["comment"] == "Vielen Dank, klappt!"


def test_an_answer_opens_what_is_closed_once(hub, posted, reported, answer):  # glpi #24760
    said(hub, reported, "Klappe zu.", "resolve")
    hub.step(reported, "mia", "close")
    data = answer("Wieder leere Seiten.")
    outcomes = [posted(data).what for _time in range(3)]
    assert outcomes == [storage.ARTICLE, operations.TWICE, operations.TWICE]
    assert hub.state(reported) == "reopened"
    assert len(IJournal(reported)) == last(reported, entries.TRANSITION)["seq"]


def test_long_after_it_was_closed_an_answer_begins_another_ticket(
    portal, hub, posted, reported, answer, monkeypatch
):
    said(hub, reported, "Klappe zu.", "resolve")
    hub.step(reported, "mia", "close")
    later = formatting.now() + rules.REOPENS_FOR + timedelta(days=1)
    monkeypatch.setattr(formatting, "now", lambda: later)
    other = support.ticket_of(posted(answer("Jetzt klemmt er.")).where)
    assert hub.state(reported) == "closed" and other.description == "Jetzt klemmt er."
    assert other.related == (reported.UID(),) and reported.related == (other.UID(),)


def test_an_answer_to_a_merged_ticket_goes_to_the_one_that_is_left(  # zammad #983
    hub, posted, reported, answer
):
    said(hub, reported, "Welcher?", "message")
    left = hub.report(reported.__parent__.__parent__, "mia")
    reported.merged = left.UID()
    assert posted(answer("Der im Flur.")).where == left.UID()
    assert last(left)["comment"] == "Der im Flur."


def test_who_may_not_write_on_the_other_ticket_answers_on_their_own(
    portal, hub, posted, reported, answer
):
    said(hub, reported, "Welcher?", "message")
    left = hub.report(portal, "max")
    reported.merged = left.UID()
    before = len(IJournal(left))
    assert posted(answer("Der im Flur.")).where == reported.UID()
    assert last(reported)["comment"] == "Der im Flur." and len(IJournal(left)) == before


def test_support_answers_by_mail(hub, posted, reported, answer, letters):
    posted(corpus.plain(text="Noch.\n", message_id="<n@m.e>", references="<eins@mail.example>"))
    transaction.get().set_data(TOLD, {})
    posted(answer("Bitte die Klappe schließen.", "sven"))
    assert last(reported)["actor"] == "sven"
    assert last(reported)["comment"] == "Bitte die Klappe schließen."
    assert last(reported, entries.NOTE) is None
    assert "Bitte die Klappe schließen." in letters()[-1].text


# Who somebody is: a mark that was signed for them, and their address.


def test_a_stranger_with_the_right_number_and_mark_gets_nothing(
    portal, hub, posted, reported, answer
):  # zammad #5064 #2444
    said(hub, reported)
    before = len(IJournal(reported))
    data = answer("Ich bin Mia.", **{"from": "Mia Beispiel <mia@fremd.example>"})
    item = parked(portal, posted(data))
    assert item.reason == rules.UNKNOWN and item.ticket == ""
    assert len(IJournal(reported)) == before and hub.state(reported) == "waiting"


def test_a_colleague_with_the_mark_of_another_gets_a_ticket_of_their_own(
    portal, hub, posted, reported, answer
):
    said(hub, reported)
    before = len(IJournal(reported))
    data = answer("Bei mir auch.", **{"from": "Max <max@example.org>"})
    ticket, _one = article(posted(data))
    assert ticket is not reported and ticket.Creator() == "max"
    assert len(IJournal(reported)) == before


def test_the_number_alone_says_nothing(portal, hub, posted, reported):
    said(hub, reported)
    before = len(IJournal(reported))
    data = corpus.plain(subject=f"AW: {reported.case_number} Drucker", message_id="<x@m.e>")
    ticket, _one = article(posted(data))
    assert ticket.UID() != reported.UID() and len(IJournal(reported)) == before


def test_a_forged_mark_says_nothing(portal, hub, posted, reported):
    said(hub, reported)
    data = corpus.plain(subject=f"[{reported.case_number}-{'0' * 16}]", message_id="<x@m.e>")
    assert posted(data).where != reported.UID()


def test_the_message_id_of_somebody_else_says_nothing(portal, posted, reported):
    data = corpus.plain(
        **{"from": "Max <max@example.org>"}, message_id="<x@m.e>", references="<eins@mail.example>"
    )
    ticket, _one = article(posted(data))
    assert ticket.Creator() == "max"


def test_who_claims_to_be_support_without_a_mark_is_looked_at(portal, posted, reported):
    headers = {"subject": "AW: Drucker", "references": "<eins@mail.example>"}
    data = corpus.plain(**{"from": "Sven <sven@example.org>"}, **headers)
    assert parked(portal, posted(data)).reason == rules.AGENT


def test_support_may_report_something_too(posted):  # zammad #3405
    ticket, _one = article(posted(corpus.plain(**{"from": "Sven <sven@example.org>"})))
    assert ticket.Creator() == "sven"


def test_who_may_not_write_on_it_is_looked_at(portal, hub, posted, reported, answer):
    said(hub, reported, "Klappe zu.", "resolve")
    hub.step(reported, "mia", "close")
    posted(answer("Geht nicht."))  # sven hears of it
    hub.step(reported, "mia", "close")
    item = parked(portal, posted(answer("Und jetzt?", "sven")))
    assert item.reason == rules.REFUSED and item.ticket == reported.UID()


def test_an_address_of_several_is_looked_at(portal, posted):
    with api.env.adopt_roles(["Manager"]):
        api.user.get(userid="max").setMemberProperties({"email": "mia@example.org"})
    assert parked(portal, posted(corpus.plain())).reason == rules.SEVERAL


def test_an_unknown_sender_is_a_person_to_confirm_and_gets_no_answer(portal, posted, letters):
    data = corpus.with_file("bild.png", **{"from": "Fremd <x@fremd.example>"})
    item = parked(portal, posted(data))
    assert (item.reason, item.name, item.address) == (rules.UNKNOWN, "Fremd", "x@fremd.example")
    assert item.files == (("bild.png", len(corpus.PICTURE)),)
    assert letters("x@fremd.example") == [] and len(tickets_of(portal)) == 0


def test_where_our_server_proves_addresses_only_a_proven_one_reports(portal, posted):
    api.portal.set_registry_record("kommunalhub.support_mail_server", "mx.hub.example")
    assert parked(portal, posted(corpus.plain())).reason == rules.UNPROVEN
    proof = "mx.hub.example; dmarc=pass header.from=example.org"
    data = corpus.plain(message_id="<b@m.e>", authentication_results=proof)
    assert posted(data).what == storage.ARTICLE


# What no person has sent.


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({}, rules.ABSENCE),
        ({"subject": "AW: Drucker", "auto_submitted": "auto-replied"}, rules.ABSENCE),
        ({"subject": "AW: Drucker", "precedence": "bulk"}, rules.LIST),
        ({"subject": "AW: Drucker", "x_auto_response_suppress": "All"}, rules.AUTOMATIC),
        ({"subject": "Unzustellbar", "return_path": "<>"}, rules.BOUNCE),
    ],
)
def test_absence_neither_opens_nor_drops_anything(  # zammad #5113 #6187
    portal, hub, posted, reported, letters, headers, why
):
    said(hub, reported, "Klappe zu.", "resolve")
    before, mails = len(IJournal(reported)), len(letters())
    letter = letters()[-1]
    outcome = posted(corpus.absent(references=f"<{letter.message_id}@hub.example.org>", **headers))
    item = parked(portal, outcome)
    assert item.reason == why and item.ticket == reported.UID()
    assert hub.state(reported) == "resolved"
    assert (len(IJournal(reported)), len(letters())) == (before, mails)


def test_a_loop_of_two_machines_ends_at_once(portal, hub, posted, reported, letters):
    said(hub, reported)
    before = len(letters())
    for number in range(30):
        letter = letters()[-1]
        data = corpus.plain(
            text="Ihre Nachricht ist eingegangen.\n",
            subject=f"Eingang: {letter.subject}",
            message_id=f"<schleife-{number}@mail.example>",
            auto_submitted="auto-generated",
        )
        assert posted(data).what == storage.PARKED
    assert hub.state(reported) == "waiting" and len(letters()) == before


def test_our_own_letters_are_never_taken(portal, hub, posted, reported, letters):
    said(hub, reported)
    own = letters()[-1].message_id
    for headers in (
        {"from": corpus.SUPPORT},
        {"from": "hub@hub.example.org"},
        {"message_id": f"<{own}@hub.example.org>"},
    ):
        assert parked(portal, posted(corpus.plain(**headers))).reason == rules.LOOP


def test_a_machine_that_reports_without_saying_so_is_stopped(portal, posted, letters):
    outcomes = [posted(corpus.plain(message_id=f"<{n}@m.e>")) for n in range(15)]
    made = [one for one in outcomes if one.what == storage.ARTICLE]
    assert len(made) == rules.MOST_TICKETS == len(letters())
    assert {one.reason for one in outcomes if one not in made} == {rules.FLOOD}


def test_a_circular_is_no_report(portal, posted):
    item = parked(portal, posted(corpus.to_a_thousand()))
    assert item.reason == rules.MASS and len(tickets_of(portal)) == 0


@pytest.mark.parametrize("why", rules.UNREAD)
def test_what_cannot_be_read_is_parked_with_its_bytes(portal, posted, why):
    item = parked(portal, posted(corpus.plain(), why))
    assert item.reason == why
    with item.original.open() as original:
        assert original.read() == corpus.plain()


@pytest.mark.parametrize("data", corpus.NOISE)
def test_noise_is_parked(portal, posted, data):
    assert parked(portal, posted(data)).reason == rules.UNKNOWN
