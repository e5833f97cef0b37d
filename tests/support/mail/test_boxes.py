"""A Maildir and an IMAP box are emptied by a tick, `kommunalhub mail-in` takes one mail."""

from contextlib import contextmanager
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from kommunalhub.notices.box import store_of
from kommunalhub.site.commands import mail_in
from kommunalhub.site.server import spool
from kommunalhub.site.server.configuration import Refused
from kommunalhub.support.mail import boxes
from kommunalhub.support.mail import jobs
from kommunalhub.support.mail import operations
from kommunalhub.support.mail import rules
from kommunalhub.support.mail import settings
from kommunalhub.support.mail import storage
from support.mail import corpus
from support.mail.conftest import set_up
from support.mail.conftest import tickets_of
from threading import Thread

import imaplib
import pytest
import re
import socketserver
import transaction


@pytest.fixture
def maildir(tmp_path, monkeypatch):
    """A Maildir that is polled; put(name, bytes) puts a mail into it."""
    for name in ("new", "cur", "tmp"):
        (tmp_path / "box" / name).mkdir(parents=True)
    monkeypatch.setenv(settings.BOX, f"maildir:{tmp_path}/box")
    return tmp_path / "box"


@pytest.fixture
def polled(web):
    """Return a function that takes what waits, as a tick does; the site is committed."""
    set_up(web)
    transaction.commit()

    def polled():
        job = jobs.MailIn()
        for key in job.due(formatting.now()):
            job.do(key, formatting.now())
        transaction.begin()
        return tickets_of(web)

    return polled


def test_a_maildir_is_taken_once_and_kept(maildir, polled, web):
    mails = {
        "1.a": corpus.plain(),
        "2.b": corpus.deep(60),
        "3.c": b"\0\1",
        "4.d": corpus.plain(),
        "5.e": corpus.plain(message_id="<f@m.e>", **{"from": "x@fremd.example"}),
    }
    for name, data in mails.items():
        (maildir / "new" / name).write_bytes(data)
    support = polled()
    assert [ticket.Creator() for ticket in support] == ["mia"]
    reasons = [item.reason for item in storage.section_of(web).parked.values()]
    assert sorted(reasons) == sorted(["nested", rules.UNKNOWN, rules.UNKNOWN])
    assert not list((maildir / "new").iterdir())
    assert sorted(path.name for path in (maildir / "cur").iterdir()) == [
        f"{name}:2,S" for name in mails
    ]
    assert jobs.MailIn().due(formatting.now()) == []


def test_one_mail_that_cannot_be_taken_stops_nothing(  # zammad #3654 #5265
    maildir, polled, web, monkeypatch
):
    take = operations.take

    def broken(portal, path, mail, why=None):
        if mail.subject == "Unglück":
            raise RuntimeError("as if something of ours were wrong")
        return take(portal, path, mail, why)

    monkeypatch.setattr(operations, "take", broken)
    (maildir / "new" / "1").write_bytes(corpus.plain(subject="Unglück", message_id="<u@m.e>"))
    (maildir / "new" / "2").write_bytes(corpus.plain())
    with pytest.raises(boxes.BoxError, match="1 mails"):
        polled()
    transaction.begin()
    assert len(tickets_of(web)) == 1
    assert [path.name for path in (maildir / "new").iterdir()] == ["1"]
    monkeypatch.setattr(operations, "take", take)
    assert len(polled()) == 2


def test_mails_share_a_transaction_and_each_is_told_by_itself(maildir, polled, web, monkeypatch):
    commits, commit = [], jobs.commit
    monkeypatch.setattr(jobs, "AT_ONCE", 3)
    monkeypatch.setattr(
        jobs, "commit", lambda some, done: (commits.append(len(some)), commit(some, done))
    )
    (maildir / "new" / "0").write_bytes(corpus.plain())
    for number in range(1, 5):
        answer = corpus.plain(message_id=f"<{number}@m.e>", references="<eins@mail.example>")
        (maildir / "new" / f"{number}").write_bytes(answer)
    [ticket] = polled()
    assert commits == [3, 2]
    said = [entry for entry in IJournal(ticket) if entry["kind"] == "message"]
    assert len(said) == 4
    mails = store_of(web).outbox.mails.values()
    assert sum(mail.letter.recipient == "sven@example.org" for mail in mails) == 4


