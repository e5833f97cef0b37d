"""The second level: what goes along, who agrees to it, and that they see nothing else."""

from html import unescape
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.journal.redaction import redact
from kommunalhub.core.private.catalog import rids_of
from kommunalhub.core.tools import catalog
from kommunalhub.notices.box import store_of
from kommunalhub.notices.operations import TOLD
from kommunalhub.support import queue
from kommunalhub.support.desk.secondlevel import operations
from kommunalhub.support.desk.secondlevel import reading
from kommunalhub.support.desk.secondlevel import rules
from kommunalhub.support.desk.secondlevel.operations import WrongText
from kommunalhub.support.desk.talk import talk_of
from plone import api

import pytest
import transaction


TEXT = "Frau Mia Beispiel erreichen Sie unter 04361 498-0 oder mia@example.org."
QUESTION = "Bitte den Abgleich prüfen."


@pytest.fixture
def ticket(portal, hub, clock):
    """A ticket in work that tells who it is about, with a message and a note."""
    found = hub.report(portal, "mia", title="Konto von Mia Beispiel", description=TEXT)
    hub.step(found, "sven", "assign")
    with hub.As("mia"):
        conversation.write_message(found, "Es eilt, sagt Mia Beispiel.")
    with hub.As("sven"):
        conversation.write_note(found, "Nur für uns.")
    return found


def hand(hub, ticket, who="sven"):
    with hub.As(who):
        lines, whole = operations.preview(ticket, QUESTION)
        operations.hand_over(ticket, QUESTION, rules.digest(lines, whole))


def answer(hub, ticket, kind=operations.STATUS, text="Läuft wieder.", who="dora"):
    with hub.As(who):
        operations.reply(ticket, kind, text)


def went(ticket):
    return {line.name: line.text for line in operations.hand_of(ticket).parcels[-1].lines}


def noted(ticket):
    """Return what was recorded of the handover."""
    known = frozenset(entries.PASSED_ON)
    return [entry["action"] for entry in IJournal(ticket) if entry["action"] in known]


def test_without_consent_nothing_tells_who_it_is(ticket, hub):
    hand(hub, ticket)
    told = went(ticket)
    assert not rules.PERSONAL.intersection(told)
    assert told["question"] == QUESTION
    everything = " ".join(told.values())
    for private in ("Mia", "Beispiel", "04361", "498-0", "@example.org", "Nur für uns."):
        assert private not in everything, private
    assert "[Name]" in told["title"]
    assert hub.brain(ticket).case_extra["second"]["title"] == told["title"]


def test_with_consent_it_goes_unchanged_once(ticket, hub):
    with hub.As("sven"):
        for _time in range(2):
            operations.ask_consent(ticket)
    with hub.As("mia"):
        operations.answer_consent(ticket, False, "Lieber nicht.")
        operations.answer_consent(ticket, True)
    hand(hub, ticket)
    told = went(ticket)
    assert told["description"] == TEXT
    assert told["mail"] == api.user.get(userid="mia").getProperty("email")
    assert "Nur für uns." not in " ".join(told.values())
    assert noted(ticket) == ["consent_asked", "consent_refused", "consent_given", "handed_on"]
    with hub.As("mia"), pytest.raises(AlreadyDecided):
        operations.answer_consent(ticket, False)
    with hub.As("sven"):
        operations.call_back(ticket)
        _lines, whole = operations.preview(ticket, QUESTION)
    assert not whole  # it was for this once


def test_consent_is_taken_back_before_it_goes(ticket, hub):
    with hub.As("mia"), pytest.raises(NotPossible):
        operations.answer_consent(ticket, True)
    with hub.As("sven"):
        operations.ask_consent(ticket)
        with pytest.raises(NotAllowed):
            operations.answer_consent(ticket, True)
    with hub.As("mia"):
        operations.answer_consent(ticket, True)
        with pytest.raises(WrongText):
            operations.answer_consent(ticket, False, "x" * 501)
        operations.answer_consent(ticket, False)
    with hub.As("sven"):
        lines, whole = operations.preview(ticket, QUESTION)
        with pytest.raises(NotPossible):
            operations.ask_consent(ticket)
    assert not whole
    assert not [line for line in lines if "Beispiel" in line.text]


def test_only_what_was_seen_goes(ticket, hub):
    with hub.As("sven"):
        lines, whole = operations.preview(ticket, QUESTION)
        seen = rules.digest(lines, whole)
        with pytest.raises(AlreadyDecided):
            operations.hand_over(ticket, f"{QUESTION} Heute.", seen)
    with hub.As("mia"):
        conversation.write_message(ticket, "Noch etwas.")
    with hub.As("sven"):
        with pytest.raises(AlreadyDecided):
            operations.hand_over(ticket, QUESTION, seen)
        for wrong in ("", "x" * 2001):
            with pytest.raises(WrongText):
                operations.preview(ticket, wrong)
    hand(hub, ticket)
    with pytest.raises(AlreadyDecided):
        hand(hub, ticket, "svea")
    assert noted(ticket) == ["handed_on"]


