"""The outbox and a real mail server: what is taken, refused, delayed; nothing lost or doubled."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from kommunalhub.core import formatting
from kommunalhub.core.transactions import opened
from kommunalhub.notices import delivery
from kommunalhub.notices.outbox import LEASE
from kommunalhub.notices.outbox import Letter
from kommunalhub.notices.outbox import Mail
from kommunalhub.notices.outbox import Outbox
from kommunalhub.notices.outbox import PARKED
from kommunalhub.notices.outbox import SENDING
from kommunalhub.notices.outbox import WAITING
from kommunalhub.notices.rules import pause
from pathlib import Path
from transaction import TransactionManager
from types import SimpleNamespace
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage

import pytest
import subprocess
import sys
import threading
import transaction


class Bare:
    """An outbox in a database without a site: what is a site to others is a connection here."""

    def __init__(self, database):
        self.database = database

    def opened(self):
        return opened(self.database, transaction.manager)


def outbox_of(connection):
    return connection.root()["outbox"]


@pytest.fixture
def database(tmp_path):
    database = DB(FileStorage(str(tmp_path / "Data.fs")))
    with database.transaction() as connection:
        connection.root()["outbox"] = Outbox()
    yield database
    database.close()


@pytest.fixture
def settings(server, monkeypatch):
    monkeypatch.setattr(delivery, "store_of", lambda bare: SimpleNamespace(outbox=outbox_of(bare)))
    monkeypatch.setattr(delivery, "settings_of", lambda bare: server.settings())


@pytest.fixture
def place(database, settings):
    return Bare(database)


def deliver(place):
    """Try all that is due, as the job does; return when something will be due again."""
    with place.opened() as bare:
        for mail_id in outbox_of(bare).due(formatting.now()):
            delivery.deliver(bare, mail_id)
        transaction.begin()
        return outbox_of(bare).next_due()


def claim(place, mail_id):
    """Claim a mail, and never be heard of again."""
    with place.opened() as bare:
        assert delivery._claim(bare, mail_id) is not None
        transaction.commit()


def letter(name="petra", **changes):
    given = {
        "key": f"case:1:{name}",
        "userid": name,
        "recipient": f"{name}@example.org",
        "subject": "Wartet auf Sie: F-2026-031 Straßenlaternen",
        "text": "Guten Tag,\n\nGrüße aus Lübeck\n",
        "html": "<p>Grüße aus Lübeck</p>",
        "preferences": "https://hub.example.org/@@notice-preferences",
    }
    return Letter(**{**given, **changes})


def post(place, *letters):
    with place.opened() as bare:
        ids = [outbox_of(bare).add(each, formatting.now()) for each in letters]
        transaction.commit()
    return ids


@contextmanager
def seen(place):
    with place.opened() as bare:
        yield outbox_of(bare)


def states(place):
    with seen(place) as outbox:
        return {mail.letter.userid: mail.state for mail in outbox.mails.values()}


def test_a_mail_is_text_and_html_and_says_where_it_comes_from(place, server):
    post(place, letter())
    assert deliver(place) is None
    [mail] = server.mails
    assert mail["From"] == "Digitaler Hub <hub@example.org>"
    assert mail["To"] == "petra@example.org"
    assert mail["Subject"] == "Wartet auf Sie: F-2026-031 Straßenlaternen"
    assert mail["Message-ID"] == f"<{letter().message_id}@example.org>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe"] == "<https://hub.example.org/@@notice-preferences>"
    assert mail.get_body(("plain",)).get_content().replace("\r\n", "\n") == letter().text
    assert mail.get_body(("html",)).get_content().strip() == letter().html
    assert states(place) == {}


def test_a_key_is_taken_once(place, server):
    [first] = post(place, letter())
    assert post(place, letter()) == [None]
    deliver(place)
    assert post(place, letter()) == [None]
    deliver(place)
    assert len(server.mails) == 1
    assert first is not None


def test_running_twice_sends_once(place, server):
    post(place, letter("petra"), letter("paul"))
    for _run in range(3):
        deliver(place)
    assert sorted(mail["To"] for mail in server.mails) == ["paul@example.org", "petra@example.org"]


def test_a_refused_recipient_is_parked_and_others_get_theirs(place, server):
    server.answers["petra@example.org"] = "550 No such box here"
    post(place, letter("petra"), letter("paul"))
    deliver(place)
    assert [mail["To"] for mail in server.mails] == ["paul@example.org"]
    with seen(place) as outbox:
        [mail] = outbox.mails.values()
        assert (mail.state, mail.reason) == (PARKED, "550 No such box here")
        assert outbox.due(formatting.now() + LEASE * 100) == []


def test_a_text_that_is_refused_is_parked(place, server):
    server.answers["*"] = ("data", "554 Looks like spam")
    post(place, letter())
    deliver(place)
    assert states(place) == {"petra": PARKED}


@pytest.mark.parametrize("answer", ["450 Greylisted", ("data", "452 Disk full")])
def test_a_mail_that_is_not_taken_now_is_tried_later(place, server, clock, answer):
    server.answers["petra@example.org"] = answer
    post(place, letter("petra"), letter("paul"))
    assert deliver(place) == clock.now + pause(1)
    assert [mail["To"] for mail in server.mails] == ["paul@example.org"]
    server.answers.clear()
    deliver(place)
    assert states(place) == {"petra": WAITING}
    clock.forward(minutes=1)
    deliver(place)
    assert len(server.mails) == 2
    assert states(place) == {}


def test_a_dead_server_delays_all_and_is_asked_once(place, server, clock):
    server.stop()
    post(place, letter("petra"), letter("paul"))
    deliver(place)
    with seen(place) as outbox:
        assert outbox.server.failures == 1
        assert "refused" in outbox.server.reason
        assert [mail.attempts for mail in outbox.mails.values()] == [1, 0]
        assert outbox.due(clock.now) == []
    server.start()
    clock.forward(minutes=1)
    deliver(place)
    assert len(server.mails) == 2
    with seen(place) as outbox:
        assert outbox.server.failures == 0


@pytest.mark.parametrize("answer", ["stall", "drop"])
def test_a_server_that_stalls_or_hangs_up_delays(place, server, clock, answer):
    server.answers["*"] = answer
    post(place, letter("petra"), letter("paul"))
    deliver(place)
    assert states(place) == {"petra": WAITING, "paul": WAITING}
    server.answers.clear()
    for _minute in range(2):
        clock.forward(minutes=1)
        deliver(place)
    assert sorted(mail["To"] for mail in server.mails) == ["paul@example.org", "petra@example.org"]


def test_one_mail_that_kills_the_server_does_not_hold_up_the_others(place, server, clock):
    server.answers["petra@example.org"] = "drop"
    post(place, letter("petra"), letter("paul"), letter("rita"))
    for _minute in range(3):
        deliver(place)
        clock.forward(minutes=1)
    assert sorted(mail["To"] for mail in server.mails) == ["paul@example.org", "rita@example.org"]
    assert states(place) == {"petra": WAITING}


def test_a_wrong_address_is_parked_without_troubling_the_server(place, server):
    post(place, letter(recipient="pe\ntra@example.org"), letter("paul"))
    deliver(place)
    assert states(place) == {"petra": PARKED}
    assert len(server.mails) == 1


def test_of_two_processes_one_sends(place, server, database):
    """Each opens its own connection: to the database they are two processes."""
    post(place, *(letter(f"person{number}") for number in range(8)))
    start = threading.Barrier(3)

    def work():
        start.wait()
        return deliver(place)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _n: work(), range(3)))
    ids = [mail["Message-ID"] for mail in server.mails]
    assert len(ids) == len(set(ids)) == 8
    assert states(place) == {}


def test_who_dies_before_sending_loses_nothing(place, server, clock):
    [mail_id] = post(place, letter())
    claim(place, mail_id)
    deliver(place)
    assert (server.mails, states(place)) == ([], {"petra": SENDING})
    clock.forward(seconds=LEASE.total_seconds())
    deliver(place)
    assert len(server.mails) == 1
    assert states(place) == {}


def test_who_is_killed_between_sending_and_writing_sends_again_under_the_same_id(
    tmp_path, server, settings, clock
):
    data = str(tmp_path / "killed.fs")
    database = DB(FileStorage(data))
    with database.transaction() as connection:
        connection.root()["outbox"] = Outbox()
    place = Bare(database)
    post(place, letter())
    database.close()

    child = Path(__file__).parent / "killed.py"
    arguments = [data, str(server.port), clock.now.isoformat()]
    done = subprocess.run([sys.executable, child, *arguments], timeout=60)
    assert done.returncode == 9
    assert len(server.mails) == 1

    database = DB(FileStorage(data))
    try:
        place = Bare(database)
        deliver(place)
        assert states(place) == {"petra": SENDING}
        clock.forward(seconds=LEASE.total_seconds() + 60)
        deliver(place)
        assert states(place) == {}
    finally:
        database.close()
    ids = [mail["Message-ID"] for mail in server.mails]
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_retry_and_discard(place, server, clock):
    server.answers["*"] = "550 Closed"
    first, second = post(place, letter("petra"), letter("paul"))
    deliver(place)
    with seen(place) as outbox:
        assert outbox.retry(first, clock.now)
        assert outbox.discard(second, clock.now)
        assert not outbox.retry("gone", clock.now)
        transaction.commit()
    server.answers.clear()
    deliver(place)
    assert [mail["To"] for mail in server.mails] == ["petra@example.org"]
    assert post(place, letter("paul")) == [None]


def test_a_mail_that_is_being_sent_is_not_taken_away(place, clock):
    [mail_id] = post(place, letter())
    claim(place, mail_id)
    with seen(place) as outbox:
        assert not outbox.discard(mail_id, clock.now)
        assert not outbox.retry(mail_id, clock.now)


def test_sent_mails_are_forgotten_after_a_while(place, server, clock):
    post(place, letter())
    deliver(place)
    with seen(place) as outbox:
        assert outbox.forgettable(clock.now) == []
        assert outbox.add(letter(), clock.now) is None
        day = clock.now.date().isoformat()
        clock.forward(days=61)
        assert outbox.forgettable(clock.now) == [day]
        outbox.forget(day)
        assert outbox.forgettable(clock.now) == []
        assert outbox.add(letter(), clock.now) is not None


def test_a_change_that_was_rolled_back_leaves_no_mail(database, place):
    manager = TransactionManager()
    connection = database.open(transaction_manager=manager)
    manager.begin()
    outbox = connection.root()["outbox"]
    before = manager.savepoint()
    outbox.add(letter(), formatting.now())
    before.rollback()
    outbox.add(letter("paul"), formatting.now())
    manager.commit()
    connection.close()
    assert states(place) == {"paul": WAITING}


def counts(place):
    with seen(place) as outbox:
        waiting, refused, _since = outbox.counts()
    return waiting, refused


def test_what_waits_is_counted_without_looking_at_each(place, server, clock):
    post(place, letter("paul"))
    since = clock.now
    clock.forward(seconds=60)
    server.answers["*"] = "550 Closed"
    deliver(place)
    assert counts(place) == (0, 1)
    [petra, _peter] = post(place, letter("petra"), letter("peter"))
    with seen(place) as outbox:
        assert outbox.counts() == (2, 1, clock.now)
        outbox.mails[petra]._p_deactivate()
        del outbox.size, outbox.refused  # as one of before
        assert outbox.counts() == (2, 1, clock.now)
        assert outbox.retry(next(iter(outbox.mails)), clock.now)
        assert outbox.counts() == (3, 0, since)
        transaction.commit()
    server.answers.clear()
    deliver(place)
    assert counts(place) == (0, 0)


def test_of_ten_thousand_one_is_read(place, database):
    with seen(place) as outbox:
        for number in range(10_000):
            outbox.add(letter(f"person{number}"), formatting.now())
        transaction.commit()
    database.cacheMinimize()
    with seen(place) as outbox:
        assert outbox.counts()[:2] == (10_000, 0)
        known = outbox._p_jar._cache.items()
        assert sum(isinstance(thing, Mail) and thing._p_state >= 0 for _oid, thing in known) <= 1
