"""The engine that the hub uses: a follower for each index of each database, in this process."""

from Acquisition import aq_base
from App.config import DefaultConfiguration
from App.config import getConfiguration
from functools import lru_cache
from kommunalhub.core import registry
from kommunalhub.search.analysis.analyser import Analyser
from kommunalhub.search.analysis.analyser import read_synonyms
from kommunalhub.search.analysis.analyser import VERSION
from kommunalhub.search.fulltext.follower import Follower
from kommunalhub.search.fulltext.sidecar import FORMAT
from kommunalhub.search.interfaces import ISearchEngine
from pathlib import Path
from threading import Lock
from weakref import WeakKeyDictionary
from zope.interface import implementer

import hashlib


COMPOUNDS = "kommunalhub.search_compounds"
SYNONYMS = "kommunalhub.search_synonyms"
#: Below the folder of the process.
FOLDER = "search"


@implementer(ISearchEngine)
class EmbeddedEngine:
    """Global utility. A follower ends with its database; several processes have one each."""

    def __init__(self, folder=None):
        self.folder = folder
        self._lock = Lock()
        self._of = WeakKeyDictionary()

    def search(self, index, query, within=None):
        follower = self.follower_of(index)
        found = follower.search(index, query, within)
        before = follower.before
        if before is not None and follower.waiting:
            return before.search(index, query, within)
        if before is not None:
            follower.before = None
            before.sidecar.close(remove=True)
        return found

    def passages(self, index, query, rid, limit=None):
        follower = self.follower_of(index)
        if follower.before is not None:
            follower = follower.before
        return follower.passages(index, query, rid, limit)

    def follower_of(self, index, exceptions=None):
        """Return the Follower of an index; another list of compounds makes another one.

        The one before answers until the new one has read everything.
        """
        index = aq_base(index)
        if exceptions is None:
            exceptions = setting(COMPOUNDS)
        with self._lock:
            followers = self._of.setdefault(_database(index), {})
            found = followers.get(index.identity)
            if found is None or found.exceptions != exceptions:
                before, found = found, self._make(index, exceptions)
                found.before = before
                followers[index.identity] = found
            # asked for only, so nothing has to be read anew
            found.analyser.alike = alike(setting(SYNONYMS))
            return found

    def waiting(self, index):
        follower = self.follower_of(index)
        # while a list of compounds is read anew, the reading before answers for all
        return follower.waiting if follower.before is None else 0

    def analyser(self, index):
        return self.follower_of(index).analyser

    def rebuild(self, index, tell=None):
        """Read all texts anew and answer from that; the copy so far answers until then."""
        index = aq_base(index)
        with self._lock:
            new = self._make(index, setting(COMPOUNDS))
        new.sidecar.empty()
        new.follow(index, None, tell)
        with self._lock:
            followers = self._of.setdefault(_database(index), {})
            before = followers.get(index.identity)
            followers[index.identity] = new
        if before is not None:
            before.sidecar.close(remove=True)
        return len(new.sidecar.known)

    def _make(self, index, exceptions):
        # what is not committed yet may never be
        folder = self._folder_for(index, exceptions) if index._p_jar is not None else None
        found = Follower(folder, Analyser(exceptions))
        found.exceptions = exceptions
        return found

    def _folder_for(self, index, exceptions):
        """Return the folder for what is read in this way; None: memory, in tests."""
        home = self.folder
        if home is None:
            configuration = getConfiguration()
            home = configuration.clienthome
            if isinstance(configuration, DefaultConfiguration) or not Path(home).is_dir():
                return None
        way = hashlib.blake2b(f"{FORMAT} {VERSION} {exceptions}".encode(), digest_size=4)
        return Path(home) / FOLDER / f"{index.identity}-{way.hexdigest()}"


def _database(index):
    return index._p_jar.db() if index._p_jar is not None else index


#: Read once for each text of the setting.
alike = lru_cache(maxsize=8)(read_synonyms)


def setting(name):
    """Return a list of words that a hub manager of the site keeps, "" without a site."""
    return registry.read(name) or ""
