"""How the story of a case tells that data protection took something out of it."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.core import formatting


NOBODY = _("story_person_removed", default="a person whose name was removed")


def removed_on(entries):
    """Return {seq of an entry: message} for entries that something was taken out of."""
    return {
        entry["redacts"]["seq"]: _(
            "story_removed",
            default="Removed for reasons of data protection on ${day}",
            mapping={"day": formatting.day(datetime.fromisoformat(entry["when"]))},
        )
        for entry in entries
        if "redacts" in entry
    }


def mark_title(entry):
    """Return what an entry of kind "redacted" is called."""
    return _(
        "journal_redacted",
        default="Removed from entry ${seq} for data protection",
        mapping={"seq": entry["redacts"]["seq"]},
    )
