"""Processes with a database and an index of their own, for tests without a site."""

from kommunalhub.search.analysis.query import parse
from kommunalhub.search.fulltext.embedded import EmbeddedEngine
from kommunalhub.search.fulltext.index import FulltextIndex
from kommunalhub.search.interfaces import ISearchText
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from zope.interface import implementer

import time
import transaction


@implementer(ISearchText)
class Text:
    keywords = body = ""
    pages = ()

    def __init__(self, title, body=""):
        self.title = title
        self.body = body


class Client:
    """A process with its database, its folder and one connection."""

    def __init__(self, storage, home, make=False):
        home.mkdir(exist_ok=True)
        self.db = DB(storage)
        self.engine = EmbeddedEngine(home)
        self.manager = transaction.TransactionManager()
        self.connection = self.db.open(self.manager)
        root = self.connection.root()
        if "index" not in root:
            root["index"] = FulltextIndex("fulltext")
            self.manager.commit()
        self.index = root["index"]

    def put(self, rid, title, body=""):
        self.index.index_object(rid, Text(title, body))

    def take(self, rid):
        self.index.unindex_object(rid)

    def commit(self):
        self.manager.commit()

    def find(self, text):
        """Return the record ids found, in order of number."""
        self.manager.begin() if not self.index.touched() else None
        found = self.engine.search(self.index, parse(text))
        return sorted(rid for _, rid in found.ranked)

    def close(self):
        self.manager.abort()
        for found in self.engine._of.get(self.db, {}).values():
            found.sidecar.close()
        self.db.close()


def start(place, name="one"):
    return Client(FileStorage(str(place / "Data.fs")), place / name)


def settled(ask, expected):
    """Return whether an answer comes to be as expected; a ZEO client hears of others by message."""
    for _ in range(100):
        if ask() == expected:
            return True
        time.sleep(0.02)
    return ask() == expected