def test_who_hands_over_and_who_answers(ticket, hub):
    for who in ("mia", "max", "rita", "dora", "gesa"):
        with hub.As(who):
            for verb in (operations.ask_consent, operations.call_back):
                with pytest.raises(NotAllowed):
                    verb(ticket)
            with pytest.raises(NotAllowed):
                operations.preview(ticket, QUESTION)
    with pytest.raises(NotPossible):
        answer(hub, ticket)
    hand(hub, ticket)
    for who in ("mia", "sven", "rita", "gesa"):
        with pytest.raises(NotAllowed):
            answer(hub, ticket, who=who)
    for kind, text in (("burn", "x"), ("status", " "), ("status", "x" * 5001)):
        with pytest.raises(WrongText):
            answer(hub, ticket, kind, text)
    with hub.As("dora"):
        assert not api.user.has_permission("View", obj=ticket)
        assert not api.content.find(UID=ticket.UID())


def test_an_answer_is_a_note_until_support_passes_it_on(ticket, hub):
    hand(hub, ticket)
    for _time in range(2):
        answer(hub, ticket, operations.SOLVED, "Der Abgleich läuft wieder.")
    assert len(operations.replies_to(ticket)) == 1
    assert operations.hand_of(ticket).stands == rules.BACK
    with hub.As("mia"):
        assert "Abgleich" not in str(talk_of([ticket]))
    (seq,) = operations.hand_of(ticket).waiting
    with hub.As("mia"), pytest.raises(NotAllowed):
        operations.use(ticket, seq)
    with hub.As("sven"):
        with pytest.raises(ApprovalError):
            operations.use(ticket, seq, "")
        operations.use(ticket, seq, "Es sollte wieder gehen.")
    with hub.As("svea"), pytest.raises(AlreadyDecided):
        operations.use(ticket, seq)
    with hub.As("mia"):
        assert "Es sollte wieder gehen." in str(talk_of([ticket]))
    assert operations.hand_of(ticket).stands == rules.OUT


def test_it_is_told_in_the_queue_and_the_clock_goes_on(ticket, hub, clock):
    before = ticket.due
    hand(hub, ticket)
    assert ticket.due == before
    found = catalog()
    rids = list(rids_of(found.unrestrictedSearchResults(UID=ticket.UID())))
    parts = queue.parted(found, rids, queue.ALL, "svea", hub.at(30, "9:00"))
    assert len(parts[queue.AWAY]) == 1
    assert parts[queue.NOBODYS] == []
    assert [row["number"] for row in reading.with_second_level()] == [ticket.case_number]
    hub.step(ticket, "sven", "resolve", "Läuft.")
    assert reading.with_second_level() == []
    assert operations.handed_by(ticket.UID()) is None


def test_what_data_protection_takes_out_is_taken_out_here(ticket, hub):
    hand(hub, ticket)
    seq = IJournal(ticket).last(entries.MESSAGE)["seq"]
    assert went(ticket)["asks"]
    redact(ticket, seq, "hilde", "Auf Wunsch.")
    assert went(ticket)["asks"] == ""


def test_the_second_level_and_the_reporter_are_written(ticket, hub, portal):
    for name, value in (("smtp_host", "localhost"), ("email_from_address", "hub@example.org")):
        api.portal.set_registry_record(f"plone.{name}", value)
    hand(hub, ticket)
    transaction.get().set_data(TOLD, {})  # what comes next is another request
    with hub.As("sven"):
        operations.call_back(ticket)
        transaction.get().set_data(TOLD, {})
        operations.ask_consent(ticket)
    letters = [mail.letter for mail in store_of(portal).outbox.mails.values()]
    (theirs,) = (one for one in letters if one.key.startswith("second-level:"))
    assert theirs.recipient == "dora@example.org"
    assert ticket.UID() in theirs.text
    assert "Mia" not in f"{theirs.subject} {theirs.text} {theirs.html}"
    told = " ".join(" ".join(one.text for one in letters if one.userid == "mia").split())
    assert "ob persönliche Angaben an den 2nd Level mitgehen dürfen" in told


def text(browser):
    return " ".join(unescape(browser.contents).split())


