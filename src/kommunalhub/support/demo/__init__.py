"""A living queue around today: new, in work, waiting, solved."""

from kommunalhub.approvals.assignment import operations as assignment
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.support import operations
from kommunalhub.support.clock import operations as clock
from pathlib import Path


TICKETS = Path(__file__).with_name("tickets.toml")
FIELDS = ("title", "description", "urgency", "category", "device", "for_whom")


def build_tickets(stage):
    """Act out the tickets that are missing; return how many there are."""
    entries, calendar = stage.table(TICKETS)["ticket"], stage.calendar
    entries.sort(key=lambda entry: -entry["created"]["ago"])
    folder = stage.section(operations.SECTION)
    for place, entry in stage.missing("ticket", entries):
        made = entry["created"]
        ticket = stage.enter(
            folder,
            "SupportTicket",
            made["by"],
            calendar.moment(calendar.workday(made["ago"]), place),
            {name: entry[name] for name in FIELDS if name in entry},
        )
        stage.play(ticket, entry.get("steps", ()), calendar, speak)
        clock.refresh(ticket)
        stage.record.note("ticket", entry["id"], ticket)
    return len(entries)


def speak(ticket, step):
    """Take the ticket, say something to the other side, or note it."""
    if "take" in step:
        assignment.take(ticket)
    elif "note" in step:
        conversation.write_note(ticket, step["note"])
    else:
        conversation.write_message(ticket, step["say"])
