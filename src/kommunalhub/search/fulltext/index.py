"""The catalog's full-text index: it keeps the texts, and who asks it is answered by a sidecar.

Being an index of the catalog it is told of everything the catalog is told, in the same
transaction: what is aborted never was, and clearing or rebuilding the catalog includes it.
"""

from AccessControl.class_init import InitializeClass
from Acquisition import aq_base
from Acquisition import Implicit
from BTrees.IIBTree import IIBTree
from BTrees.IIBTree import IIBucket
from BTrees.IOBTree import IOBTree
from BTrees.Length import Length
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.fulltext.record import Record
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.search.interfaces import ISearchText
from OFS.SimpleItem import SimpleItem
from persistent import Persistent
from Products.PluginIndexes.interfaces import IPluggableIndex
from Products.PluginIndexes.interfaces import IQueryIndex
from secrets import randbits
from uuid import uuid4
from zope.component import getUtility
from zope.interface import implementer

import transaction


#: Scores are whole numbers for the catalog.
SCALE = 1000


@implementer(IPluggableIndex, IQueryIndex)
class FulltextIndex(Persistent, Implicit, SimpleItem):
    """records: {record id: Record}; stamps: {record id: number of this version of the text}.

    identity tells this index from that of any other site; nothing about a text is kept in it.
    """

    meta_type = "FulltextIndex"
    query_options = ("query",)
    operators = ("or",)
    useOperator = "or"
    zmi_icon = "fas fa-info-circle"

    def __init__(self, id, extra=None, caller=None):
        self.id = id
        self.identity = uuid4().hex
        # GenericSetup compares it with the profile and would clear the index otherwise
        self.indexed_attrs = []
        self.clear()

    def clear(self):
        self.records = IOBTree()
        self.stamps = IIBTree()
        self.length = Length()
        self._touch(None)

    def index_object(self, documentId, obj, threshold=None):
        """Keep the text of an object; 0 when it is the one kept already."""
        texts = ISearchText(obj, None)
        if texts is None:
            return self.unindex_object(documentId)
        record = Record.of(texts)
        old = self.records.get(documentId)
        if old is not None and old.digest == record.digest:
            return 0
        if old is None:
            self.length.change(1)
        self.records[documentId] = record
        self.stamps[documentId] = randbits(31)
        self._touch(documentId)
        return 1

    def unindex_object(self, documentId):
        """Forget the text of an object."""
        if documentId not in self.stamps:
            return 0
        del self.records[documentId]
        del self.stamps[documentId]
        self.length.change(-1)
        self._touch(documentId)
        return 1

    def _touch(self, rid):
        """Note that this transaction changes a text, None: all of them."""
        self.touched(make=True).add(rid)

    def touched(self, make=False):
        """Return the record ids that the current transaction has changed; None stands for all."""
        base = aq_base(self)
        manager = base._p_jar.transaction_manager if base._p_jar else transaction.manager
        current = manager.get()
        try:
            return current.data(base)[1]
        except KeyError:
            found = set()
            if make:
                # keeps the index alive: transactions tell keys apart by where they are in memory
                current.set_data(base, (base, found))
            return found

    def query_index(self, record, resultset=None):
        """Return {record id: score} for what somebody typed."""
        text = " ".join(key for key in record.keys if isinstance(key, str))
        found = self.search(parse(text))
        scores = IIBucket()
        for score, rid in found.ranked:
            scores[rid] = max(1, int(score * SCALE))
        return scores

    def _apply_index(self, request, resultset=None):
        typed = request.get(self.id)
        if typed is None:
            return None
        keys = [typed] if isinstance(typed, str) else typed
        return self.query_index(_Keys(keys)), (self.id,)

    def search(self, query, within=None):
        """Return what the sidecar Ranked for a parsed query, see ranking."""
        return getUtility(ISearchEngine).search(aq_base(self), query, within)

    # What the catalog and the ZMI ask besides.

    def getEntryForObject(self, documentId, default=None):
        return self.records.get(documentId, default)

    def getIndexSourceNames(self):
        return []

    def getIndexQueryNames(self):
        return [self.id]

    def numObjects(self):
        return self.length()

    indexSize = numObjects

    def uniqueValues(self, name=None, withLengths=0):
        return ()


class _Keys:
    def __init__(self, keys):
        self.keys = keys


InitializeClass(FulltextIndex)
