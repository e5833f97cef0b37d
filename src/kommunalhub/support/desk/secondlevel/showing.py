"""What was handed over, and what came back, as people read it."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.journal.people import name_in
from kommunalhub.core import formatting
from kommunalhub.support.desk.secondlevel import operations
from kommunalhub.support.desk.secondlevel import rules
from kommunalhub.support.interfaces import ISupportTicket


LABELS = {
    rules.QUESTION: _("label_second_question", default="What the second level is to do"),
    **{
        name: ISupportTicket[name].title
        for name in (rules.TITLE, rules.DESCRIPTION, rules.URGENCY, rules.CATEGORY, rules.DEVICE)
    },
    rules.PARTNER: _("label_partner", default="Administration"),
    rules.REPORTER: _("label_second_reporter", default="Reported by"),
    rules.MAIL: _("label_second_mail", default="E-mail"),
    rules.FOR_WHOM: ISupportTicket[rules.FOR_WHOM].title,
    rules.ASKS: _("label_second_asks", default="Written by who reported it"),
    rules.HELPS: _("label_second_helps", default="Written by support"),
}
KINDS = {
    entries.CAME_BACK: _("second_kind_status", default="How it stands"),
    entries.CAME_SOLVED: _("second_kind_solved", default="Solved, with"),
}


def rows_of(lines):
    """Return [{label, text}] of rules.Lines; what was taken out later is left out."""
    return [
        {"label": LABELS[line.name], "text": paragraphs(line.text)} for line in lines if line.text
    ]


def parcel_of(ticket):
    """Return {when, whole, rows} of what was handed over last, None where nothing was."""
    parcels = operations.hand_of(ticket).parcels
    if not parcels:
        return None
    when = moment(parcels[-1].when)
    return {"when": when, "whole": parcels[-1].whole, "rows": rows_of(parcels[-1].lines)}


def replies_of(ticket):
    """Return [{seq, who, when, kind, text, waits}] of what the second level has answered."""
    waiting = operations.hand_of(ticket).waiting
    return [
        {
            "seq": entry["seq"],
            "who": name_in(entry),
            "when": moment(entry["when"]),
            "kind": KINDS[entry["action"]],
            "plain": entry["comment"] or "",
            "text": paragraphs(entry["comment"] or ""),
            "waits": entry["seq"] in waiting,
        }
        for entry in operations.replies_to(ticket)
    ]


def moment(iso):
    """Return when something was, as people read it."""
    return formatting.moment(datetime.fromisoformat(iso))
