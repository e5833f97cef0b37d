"""Positions of all administrations, shown to everybody, to some, or to their own alone."""

from kommunalhub.editorial.people import operations
from pathlib import Path


POSITIONS = Path(__file__).with_name("positions.toml")
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
