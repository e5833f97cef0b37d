"""Positions of all administrations, shown to everybody, to some, or to their own; who is away."""

from datetime import datetime
from datetime import time
from kommunalhub.core import formatting
from kommunalhub.editorial.people import operations
from kommunalhub.partners.substitution import operations as substitution
from pathlib import Path


POSITIONS = Path(__file__).with_name("positions.toml")
ABSENCES = Path(__file__).with_name("absences.toml")
BACK_AT = time(8, 0)
FIELDS = (
    *("title", "partner", "unit", "is_head", "account", "name", "room", "phone", "email"),
    *("hours", "note", "number"),
)


def build_positions(stage):
    """Enter the positions that are missing; return how many there are."""
    entries, calendar = stage.table(POSITIONS)["position"], stage.calendar
    folder = operations.folder_of_people()
    for place, entry in stage.missing("position", entries):
        fields = {name: entry[name] for name in FIELDS if name in entry}
        fields["tasks"] = tuple(entry.get("tasks", ()))
        moment = calendar.moment(calendar.workday(30), place)
        by = entry["partner"]
        position = stage.enter(folder, "Position", f"{by}-redaktion", moment, fields)
        if "state" in entry:
            with stage.as_person(f"{by}-pruefung", moment):
                operations.show(position, entry["state"])
                stage.backdate_step(position, moment)
        stage.record.note("position", entry["id"], position)
    return len(entries)


def build_absences(stage):
    """Let somebody be away who names who stands in; return how many are."""
    entries, calendar = stage.table(ABSENCES)["absence"], stage.calendar
    for entry in entries:
        absent, moment = entry["absent"], calendar.moment(calendar.workday(entry["ago"]))
        with stage.as_person(absent, moment):
            if not substitution.of_absent(absent):
                back = calendar.workday_from_today(entry["back"])
                end = datetime.combine(back, BACK_AT, tzinfo=formatting.BERLIN)
                substitution.name(absent, entry["substitute"], moment, end, reason=entry["reason"])
    return len(entries)
