"""Two Zope clients on one PostgreSQL database answer the same."""

from kommunalhub.search.analysis.query import parse
from kommunalhub.search.fulltext.embedded import EmbeddedEngine
from kommunalhub.search.interfaces import ISearchEngine
from search.clients import Client
from zope.component import globalSiteManager

import postgresql
import pytest
import random


relstorage = pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")

WORDS = ["Deich", "Fähre", "Hafen", "Leuchtturm", "Strand", "Düne", "Möwe", "Watt", "Boje"]


@pytest.fixture(scope="module")
def server():
    """The folder of the socket of a PostgreSQL that is thrown away afterwards."""
    with postgresql.running() as folder:
        yield folder


@pytest.fixture
def clients(server, tmp_path):
    from relstorage.adapters.postgresql import PostgreSQLAdapter
    from relstorage.options import Options

    def storage():
        options = Options(keep_history=True)
        dsn = f"host={server} user=hub dbname=postgres"
        return relstorage.RelStorage(PostgreSQLAdapter(dsn=dsn, options=options), options=options)

    globalSiteManager.registerUtility(EmbeddedEngine(), ISearchEngine)
    first = storage()
    first.zap_all()
    one = Client(first, tmp_path / "one")
    two = Client(storage(), tmp_path / "two")
    yield one, two
    one.close()
    two.close()
    globalSiteManager.unregisterUtility(provided=ISearchEngine)


def test_what_one_commits_the_other_finds(clients):
    one, two = clients
    one.put(1, "Giraffe")
    assert two.find("Giraffe") == []
    one.commit()
    assert two.find("Giraffen") == one.find("Giraffen") == [1]
    two.put(1, "Elefant")
    two.commit()
    assert one.find("Giraffe") == two.find("Giraffe") == []
    assert one.find("Elefant") == [1]


def test_what_one_aborts_nobody_finds(clients):
    one, two = clients
    one.put(1, "Giraffe")
    assert one.find("Giraffe") == [1]
    one.manager.abort()
    assert one.find("Giraffe") == two.find("Giraffe") == []


QUESTIONS = (*WORDS, "Deich Hafen", "Leuchttürme am Strand", "Hafn")


def scores(client, text):
    """Return {record id: score}, best first."""
    client.manager.begin()
    found = client.engine.search(client.index, parse(text)).ranked
    return {rid: score for score, rid in found}


def test_both_rank_alike(clients):
    """Whoever wrote a text, and in whatever order they came.

    Versions that are forgotten count a little in what is rare, until their segment is merged; read
    anew there is no difference at all.
    """
    chance = random.Random(4)
    for _ in range(60):
        client = chance.choice(clients)
        client.manager.begin()
        rid = chance.randrange(40)
        title, body = (" ".join(chance.choices(WORDS, k=k)) for k in (2, chance.randint(5, 30)))
        client.put(rid, title, body)
        client.commit()
        if chance.random() < 0.3:
            client.find("Hafen")  # reads what there is, so that the copies grow differently
    one, two = clients
    for text in QUESTIONS:
        here, there = scores(one, text), scores(two, text)
        assert here == pytest.approx(there, rel=0.15)
    assert len(scores(one, "Hafen Strand")) > 20
    for client in clients:
        client.engine.rebuild(client.index)
    for text in QUESTIONS:
        assert list(scores(one, text).items()) == list(scores(two, text).items())
