"""The versions of a material that people could read: who released which, when and why."""

from datetime import datetime
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.facts import readable_fields
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import TRANSITION
from kommunalhub.approvals.journal.people import name_in
from kommunalhub.approvals.journal.people import who_acted
from kommunalhub.approvals.titles import title_of
from kommunalhub.core import formatting
from kommunalhub.materials import workflow
from kommunalhub.partners.localroles import partner_of
from kommunalhub.partners.rules import group_id


def versions_of(material):
    """Return the versions of a material, oldest first, as who is logged in may know them.

    Each: number, iso, day, who, state (title), changed ([(name, title)] of fields; empty for the
    first), comment. Who takes no part in the case reads the group's name and no comment.
    """
    entries = [
        entry
        for entry in IJournal(material)
        if entry["kind"] == TRANSITION and entry["action"] in workflow.RELEASES
    ]
    inside, readable = is_involved(material), readable_fields(material)
    group = title_of(group_id(partner_of(material), "reviewers"))
    return [
        {
            "number": number,
            "iso": entry["when"],
            "day": formatting.day(datetime.fromisoformat(entry["when"])),
            "who": _who(entry) if inside and entry["actor"] else group,
            "state": workflows.state_title(material.portal_type, entry["to"]),
            "changed": [(name, readable[name]) for name in entry["fields"] if name in readable],
            "comment": entry["comment"] if inside else "",
        }
        for number, entry in enumerate(entries, 1)
    ]


def _who(entry):
    absent = entry["on_behalf_of"]
    return who_acted(name_in(entry), name_in(entry, "on_behalf_of") if absent else None)
