"""Taking what people said, or who they were, out of a journal: data protection (DSGVO Art. 17).

The chain holds only the seal of such text, so it stays as it was. A new entry of kind "redacted"
names the entry, the reason, and the seal of what remains: a gap with that mark is sound, one
without is tampering. See docs/decisions/journal.md.
"""

from Acquisition import aq_base
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.interfaces import CaseRedacted
from kommunalhub.approvals.interfaces import CommentTooLong
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotRedactable
from kommunalhub.approvals.interfaces import ReasonRequired
from kommunalhub.approvals.journal import chain
from kommunalhub.approvals.journal.entries import MAX_COMMENT
from kommunalhub.approvals.journal.storage import canonical
from kommunalhub.approvals.journal.storage import entries_of
from kommunalhub.approvals.journal.storage import entry_of
from zope.event import notify

import json
import secrets


#: What can be taken out of an entry, each by itself, and the sealed facts it consists of.
PARTS = {
    "comment": ("comment",),
    "fields": ("fields",),
    "actor": ("actor", "on_behalf_of", "names"),
}
TEXT = ("comment", "fields")


def redact(case, seq, by, reason, parts=TEXT):
    """Take parts of an entry out of the journal of a case and leave a mark; return the mark.

    seq: number of the entry. by: id of who does it. parts: some of PARTS.
    Raises ReasonRequired, CommentTooLong, LookupError when there is no such entry, NotRedactable
    when it has nothing of that (`gone`: because it was taken out before) or is itself a mark, or
    when the journal is broken: then nothing must be lost.
    """
    reason = (reason or "").strip()
    if not reason:
        raise ReasonRequired(
            _("error_redaction_reason", default="Please write why this is taken out.")
        )
    if len(reason) > MAX_COMMENT:
        raise CommentTooLong(MAX_COMMENT)
    journal = IJournal(case)
    if not 0 < seq <= len(journal):
        raise LookupError(seq)
    _require_sound(journal)
    entries = entries_of(case)
    chained_text, sealed_text, own_hash = row = entries.rows[seq]
    before = entry_of(row)
    parts = tuple(part for part in PARTS if part in set(parts) & set(held(before)))
    _require_something(before, parts)
    sealed = json.loads(sealed_text)
    out = {name for part in parts for name in PARTS[part]}
    earlier = sealed.get("redacted", {}).get("parts", [])
    remaining = canonical(
        {
            **{name: value for name, value in sealed.items() if name not in out},
            "redacted": {
                "parts": [part for part in PARTS if part in parts or part in earlier],
                "mark": len(journal) + 1,
            },
            "salt": secrets.token_hex(16),  # the old one would help to guess what is gone
        }
    )
    entries.rows[seq] = (chained_text, remaining, own_hash)
    _redact_history(case, before, parts)
    notify(CaseRedacted(case, before, parts))
    seal = chain.digest(remaining)
    journal.append("redacted", by, comment=reason, redacts={"seq": seq, "seal": seal})
    return journal.last("redacted")


def held(entry):
    """Return which PARTS an entry still holds; a mark of redaction itself stays as it is."""
    if entry["kind"] == "redacted":
        return ()
    return tuple(part for part, names in PARTS.items() if any(entry[name] for name in names))


def _require_sound(journal):
    if not journal.inspect().sound:
        raise NotRedactable(
            _(
                "error_redaction_broken",
                default="This journal was changed after the fact. Nothing is taken out of it "
                "until that is cleared up.",
            )
        )


def _require_something(entry, parts):
    if parts:
        return
    if entry["kind"] == "redacted":
        raise NotRedactable(
            _(
                "error_redaction_mark",
                default="The mark of an earlier removal itself cannot be taken out.",
            )
        )
    raise NotRedactable(
        _(
            "error_redaction_nothing",
            default="Entry ${seq} holds nothing of what you want to take out.",
            mapping={"seq": entry["seq"]},
        ),
        gone="redacted" in entry,
    )


def _redact_history(case, entry, parts):
    """Take the same out of DCWorkflow's own history of the case."""
    if entry["kind"] != "transition":
        return
    workflow = workflows.definition_of(case.portal_type)
    history = getattr(aq_base(case), "workflow_history", None) or {}
    rows = list(history.get(workflow.getId(), ())) if workflow is not None else []
    for number, row in enumerate(rows):
        said = (row.get("comments") or "").strip()
        if row.get("action") != entry["action"] or said != entry["comment"]:
            continue
        row = dict(row)
        if "comment" in parts:
            row["comments"] = ""
        if "actor" in parts and row.get("actor") == entry["actor"]:
            row["actor"] = ""
        rows[number] = row
        history[workflow.getId()] = tuple(rows)
        return
