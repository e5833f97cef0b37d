"""What is remembered, and that it stays small."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.security.ledger import FailureLedger
from kommunalhub.security.ledger import RegistrationLedger
from kommunalhub.security.ledger import SessionLedger
from kommunalhub.security.ledger import write_aside
from kommunalhub.security.rules import Failures
from threading import Thread
from transaction import TransactionManager
from ZODB.DemoStorage import DemoStorage

import pytest
import ZODB


class SmallLedger(FailureLedger):
    MAX = 10


def test_failures_come_back():
    ledger = FailureLedger()
    assert ledger.get("a") == Failures()
    ledger.put("a", Failures(2, 100))
    assert ledger.get("a") == Failures(2, 100)
    ledger.forget("a")
    assert ledger.get("a") == Failures()


def test_failures_go_after_two_turns():
    ledger = FailureLedger()
    ledger.put("a", Failures(1, 1e6))
    ledger.put("b", Failures(1, 1e6 + ledger.SECONDS + 1))
    assert ledger.get("a").count == 1
    ledger.put("c", Failures(1, 1e6 + 2 * ledger.SECONDS + 2))
    assert ledger.get("a").count == 0
    assert ledger.get("b").count == 1


@given(st.lists(st.text(max_size=3)))
def test_failures_stay_few(keys):
    ledger = SmallLedger()
    for key in keys:
        ledger.put(key, Failures(1, 1e6))
        assert ledger.get(key).count == 1
        assert ledger.size() == len(ledger.young) <= SmallLedger.MAX
        assert len(ledger.old) <= SmallLedger.MAX


def test_a_session_ends_alone():
    ledger = SessionLedger()
    assert ledger.is_open("erika", "one", "")
    ledger.end("erika", "one", now=100, until=200)
    assert not ledger.is_open("erika", "one", "")
    assert ledger.is_open("erika", "two", "")
    assert ledger.is_open("max", "one", "")


def test_ended_sessions_are_forgotten_when_they_would_have_expired():
    ledger = SessionLedger()
    ledger.end("erika", "one", now=100, until=200)
    ledger.end("erika", "two", now=201, until=301)
    assert list(ledger.people["erika"].ended) == ["two"]


def test_all_sessions_end():
    ledger = SessionLedger()
    ledger.end_all("erika")
    assert not ledger.is_open("erika", "one", "")
    assert ledger.is_open("erika", "one", ledger.epoch("erika"))
    before = ledger.epoch("erika")
    ledger.end_all("erika")
    assert not ledger.is_open("erika", "one", before)


def test_reading_writes_nothing():
    ledger = SessionLedger()
    ledger.epoch("erika")
    ledger.is_open("erika", "one", "")
    assert "erika" not in ledger.people


def test_registrations_expire_and_stay_few():
    ledger = RegistrationLedger()
    ledger.MAX = 3
    for number in range(5):
        ledger.add(f"key{number}", "Erika", f"{number}@example.org", now=number, until=100 + number)
    assert sorted(ledger.waiting) == ["key2", "key3", "key4"]
    assert ledger.get("key4", now=104)["email"] == "4@example.org"
    assert ledger.get("key4", now=105) is None
    ledger.add("new", "Erika", "4@example.org", now=50, until=150)
    assert "key4" not in ledger.waiting


@pytest.fixture
def database():
    """Yield a database that notices collisions."""
    database = ZODB.DB(DemoStorage())
    yield database
    database.close()


@pytest.fixture
def ledger(database):
    """Return a committed ledger in a connection of its own."""
    manager = TransactionManager()
    connection = database.open(transaction_manager=manager)
    connection.root()["ledger"] = FailureLedger()
    manager.commit()
    yield connection.root()["ledger"]
    manager.abort()


def count_one(ledger):
    ledger.put("key", Failures(ledger.get("key").count + 1, 1e6))


def test_written_aside_stays_though_the_request_fails(ledger):
    write_aside(ledger, count_one)
    ledger._p_jar.transaction_manager.abort()
    assert ledger.get("key").count == 1


def test_no_count_is_lost_when_several_write(ledger):
    threads = [Thread(target=write_aside, args=(ledger, count_one)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ledger._p_jar.transaction_manager.begin()
    assert ledger.get("key").count == 12


def test_nothing_is_written_beside_what_was_never_committed(database):
    connection = database.open(transaction_manager=TransactionManager())
    new = FailureLedger()
    write_aside(new, count_one)
    connection.add(new)
    write_aside(new, count_one)
    assert new.get("key") == Failures()
