"""The followers of this process, one for each index of each database."""

from Acquisition import aq_base
from App.config import DefaultConfiguration
from App.config import getConfiguration
from kommunalhub.search.analysis.analyser import Analyser
from kommunalhub.search.analysis.analyser import VERSION
from kommunalhub.search.fulltext.follower import Follower
from kommunalhub.search.fulltext.sidecar import FORMAT
from kommunalhub.search.interfaces import IFollowers
from pathlib import Path
from plone.registry.interfaces import IRegistry
from threading import Lock
from weakref import WeakKeyDictionary
from zope.component import queryUtility
from zope.interface import implementer

import hashlib


COMPOUNDS = "kommunalhub.search_compounds"
#: Below the folder of the process.
FOLDER = "search"


@implementer(IFollowers)
class Followers:
    """Global utility. A follower ends with its database; several processes have one each."""

    def __init__(self, folder=None):
        self.folder = folder
        self._lock = Lock()
        self._of = WeakKeyDictionary()

    def search(self, index, query, within=None):
        return self.follower_of(index).search(index, query, within)

    def follower_of(self, index, exceptions=None):
        """Return the Follower of an index; another list of compounds makes another one."""
        if exceptions is None:
            exceptions = compounds()
        index = aq_base(index)
        database = index._p_jar.db() if index._p_jar is not None else index
        with self._lock:
            followers = self._of.setdefault(database, {})
            found = followers.get(index.identity)
            if found is None or found.exceptions != exceptions:
                if found is not None:
                    found.sidecar.close()
                # what is not committed yet may never be
                folder = self._folder_for(index, exceptions) if index._p_jar else None
                found = Follower(folder, Analyser(exceptions))
                found.exceptions = exceptions
                followers[index.identity] = found
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


def compounds():
    """Return the site's list of compounds to cut otherwise."""
    registry = queryUtility(IRegistry)
    return (registry.get(COMPOUNDS) if registry is not None else "") or ""
