"""A mail server on loopback that can be told to misbehave, and a clock that can be set."""

from aiosmtpd.controller import Controller
from approvals.conftest import acting  # noqa: F401
from approvals.conftest import client  # noqa: F401
from approvals.conftest import populated  # noqa: F401
from approvals.conftest import portal  # noqa: F401
from approvals.conftest import process  # noqa: F401
from approvals.conftest import travel  # noqa: F401
from approvals.conftest import web  # noqa: F401
from datetime import timedelta
from datetime import UTC
from email import message_from_bytes
from email import policy
from kommunalhub.core import formatting
from kommunalhub.notices import smtp
from kommunalhub.notices.box import store_of
from moments import MOMENTS
from plone import api

import asyncio
import pytest
import socket


class Server:
    """A real SMTP server. `answers` says how it behaves: a key is a recipient or "*".

    Values: a reply such as "550 No such box" given to RCPT, ("data", reply) given to DATA,
    "stall" (takes the text and never answers), "drop" (hangs up in the middle).
    """

    def __init__(self):
        self.mails = []
        self.answers = {}
        self.before_reply = None
        self._controller = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def start(self):
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self):
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def _answer(self, recipient):
        return self.answers.get(recipient, self.answers.get("*"))

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self._answer(address)
        if isinstance(answer, str) and answer[:1].isdigit():
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        answer = self._answer(envelope.rcpt_tos[0])
        if answer == "stall":
            await asyncio.sleep(3)
            return "451 Too late"
        if answer == "drop":
            server.transport.close()
            return "421 Bye"
        if isinstance(answer, tuple):
            return answer[1]
        if self.before_reply is not None:
            self.before_reply()
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 Taken"

    def settings(self, **changes):
        given = {
            "host": "127.0.0.1",
            "port": self.port,
            "user": None,
            "password": None,
            "sender": "hub@example.org",
            "sender_name": "Digitaler Hub",
            "timeout": 1,
        }
        return smtp.Settings(**{**given, **changes})


@pytest.fixture
def server():
    """Return a Server that is up."""
    server = Server()
    server.start()
    yield server
    server.stop()


class Clock:
    """What `formatting.now` answers; forward(minutes=5) moves it."""

    def __init__(self, moment):
        self.now = moment.astimezone(UTC)

    def forward(self, **more):
        self.now += timedelta(**more)

    def set(self, moment):
        self.now = moment


@pytest.fixture(params=MOMENTS.values(), ids=MOMENTS)
def clock(request, monkeypatch):
    """A Clock; each test runs at all moments at which something else has failed."""
    clock = Clock(request.param)
    monkeypatch.setattr(formatting, "now", lambda: clock.now)
    return clock


@pytest.fixture
def mailing(portal, server):  # noqa: F811
    """Set the site of an integration test up to send mail."""
    set_up_mail(server)
    return portal


def set_up_mail(server):
    api.portal.set_registry_record("plone.smtp_host", "127.0.0.1")
    api.portal.set_registry_record("plone.smtp_port", server.port)
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    api.portal.set_registry_record("plone.email_from_name", "Digitaler Hub")


@pytest.fixture
def letters(portal):  # noqa: F811
    """Return a function that answers the letters in the outbox, by the person they go to."""

    def letters():
        store = store_of(portal)
        found = store.outbox.mails.values() if store is not None else ()
        return {mail.letter.userid: mail.letter for mail in found}

    return letters