def test_from_the_question_to_the_answer_by_forms(functional, web, hub, clock):
    ticket = hub.report(web, "mia", title="Konto von Mia Beispiel", description=TEXT)
    transaction.commit()
    url, section = ticket.absolute_url(), web["support"].absolute_url()
    support = hub.browser(functional, "sven")
    support.raiseHttpErrors = False
    support.open(url)
    support.getLink("An den 2nd Level übergeben").click()
    support.getControl("Um Einwilligung bitten").click()
    reporter = hub.browser(functional, "mia")
    reporter.raiseHttpErrors = False
    reporter.open(url)
    reporter.getControl(name="reason").value = "Bitte ohne mich."
    reporter.getControl("Nein, bitte weglassen").click()
    assert "Ihre Angaben gehen nicht mit." in text(reporter)
    support.open(f"{url}/@@second-level")
    support.getControl("Ansehen, was mitgeht").click()
    assert "Bitte schreiben Sie, was der 2nd Level tun soll." in text(support)
    support.getControl(name="question", index=0).value = QUESTION
    support.getControl("Ansehen, was mitgeht").click()
    assert "Konto von [Name]" in text(support)
    support.getControl("So übergeben").click()
    assert "Vom 2nd Level zurückholen" in text(support)

    theirs = hub.browser(functional, "dora")
    theirs.raiseHttpErrors = False
    theirs.open(section)
    theirs.getLink("Übergaben an den 2nd Level").click()
    theirs.getLink("Konto von [Name]").click()
    assert QUESTION in text(theirs)
    assert "mia@example.org" not in text(theirs)
    theirs.getControl("Stand zurückmelden").click()
    assert "Bitte schreiben Sie, wie es steht." in text(theirs)
    theirs.getControl(name="text").value = "Der Abgleich läuft wieder."
    theirs.getControl("Als gelöst zurückmelden").click()
    assert "Der Abgleich läuft wieder." in text(theirs)

    support.open(f"{section}?queue=away")
    assert "Der 2nd Level hat geantwortet" in text(support)
    support.open(url)
    support.getControl("Als Nachricht senden").click()
    reporter.open(url)
    assert "Der Abgleich läuft wieder." in text(reporter)
    assert "Was am" in text(reporter)

    for who in ("mia", "sven", None):
        other = hub.visitor(who).get(f"{section}/@@zweite-ebene?ticket={ticket.UID()}")
        assert QUESTION not in other.text, who
    assert "Konto von" not in hub.visitor("dora").get(url).text


def test_over_rest(web, hub, clock):
    ticket = hub.report(web, "mia", title="Konto von Mia Beispiel", description=TEXT)
    transaction.commit()
    url, section = ticket.absolute_url(), web["support"].absolute_url()
    one, all_ = f"{url}/@second-level", f"{section}/@second-level"
    rest, mia, dora = hub.rest("sven"), hub.rest("mia"), hub.rest("dora")
    assert rest.post(one, json={"act": "ask"}).json()["stands"] == "asked"
    assert mia.post(one, json={"act": "agree"}).json()["consent"] == "yes"
    seen = rest.post(one, json={"act": "preview", "question": QUESTION}).json()
    assert seen["whole"]
    sent = {"act": "hand", "question": QUESTION, "seen": seen["seen"]}
    assert rest.post(one, json={**sent, "seen": "x"}).status_code == 409
    assert rest.post(one, json=sent).json()["out"]
    assert rest.post(one, json=sent).status_code == 409
    assert dora.get(one).status_code in (401, 403, 404)
    (item,) = dora.get(all_).json()["items"]
    assert item["title"] == "Konto von Mia Beispiel"
    assert dora.get(item["@id"]).json()["handed"]["lines"][0]["text"] == QUESTION
    reply = {"ticket": item["uid"], "act": "solved", "text": "Läuft."}
    assert dora.post(all_, json=reply).json()["answers"][0]["act"] == "solved"
    (reply_,) = rest.get(one).json()["answers"]
    assert mia.get(one).json()["answers"] == []
    assert rest.post(one, json={"act": "keep", "seq": str(reply_["seq"])}).json()["stands"] == "out"
    for bad in ({}, {"act": "burn"}, {"act": "preview", "question": 7}):
        assert rest.post(one, json=bad).status_code == 400, bad
    assert dora.post(all_, json={**reply, "text": ""}).status_code == 400
    assert dora.post(all_, json={**reply, "ticket": "gone"}).status_code == 404
    assert dora.get(f"{all_}?ticket=gone").status_code == 404
    for rest_ in (rest, mia, hub.rest("max")):
        assert rest_.get(all_).status_code == 403
        assert rest_.post(all_, json=reply).status_code == 403
    assert hub.rest("max").post(one, json={"act": "ask"}).status_code in (401, 403, 404)
    assert hub.rest().get(all_).status_code in (401, 403, 404)
