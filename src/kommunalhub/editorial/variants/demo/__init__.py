"""Pages of the demo that say the same as another one, and a folder that promises some."""

from kommunalhub.core.acting import as_system
from kommunalhub.editorial.variants.rules import PLAIN
from pathlib import Path
from plone.app.textfield.value import RichTextValue
from plone.uuid.interfaces import IUUID


PAGES = Path(__file__).with_name("pages.toml")
KIND = "variant"
PROMISES = {"oldenburg": {PLAIN}}


def build(stage):
    """Make the variants that are missing; return how many there are."""
    entries = stage.table(PAGES)["page"]
    for place, entry in stage.missing(KIND, entries):
        area = stage.section(f"partner/{entry['partner']}")
        page = area.get(entry["of"])
        if page is None:
            continue
        editor, reviewer = (f"{entry['partner']}-{who}" for who in ("redaktion", "pruefung"))
        moment = stage.calendar.moment(stage.calendar.workday(entry["ago"]), place)
        fields = {name: entry[name] for name in ("id", "title", "description")}
        fields["text"] = RichTextValue(entry["text"], "text/html", "text/x-html-safe")
        fields |= {"variant_kind": entry["kind"], "variant_of": IUUID(page)}
        made = stage.enter(area, "Document", editor, moment, fields)
        if entry.get("act"):
            stage.publish(made, "submit", editor, moment)
            stage.publish(made, entry["act"], reviewer, moment)
        stage.record.note(KIND, entry["id"], made)
    for partner, kinds in PROMISES.items():
        area = stage.section(f"partner/{partner}")
        with as_system(stage.portal):
            area.promised_variants = getattr(area, "promised_variants", None) or kinds
    return len(entries)
