"""The areas of the four administrations as their editors keep them."""

from datetime import datetime
from datetime import time
from datetime import UTC
from kommunalhub.core import formatting
from kommunalhub.core.blocks import UP
from kommunalhub.editorial.areas import operations
from kommunalhub.editorial.areas import rules
from kommunalhub.editorial.areas import typed
from kommunalhub.editorial.areas.demo.drawing import landscape
from kommunalhub.editorial.areas.storage import area_of
from pathlib import Path
from plone.app.textfield.value import RichTextValue


AREAS = Path(__file__).with_name("areas.toml")
PAGES = Path(__file__).with_name("pages.toml")
READERS = {
    "contacts": typed.read_contacts,
    "week": typed.read_week,
    "links": typed.read_links,
}


def build_areas(stage):
    """Write the facts of areas that nobody has written yet; return how many there are."""
    entries = stage.table(AREAS)["area"]
    for entry in entries:
        area = stage.portal.unrestrictedTraverse(f"partner/{entry['partner']}", None)
        if area is None or area_of(area).version:
            continue
        moment = stage.calendar.moment(stage.calendar.workday(27))
        with stage.as_person(f"{entry['partner']}-redaktion", moment):
            operations.save(area, facts_of(entry))
            arrange(area, entry)
        stage.backdate_change(area, moment)
    return len(entries)


def facts_of(entry):
    values = {name: entry[name].strip() for name in ("introduction", "note", "sign")}
    values |= {name: read(entry[name]) for name, read in READERS.items()}
    return values | {
        "picture": landscape(entry["picture"]),
        "picture_text": entry["picture_text"],
        "picture_decorative": False,
    }


def arrange(area, entry):
    """Move, hide and call blocks as the editors of an administration have done."""
    blocks = operations.blocks_of(area)
    for kind, values in entry.get("blocks", {}).items():
        blocks = rules.changed(blocks, kind, **values)
    for kind in entry.get("higher", ()):
        blocks = rules.moved(blocks, operations.kinds(), kind, UP)
    operations.arrange(area, blocks)


def build_pages(stage):
    """Make pages and events of the areas that are missing; return how many there are."""
    entries = stage.table(PAGES)["page"]
    for place, entry in stage.missing("area-page", entries):
        area = stage.portal.unrestrictedTraverse(f"partner/{entry['partner']}", None)
        if area is None or entry["id"] in area.objectIds():
            continue
        moment = stage.calendar.moment(stage.calendar.workday(entry["ago"]), place)
        editor, reviewer = (f"{entry['partner']}-{who}" for who in ("redaktion", "pruefung"))
        made = stage.enter(area, entry["type"], editor, moment, fields_of(entry, stage.calendar))
        if entry.get("act"):
            stage.publish(made, "submit", editor, moment)
            stage.publish(made, entry["act"], reviewer, moment)
        stage.record.note("area-page", entry["id"], made)
    return len(entries)


def fields_of(entry, calendar):
    fields = {name: entry[name] for name in ("id", "title", "description")}
    fields["text"] = RichTextValue(entry["text"], "text/html", "text/x-html-safe")
    if entry["type"] == "Event":
        day = calendar.workday_from_today(entry["in"])
        for name in ("start", "end"):
            hour, minute = map(int, entry[name].split(":"))
            moment = datetime.combine(day, time(hour, minute), tzinfo=formatting.BERLIN)
            fields[name] = moment.astimezone(UTC)  # the database keeps no zones by name
        fields["location"] = entry["place"]
    return fields
