"""Brings a sidecar to what the database says, in the process that asks.

Each leaf of the index's tree of stamps has a serial, the transaction that wrote it last. A leaf
whose serial is known cannot have changed; in the others each stamp is compared with the sidecar's.
"""

from contextlib import contextmanager
from kommunalhub.core.private.database import leaves
from kommunalhub.core.transactions import opened
from kommunalhub.search.analysis.analyser import Terms
from kommunalhub.search.analysis.query import Query
from kommunalhub.search.fulltext import ranking
from kommunalhub.search.fulltext.sidecar import ABOUT
from kommunalhub.search.fulltext.sidecar import Damaged
from kommunalhub.search.fulltext.sidecar import NOWHERE
from kommunalhub.search.fulltext.sidecar import REST
from kommunalhub.search.fulltext.sidecar import Sidecar
from kommunalhub.search.fulltext.sidecar import WHOLE
from threading import RLock
from threading import Thread

import logging


logger = logging.getLogger(__name__)

#: More texts than this are read beside the requests, not in one.
AT_ONCE = 500
#: A search in the middle of a transaction that changed more than this does not see the changes.
MOST_TOUCHED = 2000
ATTEMPTS = 2


def documents_of(record, analyser):
    """Return [(place, {field: Terms})] for a text: one, or one for each passage that explains.

    What it is called stands in one more, with the words of passages that only list, so that they
    are known, and with all of its words.
    """
    if record.brought().is_one:
        languages = {passage.language for passage in record.passages()}
        told = {"body": languages.pop()} if len(languages) == 1 else {}
        fields = {
            name: analyser.terms(text, told.get(name, "")) for name, text in record.fields().items()
        }
        return [(0, {**fields, WHOLE: _all_of(fields.values())})]
    title, lead = analyser.terms(record.title), analyser.terms(record.keywords)
    listed, documents, every = [], [], [title, lead]
    for place, passage in enumerate(record.passages()):
        if not passage.explains:
            listed.append(passage.text)
            continue
        way = analyser.terms("\n".join(passage.way))
        heads = analyser.terms("\n".join(passage.own_headings))
        body = analyser.terms(passage.text, passage.language)
        every += [heads, body]
        about = Terms(
            [*title.stems, *lead.stems, *way.stems], [*title.parts, *lead.parts, *way.parts], []
        )
        documents.append((place, {"heads": heads, "body": body, ABOUT: about}))
    rest = analyser.terms("\n".join(listed))
    whole = {"title": title, "lead": lead, REST: rest, WHOLE: _all_of(every)}
    return [(NOWHERE, whole), *documents]


def _all_of(terms):
    stems = dict.fromkeys(stem for some in terms for stem in (*some.stems, *some.parts))
    return Terms(list(stems), [], [])


