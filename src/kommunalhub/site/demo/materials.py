"""Training materials with their files."""

from kommunalhub.site.demo import story
from kommunalhub.site.demo import tables
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile


SAME = ("title", "description", "partner", "level", "licence", "workshop_title")


def fields_of(entry, calendar):
    """Return the fields of a WorkshopMaterial."""
    fields = {name: entry[name] for name in SAME if name in entry}
    fields |= {name: set(entry[name]) for name in ("topics", "audience")}
    fields["material_language"] = "de"
    if "review_in" in entry:
        fields["review_on"] = calendar.day(entry["review_in"])
    if "text" in entry:
        fields["text"] = RichTextValue(entry["text"], "text/html", "text/x-html-safe")
    if "file" in entry:
        # The media type is declared by the type's own subscriber, from the content.
        data = (tables.FILES / entry["file"]).read_bytes()
        fields["file"] = NamedBlobFile(data, filename=entry["file"])
    return fields


def build(portal, calendar, record):
    """Act out the materials that are missing; return how many there are."""
    entries = tables.materials()["material"]
    folder = portal.unrestrictedTraverse("materialien")
    for entry in sorted(entries, key=lambda entry: -entry["created"]["ago"]):
        if record.has("material", entry["id"]):
            continue
        made = entry["created"]
        moment = calendar.moment(calendar.workday(made["ago"]))
        obj = story.enter(
            folder, "WorkshopMaterial", made["by"], moment, fields_of(entry, calendar)
        )
        story.play(obj, entry.get("steps", ()), calendar)
        record.note("material", entry["id"], obj)
    return len(entries)
