"""The index says what the database says: after abort, crash, loss, restore and from two clients."""

from kommunalhub.search.analysis.query import parse
from kommunalhub.search.fulltext import follower
from kommunalhub.search.fulltext.embedded import EmbeddedEngine
from kommunalhub.search.interfaces import ISearchEngine
from pathlib import Path
from search.clients import Client
from search.clients import settled
from search.clients import start
from search.clients import Text
from threading import Thread
from zope.component import globalSiteManager

import os
import pytest
import random
import shutil
import signal
import subprocess
import sys
import time
import transaction
import ZEO


@pytest.fixture
def place(tmp_path):
    globalSiteManager.registerUtility(EmbeddedEngine(), ISearchEngine)
    yield tmp_path
    globalSiteManager.unregisterUtility(provided=ISearchEngine)


@pytest.fixture
def client(place):
    client = start(place)
    yield client
    client.close()


def test_what_is_committed_is_found_at_once(client):
    client.put(1, "Giraffe")
    client.commit()
    assert client.find("Giraffen") == [1]
    client.put(1, "Elefant")
    client.commit()
    assert client.find("Giraffe") == []
    assert client.find("Elefant") == [1]
    client.take(1)
    client.commit()
    assert client.find("Elefant") == []


def test_what_is_aborted_never_was(client):
    client.put(1, "Giraffe")
    assert client.find("Giraffe") == [1]  # the transaction itself sees it
    client.manager.abort()
    assert client.find("Giraffe") == []
    assert client.engine.follower_of(client.index).sidecar.known == {}


def test_only_the_transaction_itself_sees_what_it_changes(client):
    client.put(1, "Giraffe")
    client.put(2, "Nashorn")
    client.commit()
    client.put(1, "Elefant")
    client.take(2)
    assert client.find("Giraffe Nashorn") == []
    assert client.find("Elefant") == [1]
    other = client.db.open(transaction.TransactionManager())
    found = client.engine.search(other.root()["index"], parse("Nashorn Elefant"))
    assert [rid for _, rid in found.ranked] == [2]
    other.close()


def test_savepoint_rolled_back(client):
    client.put(1, "Giraffe")
    savepoint = client.manager.savepoint()
    client.put(2, "Nashorn")
    assert client.find("Giraffe Nashorn") == [1, 2]
    savepoint.rollback()
    assert client.find("Giraffe Nashorn") == [1]
    client.commit()
    assert client.find("Giraffe Nashorn") == [1]


def test_cleared(client):
    for rid in range(300):
        client.put(rid, f"Giraffe {rid}")
    client.commit()
    assert len(client.find("Giraffe")) == 300
    client.index.clear()
    client.put(7, "Giraffe")
    assert client.find("Giraffe") == [7]
    client.manager.abort()
    assert len(client.find("Giraffe")) == 300
    client.index.clear()
    client.put(7, "Giraffe")
    client.commit()
    assert client.find("Giraffe") == [7]


def test_same_text_is_not_written_again(client):
    client.put(1, "Giraffe")
    client.commit()
    client.put(1, "Giraffe")
    assert client.index.touched() == set()


def test_process_that_starts_later_finds_what_was_missed(place):
    client = start(place)
    client.put(1, "Giraffe")
    client.commit()
    assert client.find("Giraffe") == [1]
    client.put(2, "Giraffe")
    client.commit()  # and ends before anybody asks
    client.close()
    client = start(place)
    assert client.find("Giraffe") == [1, 2]
    assert [p.name for p in (place / "one" / "search").glob("*/*")] == ["0"]
    client.close()


@pytest.mark.parametrize("while_running", [True, False])
def test_folder_deleted(place, while_running):
    client = start(place)
    client.put(1, "Giraffe")
    client.commit()
    client.find("Giraffe")
    if not while_running:
        client.close()
    shutil.rmtree(place / "one" / "search")
    if not while_running:
        client = start(place)
    assert client.find("Giraffe") == [1]
    client.put(2, "Giraffe")
    client.commit()
    assert client.find("Giraffe") == [1, 2]
    client.close()


@pytest.mark.parametrize("keep", [0, 20])
def test_files_damaged(place, keep):
    client = start(place)
    for rid in range(50):
        client.put(rid, f"Giraffe {rid}")
    client.commit()
    assert len(client.find("Giraffe")) == 50
    client.close()
    for file in (place / "one" / "search").rglob("index/*"):
        if not file.name.startswith("."):
            file.write_bytes(file.read_bytes()[:keep])
    client = start(place)
    assert len(client.find("Giraffe")) == 50
    client.close()


def test_database_restored_from_an_older_backup(place):
    client = start(place)
    client.put(1, "Giraffe")
    client.put(2, "Elefant")
    client.commit()
    client.close()
    shutil.copy(place / "Data.fs", place / "backup")
    client = start(place)
    client.put(1, "Krokodil")
    client.put(3, "Giraffe")
    client.take(2)
    client.commit()
    assert client.find("Giraffe") == [3]
    client.close()
    for file in place.glob("Data.fs*"):
        file.unlink()
    shutil.copy(place / "backup", place / "Data.fs")
    client = start(place)
    assert client.find("Giraffe") == [1]
    assert client.find("Elefant") == [2]
    assert client.find("Krokodil") == []
    client.put(3, "Giraffe")  # the same number, another text
    client.commit()
    assert client.find("Giraffe") == [1, 3]
    client.close()


