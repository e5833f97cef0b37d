"""Reports of experience in every state."""

from kommunalhub.network.reports import operations
from kommunalhub.network.reports import workflow
from pathlib import Path


HERE = Path(__file__).parent
SAME = (
    *("title", "description", "partner", "what", "for_whom", "town", "cost", "months"),
    *("worked", "went_wrong", "again", "contact"),
)


def build(stage):
    """Act out the reports that are missing; return how many there are."""
    entries, calendar = stage.table(HERE / "reports.toml")["report"], stage.calendar
    folder = operations.folder_of(stage.portal)
    entries.sort(key=lambda entry: -entry["created"]["ago"])
    for _place, entry in stage.missing("report", entries):
        made = entry["created"]
        fields = {
            name: entry[name].strip() if isinstance(entry[name], str) else entry[name]
            for name in SAME
            if name in entry
        }
        fields["theme_fields"] = set(entry.get("theme_fields", ()))
        moment = calendar.moment(calendar.workday(made["ago"]))
        obj = stage.enter(folder, workflow.TYPE, made["by"], moment, fields)
        stage.play(obj, entry.get("steps", ()), calendar)
        stage.record.note("report", entry["id"], obj)
    return len(entries)
