"""A living queue around today: new, in work, waiting, solved; and what was solved for months."""

from kommunalhub.approvals.assignment import operations as assignment
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.core.textblocks import operations as textblocks
from kommunalhub.support import arrival
from kommunalhub.support import operations
from kommunalhub.support import teams
from kommunalhub.support.clock import operations as clock
from kommunalhub.support.desk.blocks import ANSWERS
from kommunalhub.support.desk.secondlevel import operations as second
from kommunalhub.support.desk.secondlevel import rules
from kommunalhub.support.learning import demo as learning
from kommunalhub.support.outside import operations as outside
from kommunalhub.support.reports import satisfaction
from pathlib import Path
from plone import api


TABLES = [Path(__file__).with_name(name) for name in ("solved.toml", "tickets.toml", "others.toml")]
BLOCKS = Path(__file__).with_name("blocks.toml")
#: Whose colleagues see each other's tickets, and for how many working days.
TEAM, TEAM_SINCE = "malente", 100
#: So many are reported at different times of a day.
A_DAY = 8
FIELDS = ("title", "description", "urgency", "category", "device", "for_whom")


def build_tickets(stage):
    """Act out the tickets that are missing; return how many there are."""
    number = 0
    for table in TABLES:
        entries = stage.table(table)["ticket"]
        entries.sort(key=lambda entry: -entry["created"]["ago"])
        for place, entry in stage.missing("ticket", entries):
            ticket = build_ticket(stage, place % A_DAY, entry)
            stage.record.note("ticket", entry["id"], ticket)
        number += len(entries)
    return number


def build_ticket(stage, place, entry):
    """Return a ticket that went as an entry says, and what came of it."""
    made, calendar = entry["created"], stage.calendar
    ticket = stage.enter(
        stage.section(operations.SECTION),
        "SupportTicket",
        made["by"],
        calendar.moment(calendar.workday(made["ago"]), place),
        {name: entry[name] for name in FIELDS if name in entry} | {"came_by": arrival.ACTED_OUT},
    )
    steps = entry.get("steps", ())
    stage.play(ticket, steps, calendar, speak)
    clock.refresh(ticket)
    if "satisfied" in entry:
        ticket.rated = True
        day = calendar.workday(steps[-1]["ago"])
        learning.count(stage, satisfaction.SATISFIED, entry["satisfied"], day)
    if "answer" in entry:
        learning.answer(stage, ticket, entry["answer"])
    return ticket


def open_team(stage):
    """Let the people of one administration see what colleagues have reported, for months now."""
    if not teams.open_since():
        since = stage.calendar.workday(TEAM_SINCE).isoformat()
        api.portal.set_registry_record(teams.SETTING, {TEAM: since})


def build_blocks(stage):
    """Let support have texts that it answers with again and again; return how many."""
    entries = stage.table(BLOCKS)["block"]
    if not textblocks.blocks(ANSWERS):
        for entry in entries:
            textblocks.save(ANSWERS, None, entry)
    return len(entries)


def build_guests(stage):
    """Let people without an account report, as if they had followed the link; return how many."""
    entries, calendar = stage.table(TABLES[-1])["guest"], stage.calendar
    for place, entry in stage.missing("ticket", entries):
        moment = calendar.moment(calendar.workday(entry["ago"]), place)
        values = {name: entry[name] for name in (*FIELDS, *outside.REPORTER) if name in entry}
        with stage.as_person("hubleitung", moment):  # for the time: it is made as the guest
            guest_id = outside.confirm(outside.UNCONFIRMED.keep(values), values)
            ticket = outside.ticket_of(guest_id)
        stage.backdate_creation(ticket, moment)
        stage.play(ticket, entry.get("steps", ()), calendar, speak)
        clock.refresh(ticket)
        stage.record.note("ticket", entry["id"], ticket)
    return len(entries)


def speak(ticket, step):
    """Take the ticket, say something to the other side, note it, or hand it to the second level."""
    if "take" in step:
        assignment.take(ticket)
    elif "note" in step:
        conversation.write_note(ticket, step["note"])
    elif "ask" in step:
        second.ask_consent(ticket)
    elif "agree" in step:
        second.answer_consent(ticket, step["agree"])
    elif "hand" in step:
        lines, whole = second.preview(ticket, step["hand"])
        second.hand_over(ticket, step["hand"], rules.digest(lines, whole))
    elif "reply" in step:
        second.reply(ticket, second.STATUS, step["reply"])
    else:
        conversation.write_message(ticket, step["say"])