def test_two_processes_in_one_folder_keep_a_copy_each(place):
    client = start(place)
    client.put(1, "Giraffe")
    client.commit()
    assert client.find("Giraffe") == [1]
    second = EmbeddedEngine(place / "one")
    assert second.search(client.index, parse("Giraffe")).ranked
    assert len(list((place / "one" / "search").glob("*/*"))) == 2
    client.close()


@pytest.fixture
def server(place):
    address, stop = ZEO.server(str(place / "Data.fs"))
    yield address
    stop()


def test_two_clients_of_one_storage_answer_the_same(place, server):
    one = Client(ZEO.client(server), place / "one")
    two = Client(ZEO.client(server), place / "two")
    wanted = {}
    chance = random.Random(4)
    for step in range(40):
        client = chance.choice([one, two])
        client.manager.begin()
        rid = chance.randrange(200)
        if rid in wanted and chance.random() < 0.4:
            client.take(rid)
            del wanted[rid]
        else:
            wanted[rid] = chance.choice(["Giraffe", "Elefant"])
            client.put(rid, wanted[rid])
        client.commit()
        if step % 8 == 7:
            for asked in (one, two):
                asked.manager.begin()
                asked.connection.sync()
                expected = sorted(r for r, title in wanted.items() if title == "Giraffe")
                assert settled(lambda asked=asked: asked.find("Giraffe"), expected)
    one.close()
    two.close()


def test_writers_and_readers_at_once(client):
    client.find("Giraffe")
    wrong = []

    def write(first):
        manager = transaction.TransactionManager()
        connection = client.db.open(manager)
        index = connection.root()["index"]
        for rid in range(first, first + 60):
            for attempt in manager.attempts(20):
                with attempt:
                    index.index_object(rid, Text("Giraffe"))
            found = client.engine.search(index, parse("Giraffe")).ranked
            if rid not in {r for _, r in found}:
                wrong.append(rid)
            manager.abort()
        connection.close()

    threads = [Thread(target=write, args=(n * 1000,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(client.find("Giraffe")) == 240


def test_many_texts_are_read_beside_the_requests(client, monkeypatch):
    monkeypatch.setattr(follower, "AT_ONCE", 20)
    monkeypatch.setattr(follower.Follower.follow, "__defaults__", (20, None))
    for rid in range(130):
        client.put(rid, "Giraffe")
    client.commit()
    assert len(client.find("Giraffe")) >= 20
    client.engine.follower_of(client.index).thread.join()
    assert len(client.find("Giraffe")) == 130


def test_a_database_that_cannot_be_read_for_a_moment_costs_nothing(client, monkeypatch):
    client.put(1, "Giraffe")
    client.commit()
    assert client.find("Giraffe") == [1]
    client.put(1, "Nashorn")
    client.put(2, "Giraffe")
    client.commit()
    read = follower.documents_of

    def unreachable(record, analyser):
        if record.title == "Giraffe":
            raise ConnectionResetError("the database went away")
        return read(record, analyser)

    with monkeypatch.context() as patched:
        patched.setattr(follower, "documents_of", unreachable)
        with pytest.raises(ConnectionResetError):
            client.find("Giraffe")
    sidecar = client.engine.follower_of(client.index).sidecar
    assert list(sidecar.known) == [1]
    assert client.find("Giraffe") == [2]
    assert client.find("Nashorn") == [1]
    assert client.engine.follower_of(client.index).sidecar is sidecar


def test_undone(client):
    client.put(1, "Giraffe")
    client.commit()
    client.put(1, "Elefant")
    client.commit()
    assert client.find("Giraffe") == []
    client.db.undo(client.db.undoLog(0, 1)[0]["id"], client.manager.get())
    client.commit()
    assert client.find("Giraffe") == [1]
    client.db.pack()
    assert client.find("Giraffe") == [1]


def test_another_list_of_compounds_is_another_reading(client):
    client.put(1, "Kreisumlagesatz")
    client.commit()
    whole = client.engine.follower_of(client.index, "Kreisumlagesatz")
    whole.follow(client.index)
    assert not whole.search(client.index, parse("Satz")).ranked
    cut = client.engine.follower_of(client.index, "Kreis|umlage|satz")
    assert cut.search(client.index, parse("Satz")).ranked


WRITER = """
import sys
sys.path.insert(0, {tests!r})
from kommunalhub.search.interfaces import ISearchEngine
from pathlib import Path
from search.clients import start
from zope.component import globalSiteManager
client = start(Path({place!r}))
globalSiteManager.registerUtility(client.engine, ISearchEngine)
print("at work", flush=True)
number = max(client.index.stamps or [0])
while True:
    number += 1
    client.put(number, "Giraffe")
    if number % 7 == 0:
        client.take(number - 3)
    client.commit()
    client.find("Giraffe")
"""


def test_killed_at_any_moment(place):
    for round_ in range(4):
        code = WRITER.format(tests=str(Path(__file__).parents[1]), place=str(place))
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        process.stdout.readline()
        time.sleep(0.15 + round_ * 0.13)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        client = start(place)
        assert client.find("Giraffe") == sorted(client.index.stamps)
        assert len(client.index.stamps) == len(client.index.records)
        client.close()