class Follower:
    """One index of one database in this process; analyser: how its texts are read."""

    def __init__(self, folder, analyser):
        self.folder = folder
        self.analyser = analyser
        self.lock = RLock()
        self.sidecar = Sidecar(folder)
        self.thread = None
        self.exceptions = None
        self.before = None
        self.forget()

    def forget(self):
        """Compare everything the next time."""
        self.seen = {}
        self.version = b""
        self.waiting = 0

    # Following

    def follow(self, index, at_once=AT_ONCE, tell=None):
        """Bring the sidecar to what the connection of `index` shows; return how many texts wait.

        index: as committed, in a connection that has not changed it. at_once: None for all.
        """
        with self.lock:
            for attempt in range(ATTEMPTS):
                try:
                    if not self.sidecar.is_there:
                        raise Damaged("its files are gone")
                    return self._follow(index, at_once, tell)
                except Damaged as error:
                    logger.warning("The full-text index is made anew: %s", error)
                    self.sidecar.empty()
                    self.forget()
                    if attempt + 1 == ATTEMPTS:
                        raise

    def _follow(self, index, at_once, tell):
        index._p_activate()
        tree = index.stamps
        tree._p_activate()
        now = list(leaves(tree))
        version = max([index._p_serial, tree._p_serial, *(serial for _, serial, _ in now)])
        if version <= self.version:
            return self.waiting  # nothing new, or a connection that looks at an earlier state
        first_time = not self.version
        changed = [leaf for leaf in now if self._serial(leaf[0]) != leaf[1]]
        known, places = self.sidecar.known, {place for place, _, _ in now}
        new = {}
        for _, _, leaf in changed:
            new.update((rid, stamp) for rid, stamp in leaf.items() if known.get(rid) != stamp)
        if first_time:
            gone = [rid for rid in known if rid not in tree]
        else:
            left = [place for place in self.seen if place not in places]
            left += [place for place, _, _ in changed if place in self.seen]
            gone = [rid for place in left for rid in self.seen[place][1] if rid not in tree]
        now_at_once = list(new.items())[:at_once]
        self._write(index, now_at_once, gone, tell)
        self.waiting = len(new) - len(now_at_once)
        if not self.waiting:
            self.seen = {
                **{place: self.seen[place] for place in self.seen if place in places},
                **{place: (serial, tuple(leaf.keys())) for place, serial, leaf in changed},
            }
            self.version = version
        return self.waiting

    def _serial(self, place):
        found = self.seen.get(place)
        return found and found[0]

    def _write(self, index, new, gone, tell):
        step = AT_ONCE
        for start in range(0, max(len(new), 1), step):
            part = new[start : start + step]
            if part or gone:
                self.sidecar.apply(self._texts(index, part), gone)
            gone = ()
            if tell and part:
                tell(start + len(part), len(new))
            if len(new) > step:
                index._p_jar.cacheGC()

    def _texts(self, index, new):
        for rid, stamp in new:
            record = index.records.get(rid)
            if record is not None:
                yield rid, stamp, documents_of(record, self.analyser)
                record._p_deactivate()

    def follow_in_thread(self, index):
        """Read the texts that wait beside the requests, from a connection of its own."""
        with self.lock:
            if self.thread is not None and self.thread.is_alive():
                return
            args = (index._p_jar.db(), index._p_oid)
            name = "kommunalhub-search"
            self.thread = Thread(target=self._follow_all, args=args, name=name, daemon=True)
            self.thread.start()

    def _follow_all(self, database, oid):
        waiting = 1
        while waiting:
            with committed(database, oid) as index:
                waiting = self.follow(index) if index is not None else 0
            logger.info("Full-text index: %s texts to read", waiting)

    # Asking

    def search(self, index, query: Query, within=None):
        """Return what is Ranked for a query in what the current transaction shows."""
        return self._ask(
            index,
            lambda sources: ranking.search(sources, query, self.analyser, within, index.records),
        )

    def passages(self, index, query, rid, limit=None):
        """Return [(score, place)] of the passages of one text, see ranking."""
        limit = limit or ranking.MOST_PLACES
        return self._ask(
            index,
            lambda sources: ranking.passages(
                sources, query, self.analyser, rid, index.records, limit
            ),
        )

    def _ask(self, index, ask):
        touched = index.touched()
        if touched:
            with committed(index._p_jar and index._p_jar.db(), index._p_oid) as before:
                if before is not None:
                    self._catch_up(before)
            if None in touched:
                touched = {*index.stamps, *self.sidecar.known}
            if len(touched) > MOST_TOUCHED:
                touched = ()
        else:
            self._catch_up(index)
        sources = [(self.sidecar, frozenset(touched))]
        if touched:
            sources.append((self._overlay(index, touched), frozenset()))
        try:
            return ask(sources)
        except Damaged:
            self.sidecar.empty()
            self.forget()
            self._catch_up(index)
            return ask(sources)

    def _catch_up(self, index):
        if self.waiting and self.thread is not None and self.thread.is_alive():
            return
        if self.follow(index):
            self.follow_in_thread(index)

    def _overlay(self, index, touched):
        """Return a sidecar in memory with what only this transaction sees."""
        overlay = Sidecar()
        new = [(rid, index.stamps[rid]) for rid in touched if rid in index.stamps]
        overlay.apply(
            (rid, stamp, documents_of(index.records[rid], self.analyser)) for rid, stamp in new
        )
        return overlay


@contextmanager
def committed(database, oid):
    """Yield the index as it was last committed, None where it is not yet."""
    if database is None or oid is None:
        yield None
        return
    with opened(database) as connection:
        try:
            index = connection.get(oid)
        except KeyError:
            index = None
        yield index
