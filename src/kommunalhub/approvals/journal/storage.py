"""The journal of a case: an append-only chain of entries, each with a hash over the one before.

Kept as text exactly as hashed. What names people or quotes them (actor, comment, fields) is sealed
apart from the chain, so that data protection can take it out later without breaking the chain.
See docs/decisions/journal.md.
"""

from BTrees.IOBTree import IOBTree
from kommunalhub.approvals.interfaces import CaseNoted
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.chain import digest
from kommunalhub.approvals.journal.chain import inspect
from kommunalhub.approvals.journal.entries import is_known
from kommunalhub.approvals.journal.people import names_of
from kommunalhub.core import formatting
from persistent import Persistent
from plone.uuid.interfaces import IUUID
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.event import notify
from zope.interface import implementer

import json
import secrets


KEY = "kommunalhub.approvals.journal"
# Plain facts, part of the chain itself.
CHAINED = ("action", "from", "to")
# What names or quotes people; only its seal is part of the chain.
SEALED = ("actor", "on_behalf_of", "comment", "fields")


def canonical(data):
    """Return data as the one text that is hashed."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class Entries(Persistent):
    """What is stored: {seq: (chained text, sealed text, hash)}.

    Each append writes `length` and `head`, so two at once conflict and one of them is retried;
    a BTree alone would merge them and break the chain.
    """

    length = 0
    head = ""

    def __init__(self):
        self.rows = IOBTree()

    def add(self, row):
        self.length += 1
        self.head = row[2]
        self.rows[self.length] = row


@implementer(IJournal)
@adapter(IApprovable)
class Journal:
    """See IJournal; reading never writes."""

    def __init__(self, context):
        self.context = context

    @property
    def _entries(self):
        return entries_of(self.context)

    @property
    def head(self):
        """The hash of the last entry; for an empty journal what the first one builds on."""
        entries = self._entries
        return entries.head if entries else self._origin

    @property
    def _origin(self):
        return digest(IUUID(self.context, None) or "")

    def append(self, kind, actor, **data):
        redacts = data.pop("redacts", None) if kind == "redacted" else None
        unknown = set(data) - {*CHAINED, *SEALED}
        if unknown or not is_known(kind, data.get("action")):
            raise ValueError(f"not for a journal: {kind} {data.get('action')} {sorted(unknown)}")
        entries = self._entries
        if entries is None:
            entries = IAnnotations(self.context)[KEY] = Entries()
        sealed = {name: data[name] for name in SEALED if data.get(name)}
        names = names_of((actor, data.get("on_behalf_of")))
        if names:
            sealed["names"] = names  # people marry, and leave
        sealed_text = canonical({**sealed, "actor": actor, "salt": secrets.token_hex(16)})
        chained_text = canonical(
            {
                "seq": entries.length + 1,
                "when": formatting.now().isoformat(timespec="seconds"),
                "kind": kind,
                **{name: data.get(name) for name in CHAINED},
                **({"redacts": redacts} if redacts else {}),
                "seal": digest(sealed_text),
                "previous": entries.head or self._origin,
            }
        )
        row = (chained_text, sealed_text, digest(chained_text))
        entries.add(row)
        notify(CaseNoted(self.context, entry_of(row)))

    def __iter__(self):
        entries = self._entries
        for row in entries.rows.values() if entries is not None else ():
            yield entry_of(row)

    def __len__(self):
        entries = self._entries
        return entries.length if entries is not None else 0

    def __bool__(self):
        return True

    def last(self, kind):
        """Return the newest entry of a kind, or None."""
        entries = self._entries
        for seq in range(len(self), 0, -1):
            entry = entry_of(entries.rows[seq])
            if entry["kind"] == kind:
                return entry
        return None

    def inspect(self, anchor=None):
        entries = self._entries
        if entries is None:
            return inspect({}, 0, self._origin, self._origin, anchor)
        head = entries.head or self._origin
        return inspect(dict(entries.rows), entries.length, head, self._origin, anchor)

    def verify(self):
        return self.inspect().broken


def entries_of(case):
    """Return what is stored of the journal of a case, or None."""
    return IAnnotations(case).get(KEY)


def entry_of(row):
    """Return a stored row as the dict that readers get."""
    chained_text, sealed_text, own_hash = row
    entry = json.loads(chained_text)
    sealed = json.loads(sealed_text)
    del entry["seal"]
    entry["actor"] = sealed.get("actor", "")
    entry["on_behalf_of"] = sealed.get("on_behalf_of")
    entry["comment"] = sealed.get("comment", "")
    entry["fields"] = sealed.get("fields", [])
    entry["names"] = sealed.get("names", {})
    entry["hash"] = own_hash
    if "redacted" in sealed:
        entry["redacted"] = sealed["redacted"]
    return entry
