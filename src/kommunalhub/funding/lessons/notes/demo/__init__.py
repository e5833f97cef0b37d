"""Experience notes of cases that the demo has played to their end."""

from kommunalhub.funding.lessons.notes import operations
from kommunalhub.funding.lessons.notes.source import Source
from pathlib import Path
from plone import api


HERE = Path(__file__).parent


def build(stage):
    """Make the notes that are missing, from their cases; return how many there are."""
    entries, calendar = stage.table(HERE / "lessons.toml")["lesson"], stage.calendar
    for _place, entry in stage.missing("lesson", entries):
        case = api.content.get(UID=stage.record.uid("consultation", entry["id"]))
        if case is None:
            continue
        moment = calendar.moment(calendar.workday(entry["ago"]))
        with stage.as_person(entry["by"], moment):
            values = Source(case).values | entry["values"]
            lesson = operations.make(case, values)
            stage.check("FundingLesson", lesson)
        stage.backdate_creation(lesson, moment)
        if entry["released"]:
            stage.publish(lesson, "approve", "hubleitung", calendar.moment(calendar.workday(2)))
        stage.record.note("lesson", entry["id"], lesson)
    return len(entries)
