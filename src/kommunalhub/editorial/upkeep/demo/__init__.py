"""What the demo shows of looking after pages: reviews, reports of readers, what is broken."""

from datetime import timedelta
from kommunalhub.approvals.reviewing import operations as reviewing
from kommunalhub.approvals.reviewing import reading
from kommunalhub.approvals.reviewing.rules import REPORTS
from kommunalhub.core.acting import as_system
from kommunalhub.editorial.upkeep import operations
from kommunalhub.editorial.upkeep import storage
from kommunalhub.editorial.upkeep.health import operations as health
from pathlib import Path
from plone.app.textfield.value import RichTextValue
from plone.uuid.interfaces import IUUID


PAGES = Path(__file__).with_name("pages.toml")
KIND = "upkeep"


def build(stage):
    """Make the pages that are missing, and what happened to them since; return how many."""
    entries = stage.table(PAGES)["page"]
    for _place, entry in stage.missing(KIND, entries):
        page = written(stage, entry)
        if "review" in entry:
            fall_due(stage, page, entry["review"])
        for said in entry.get("said", ()):
            say(stage, page, said)
        with as_system(stage.portal):
            health.look(page)
            reviewing.untold().pop(IUUID(page), None)  # nobody is sent a mail for looking around
        stage.record.note(KIND, entry["id"], page)
    return len(entries)


def written(stage, entry):
    """Return a page, released where the entry says by whom."""
    calendar, area = stage.calendar, stage.section(f"partner/{entry['partner']}")
    by = f"{entry['partner']}-redaktion"
    moment = calendar.moment(calendar.workday(entry["ago"]))
    fields = {
        name: entry[name]
        for name in ("id", "title", "description", "review_months")
        if name in entry
    }
    fields["text"] = RichTextValue(entry["text"], "text/html", "text/x-html-safe")
    page = stage.enter(area, "Document", by, moment, fields)
    if entry.get("released"):
        stage.publish(page, "submit", by, moment)
        later = calendar.moment(calendar.workday(entry["ago"] - 1))
        stage.publish(page, "publish", f"{entry['partner']}-pruefung", later)
    return page


def fall_due(stage, page, days):
    """Ask for a review, so that it is due in some days; negative: overdue since."""
    day = stage.calendar.today - reviewing.rules.TIME + timedelta(days=days)
    with as_system(stage.portal):
        reviewing.ask(page, day)


def say(stage, page, said):
    """Let a reader report something, and who is responsible be done with it."""
    calendar = stage.calendar
    moment = calendar.moment(calendar.workday(said["ago"]), 4)
    by = said["by"]
    with stage.as_person(by, moment):
        values = {"text": said["text"], "place": said.get("place", ""), "email": ""}
        made = operations.report(page, values)
    if "word" in said:
        later = calendar.moment(calendar.workday(said["ago"] - 1), 2)
        with stage.as_person(f"{page.aq_parent.getId()}-redaktion", later):
            operations.finish(page, made.id, said["word"])
    assert (REPORTS in reading.called_of(page)) == bool(storage.open_of(page))
