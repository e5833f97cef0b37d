"""The questions of a case that wait for an answer, read from the end of its journal."""

from kommunalhub.approvals.conversation import rules
from kommunalhub.approvals.journal.storage import entries_of
from kommunalhub.approvals.journal.storage import entry_of
from kommunalhub.core.reading import once


@once
def open_questions(case):
    """Return the journal entries of the open questions, oldest first.

    Only what came after the last decision is read.
    """
    entries, recent = entries_of(case), []
    for seq in range(entries.length if entries is not None else 0, 0, -1):
        entry = entry_of(entries.rows[seq])
        if entry["kind"] in ("transition", "created"):
            break
        recent.append(entry)
    return rules.open_questions(reversed(recent))
