"""What was said on tickets, as people read it: messages, words with a step, and notes."""

from datetime import datetime
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.case.actor import visible_entries
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.journal.people import name_in
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.support.whom import sides_of


SPOKEN = (entries.MESSAGE, entries.NOTE, entries.TRANSITION)


def talk_of(tickets):
    """Return what was said on some tickets, oldest first; the first of them is the one looked at.

    Only what who looks may read. Each: {id, who, when, iso, text, files, verb, note, side, number},
    verb: of the step it was said with, or None; side: "asks" for who reported it, "helps"; number:
    of another ticket that it was said on, or None.
    """
    said = [
        row_of(ticket, entry, ticket is not tickets[0])
        for ticket in tickets
        for entry in visible_entries(ticket, IJournal(ticket))
        if entry["kind"] in SPOKEN and (entry["comment"] or entry["kind"] == entries.MESSAGE)
    ]
    return sorted(said, key=lambda row: row["iso"])


def row_of(ticket, entry, is_other):
    step = entry["kind"] == entries.TRANSITION
    verb = workflows.transition_title(ticket.portal_type, entry["action"]) if step else None
    number = ticket.case_number if is_other else None
    return {
        "id": f"said-{(number or '').lower()}{entry['seq']}",
        "who": name_in(entry),
        "mine": entry["actor"] == asking.userid(),
        "when": formatting.moment(datetime.fromisoformat(entry["when"])),
        "iso": entry["when"],
        "text": paragraphs(entry["comment"]) if entry["comment"] else None,
        "files": [] if step else entry["fields"],
        "verb": verb,
        "note": entry["kind"] == entries.NOTE,
        "side": "asks" if entry["actor"] in sides_of(ticket) else "helps",
        "number": number,
    }
