"""Two processes that take the same mail at the same time: one of them is told."""

from kommunalhub.support.mail.storage import ARTICLE
from kommunalhub.support.mail.storage import Section
from transaction import TransactionManager
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError

import pytest
import ZODB


@pytest.fixture
def connections(tmp_path):
    """Two connections to one database in which mails were seen, each with its transactions."""
    database = ZODB.DB(FileStorage(str(tmp_path / "Data.fs")))
    managers = [TransactionManager(), TransactionManager()]
    first, second = (database.open(manager) for manager in managers)
    store = first.root()["mail"] = Section()
    for number in range(500):  # more than one bucket
        store.seen[f"{number:040}"] = (ARTICLE, "früher")
    managers[0].commit()
    managers[1].begin()
    yield (first, second)
    for manager in managers:
        manager.abort()
    database.close()


@pytest.mark.parametrize("key", ["0" * 39 + "x", "f" * 40])
def test_one_of_two_that_take_the_same_mail_has_to_look_again(connections, key):
    first, second = connections
    for one in connections:
        assert key not in one.root()["mail"].seen
        one.root()["mail"].seen[key] = (ARTICLE, str(id(one)))
    first.transaction_manager.commit()
    with pytest.raises(ConflictError):
        second.transaction_manager.commit()
    second.transaction_manager.begin()
    assert second.root()["mail"].seen[key] == (ARTICLE, str(id(first)))


def test_two_that_take_different_mails_do_not_wait_for_each_other(connections):
    for number, one in enumerate(connections):
        one.root()["mail"].seen[f"neu-{number}"] = (ARTICLE, "neu")
    for one in connections:
        one.transaction_manager.commit()
    connections[0].transaction_manager.begin()
    assert {"neu-0", "neu-1"} <= set(connections[0].root()["mail"].seen)
