"""What is right or wrong with a journal: pure, everything comes in as an argument.

rows: {seq: (chained text, sealed text, hash)}, see journal.py and docs/reference/journal.md.
"""

from dataclasses import dataclass
from hashlib import sha256

import json


# What can be wrong with an entry.
CHANGED = "changed"  # its facts, or the hash itself
TEXT = "text"  # what people said or who it was, without a mark of redaction
MISSING = "missing"  # taken out of the middle
MOVED = "moved"  # in the place of another, or from another case
CUT = "cut"  # the chain ends too early
REWRITTEN = "rewritten"  # a sound chain, but not the one that was anchored
UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Report:
    """The state of one journal: how long, how many redacted, and the first broken entry if any."""

    length: int
    head: str
    redacted: int = 0
    broken: int | None = None
    wrong: str | None = None

    @property
    def sound(self):
        return self.broken is None


def digest(text):
    """Return the seal of a text; of any text, also of halves of letters."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def inspect(rows, length, head, origin, anchor=None):
    """Return the Report of one journal.

    length, head: what the journal notes of its own end. origin: what the first entry builds on.
    anchor: (length, head) noted elsewhere at an earlier time, or None.
    """
    marks = _marks(rows)

    def report(broken=None, wrong=None):
        return Report(length, head, len(marks), broken, wrong)

    previous = origin
    for seq in range(1, max(length, len(rows), max(rows, default=0)) + 1):
        row = rows.get(seq)
        if row is None:
            return report(seq, MISSING if any(later > seq for later in rows) else CUT)
        facts = _facts(row)
        if facts is None or not _is_mark_in_order(facts, seq):
            return report(seq, CHANGED)
        if (facts["seq"], facts["previous"]) != (seq, previous):
            return report(seq, MOVED)
        if digest(row[1]) != marks.get(seq, facts["seal"]):
            return report(seq, TEXT)
        previous = row[2]
    if previous != head or length != len(rows):
        return report(length or 1, CUT)
    if anchor is not None and not _reaches(rows, anchor):
        kept = anchor[0]
        return report(length + 1, CUT) if kept > length else report(kept, REWRITTEN)
    return report()


def _facts(row):
    """Return the facts of an entry as a dict, None when they are not as hashed."""
    text, _sealed, own_hash = row
    if digest(text) != own_hash:
        return None
    try:
        facts = json.loads(text)
    except ValueError:
        return None
    return facts if isinstance(facts, dict) and {"seq", "previous", "seal"} <= set(facts) else None


def _is_mark_in_order(facts, seq):
    """Return whether an entry is no mark of redaction, or one that names an earlier entry."""
    if "redacts" not in facts:
        return True
    named = facts["redacts"].get("seq") if isinstance(facts["redacts"], dict) else None
    return isinstance(named, int) and 0 < named < seq


def _marks(rows):
    """Return {seq of a redacted entry: seal of what remains of it}; the newest mark counts."""
    marks = {}
    for seq, row in sorted(rows.items()):
        facts = _facts(row)
        if facts and "redacts" in facts and _is_mark_in_order(facts, seq):
            marks[facts["redacts"]["seq"]] = facts["redacts"].get("seal")
    return marks


def _reaches(rows, anchor):
    length, head = anchor
    return length == 0 or (length in rows and rows[length][2] == head)
