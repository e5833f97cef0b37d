"""Training materials with their files."""

from kommunalhub.materials.operations import SECTION
from pathlib import Path
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile


HERE = Path(__file__).parent
SAME = ("title", "description", "partner", "level", "licence", "workshop_title")


def fields_of(entry, stage):
    """Return the fields of a WorkshopMaterial."""
    fields = {name: entry[name] for name in SAME if name in entry}
    fields |= {name: set(entry[name]) for name in ("topics", "audience")}
    fields["material_language"] = "de"
    if "review_in" in entry:
        fields["review_on"] = stage.calendar.day(entry["review_in"])
    if "text" in entry:
        fields["text"] = RichTextValue(entry["text"], "text/html", "text/x-html-safe")
    if "file" in entry:
        # The media type is declared by the type's own subscriber, from the content.
        fields["file"] = NamedBlobFile(stage.file(entry["file"]), filename=entry["file"])
    return fields


def build(stage):
    """Act out the materials that are missing; return how many there are."""
    entries, calendar = stage.table(HERE / "materials.toml")["material"], stage.calendar
    folder = stage.section(SECTION)
    entries.sort(key=lambda entry: -entry["created"]["ago"])
    for _place, entry in stage.missing("material", entries):
        made = entry["created"]
        moment = calendar.moment(calendar.workday(made["ago"]))
        obj = stage.enter(folder, "WorkshopMaterial", made["by"], moment, fields_of(entry, stage))
        stage.play(obj, entry.get("steps", ()), calendar)
        stage.record.note("material", entry["id"], obj)
    return len(entries)