def test_nothing_is_polled_unless_a_box_is_set(monkeypatch):
    monkeypatch.delenv(settings.BOX, raising=False)
    assert jobs.MailIn().due(formatting.now()) == []
    for wrong in ("http://x", "maildir:relative", "imaps://user:password@host/INBOX"):
        with pytest.raises(ValueError, match="KOMMUNALHUB_MAILBOX"):
            settings.box_at(wrong)


def test_the_password_comes_from_a_file_or_the_environment(tmp_path, monkeypatch):
    box = settings.box_at("imaps://hub@mail.example.org")
    monkeypatch.setenv(settings.PASSWORD, "aus der Umgebung")
    assert box.password() == "aus der Umgebung"
    (tmp_path / "kennwort").write_text("aus der Datei\n")
    monkeypatch.setenv(settings.PASSWORD_FILE, str(tmp_path / "kennwort"))
    assert box.password() == "aus der Datei"
    assert "Datei" not in repr(box)


class Imap(socketserver.StreamRequestHandler):
    """As much of an IMAP server as we talk to; `server.mails`: {uid: [bytes, seen]}."""

    def handle(self):
        self.say(b"* OK ready")
        for line in self.rfile:
            tag, _blank, what = line.strip().partition(b" ")
            if what.startswith(b"LOGIN") and b'"geheim"' not in what:
                self.say(tag + b" NO wrong")
                continue
            self.answer(what)
            self.say(tag + b" OK done")

    def answer(self, what):
        mails, uid = self.server.mails, re.match(rb"UID (?:FETCH|STORE) (\d+)", what)
        if what.startswith(b"CAPABILITY"):
            self.say(b"* CAPABILITY IMAP4rev1")
        elif what.startswith(b"SELECT"):
            self.say(b"* %d EXISTS" % len(mails))
        elif what.startswith(b"UID SEARCH"):
            self.say(b"* SEARCH " + b" ".join(b"%d" % n for n in mails if not mails[n][1]))
        elif b"RFC822.SIZE" in what:
            data = mails[int(uid[1])][0]
            self.say(b"* 1 FETCH (UID %s RFC822.SIZE %d)" % (uid[1], len(data)))
        elif b"BODY.PEEK" in what:
            data = mails[int(uid[1])][0]
            self.wfile.write(b"* 1 FETCH (UID %s BODY[] {%d}\r\n" % (uid[1], len(data)))
            self.wfile.write(data + b")\r\n")
        elif uid and b"STORE" in what:
            mails[int(uid[1])][1] = b"\\Seen" in what

    def say(self, line):
        self.wfile.write(line + b"\r\n")


@contextmanager
def imap(mails):
    """Serve some mails; yields the port."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Imap) as server:
        server.daemon_threads = True
        server.mails = mails
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_an_imap_box_is_taken_and_marked_as_seen(polled, monkeypatch):
    mails = {7: [corpus.plain(), False], 9: [b"\0", False], 12: [corpus.absent(), True]}
    monkeypatch.setenv(settings.BOX, "imaps://hub@mail.example.org/Support")
    monkeypatch.setenv(settings.PASSWORD, "geheim")
    with imap(mails) as port:
        monkeypatch.setattr(boxes, "connect", lambda box: imaplib.IMAP4("127.0.0.1", port))
        support = polled()
        assert len(support) == 1
        assert [seen for _data, seen in mails.values()] == [True, True, True]
        assert len(polled()) == 1
        monkeypatch.setenv(settings.PASSWORD, "falsch")
        with pytest.raises(boxes.BoxError, match="does not let us in"):
            polled()


def test_mail_in_takes_one_from_standard_input(polled, web, tmp_path, monkeypatch):
    path = tmp_path / "mail.eml"
    path.write_bytes(corpus.plain())
    said = []

    @contextmanager
    def root():
        yield web.__parent__

    monkeypatch.setattr(mail_in.sites, "root", root)
    options = {"site_id": web.getId(), "file": str(path)}
    assert mail_in.work(options, said.append) == 0
    assert mail_in.work(options, said.append) == 0
    assert said == ["article", "twice"]
    assert mail_in.work({**options, "file": str(tmp_path / "gone")}, said.append) == 1
    with pytest.raises(Refused):
        mail_in.work({**options, "site_id": "none"}, said.append)
    assert [spool.code_of(code) for code in (0, 1, 2, 3)] == [0, 75, 75, 75]
