"""An address of support, and mails that come in: read as the program reads them, without it."""

from io import BytesIO
from kommunalhub.lib.mailtext import message
from kommunalhub.notices.box import store_of
from kommunalhub.security.address import RECORD
from kommunalhub.support.mail import operations
from kommunalhub.support.mail import reading
from kommunalhub.support.mail import settings
from plone import api
from support.mail import corpus

import pytest


def set_up(portal):
    """Set addresses, and have mails made although no server is there."""
    for name, value in (
        (RECORD, "https://hub.example.org"),
        (settings.ADDRESS, corpus.SUPPORT),
        ("plone.email_from_address", "hub@hub.example.org"),
        ("plone.email_from_name", "Digitaler Hub"),
        ("plone.smtp_host", "mail.example"),
    ):
        api.portal.set_registry_record(name, value)


def tickets_of(portal):
    """Return the tickets of the section, in the order of their numbers."""
    things = portal["support"].objectValues()
    return [one for one in things if one.portal_type == "SupportTicket"]


def read(data):
    """Return the Mail in some bytes, its files as uploads."""
    mail = message.read(data)
    mail.files = [
        reading.MailUpload(BytesIO(file.data), 0, len(file.data), file.name, file.kind)
        for file in mail.files
    ]
    return mail


@pytest.fixture
def posted(portal, tmp_path, clock):
    """Return a function that takes a mail (bytes) as it comes; the Outcome."""
    set_up(portal)

    def posted(data, why=None):
        path = tmp_path / "mail.eml"
        path.write_bytes(data)
        return operations.take(portal, str(path), read(data), why)

    return posted


@pytest.fixture
def letters(portal, posted):
    """Return a function: the letters to an address that wait in the outbox, oldest first."""

    def letters(address="mia@example.org"):
        store = store_of(portal)
        mails = store.outbox.mails.values() if store is not None else ()
        mails = sorted(mails, key=lambda mail: (mail.created, mail.letter.seq))
        return [mail.letter for mail in mails if mail.letter.recipient == address]

    return letters


@pytest.fixture
def answer(letters):
    """Return a function: an answer to the last letter to a person, as their mailer writes it."""
    numbers = iter(range(1000))

    def answer(text, who="mia", data=corpus.plain, **headers):
        letter = letters(f"{who}@example.org")[-1]
        quoted = "".join(f"> {line}\n" for line in letter.text.splitlines())
        values = {
            "from": f"{who.capitalize()} Beispiel <{who}@example.org>",
            "subject": f"AW: {letter.subject}",
            "message_id": f"<antwort-{next(numbers)}@mail.example>",
            "in_reply_to": f"<{letter.message_id}@hub.example.org>",
            "references": f"<{letter.message_id}@hub.example.org>",
        }
        return data(text=f"{text}\n\nAm Montag schrieb der Hub:\n{quoted}", **(values | headers))

    return answer
