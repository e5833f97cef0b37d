"""„Aus der Post“: strangers become people to confirm; what is shown of mails, and to whom."""

from kommunalhub.approvals.case.actor import visible_entries
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.conversation.restapi import conversation_of
from kommunalhub.approvals.interfaces import ICameBy
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.redaction import redact
from kommunalhub.notices.operations import TOLD
from kommunalhub.support.mail import operations
from kommunalhub.support.mail import storage
from people import browser
from support.mail import corpus
from support.mail.conftest import read
from support.mail.conftest import set_up
from support.mail.conftest import tickets_of
from zExceptions import NotFound

import pytest
import transaction


STRANGER = {"from": "Mia privat <mia@fremd.example>"}


def test_what_a_ticket_shows_of_a_mail_and_to_whom(portal, hub, posted, letters, answer):
    posted(corpus.tracked())
    [ticket] = tickets_of(portal)
    transaction.get().set_data(TOLD, {})
    with hub.As("mia"):
        conversation.write_message(ticket, "Noch etwas.")
    hub.step(ticket, "sven", "assign")
    transaction.get().set_data(TOLD, {})
    with hub.As("mia"):
        conversation.write_message(ticket, "Und noch etwas.")
    text = answer("Wir prüfen das.", "sven").replace(b"> Guten Tag", b"> INTERN Guten Tag")
    posted(text)
    number = IJournal(ticket).last("message")["seq"]
    with hub.As("sven"):
        came = ICameBy(ticket)(number)
        assert came["channel"] == "mail" and "INTERN" in str(came["whole"])
        assert came["original"].endswith(f"@@mail-original?seq={number}")
    with hub.As("mia"):
        came = ICameBy(ticket)(number)
        assert (came["whole"], came["hints"], came["original"]) == ("", (), None)
        assert "track.example" in ICameBy(ticket)(1)["hints"][0]
        said = conversation_of(ticket)["entries"]
        assert [entry["channel"] for entry in said] == ["web", "web", "mail"]
        assert "INTERN" not in str(said) + str(visible_entries(ticket, IJournal(ticket)))


def test_what_is_taken_out_of_the_journal_is_kept_in_no_original(portal, hub, posted):
    posted(corpus.plain())
    [ticket] = tickets_of(portal)
    posted(corpus.plain(text="Geheim\n", message_id="<b@m.e>", references="<eins@mail.example>"))
    number = IJournal(ticket).last("message")["seq"]
    redact(ticket, number, "hilde", "Auf Wunsch.")
    one = storage.article_of(ticket, number)
    assert (one.text, one.hints, one.message_id, one.original) == ("", (), "", None)
    assert ICameBy(ticket)(number)["original"] is None


@pytest.fixture
def arrived(web, functional, tmp_path):
    """Mails of a stranger, of a machine and of mia have come; a browser of somebody of support."""
    set_up(web)
    mails = [
        corpus.with_file("bild.png", subject="Scanner", **STRANGER),
        corpus.absent(),
        corpus.plain(message_id="<mia@m.e>"),
    ]
    for data in mails:
        path = tmp_path / "mail.eml"
        path.write_bytes(data)
        operations.take(web, str(path), read(data))
    transaction.commit()
    visitor = browser(functional, "sven")
    visitor.open(f"{web.absolute_url()}/support/@@aus-der-post")
    return visitor


def test_support_says_whose_mail_it_is(arrived, web):
    assert "Es warten: 1." in arrived.text
    assert "Zu dieser Adresse gibt es kein Konto." in arrived.text
    assert "Jemand ist abwesend" in arrived.text and "bild.png" in arrived.text
    arrived.getControl(name="person").value = "niemand@example.org"
    arrived.raiseHttpErrors = False
    arrived.getControl(name="confirm").click()
    assert "Ein solches Konto gibt es nicht." in arrived.text
    assert arrived.getControl(name="person").value == "niemand@example.org"
    arrived.getControl(name="person").value = " MAX@example.org "
    arrived.getControl(name="confirm").click()
    assert "Es ist jetzt die Anfrage T-" in arrived.text and "Keine E-Mail wartet." in arrived.text
    transaction.begin()
    [ticket] = [one for one in tickets_of(web) if one.title == "Scanner"]
    assert ticket.Creator() == "max" and len(ticket.objectIds()) == 1
    assert "mia@fremd.example" in IJournal(ticket).last("note")["comment"]
    assert not [role for who, role in ticket.get_local_roles() if who not in ("max", "sven")]


def test_what_is_discarded_leaves_its_reason_alone(arrived, web):
    number = arrived.getControl(name="mail", index=0).value
    arrived.raiseHttpErrors = False
    arrived.getControl(name="discard").click()
    assert "Bitte schreiben Sie, warum" in arrived.text
    arrived.getControl(name="reason").value = "Werbung"
    arrived.getControl(name="discard").click()
    assert "Die E-Mail ist verworfen." in arrived.text
    transaction.begin()
    store = storage.section_of(web)
    assert number not in store.parked
    [left] = [one for one in store.seen.values() if one[0] == storage.DISCARDED]
    assert left[2:] == ("sven", "Werbung")


def test_two_decide_at_once_and_one_is_told(arrived, web):
    number = arrived.getControl(name="mail", index=0).value
    store = storage.section_of(web)
    operations.parking.discard(store, number, "Werbung", "svea")
    transaction.commit()
    arrived.raiseHttpErrors = False
    arrived.getControl(name="person").value = "max"
    arrived.getControl(name="confirm").click()
    assert "hat schon jemand anderes entschieden" in arrived.text
    assert len(tickets_of(web)) == 1


def test_originals_are_for_support_and_saved_as_they_are(arrived, functional, web):
    number = arrived.getControl(name="mail", index=0).value
    [ticket] = tickets_of(web)
    for url, sign in (
        (f"{ticket.absolute_url()}/@@mail-original?seq=1", "leere Seiten"),
        (f"{web.absolute_url()}/support/@@parked-original?mail={number}", "bild.png"),
    ):
        arrived.open(url)
        assert sign in str(arrived.contents)
        assert arrived.headers["Content-Disposition"].startswith("attachment")
        mia = browser(functional, "mia")
        mia.handleErrors = True
        mia.raiseHttpErrors = False
        mia.open(url)
        assert sign not in str(mia.contents)
        for wrong in ("seq=99", "seq=x", "mail=x", ""):
            with pytest.raises(NotFound):
                arrived.open(f"{url.partition('?')[0]}?{wrong}")
