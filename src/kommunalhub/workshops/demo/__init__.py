"""A living programme around today: held, full, open, being checked, called off."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.core import formatting
from kommunalhub.workshops import operations
from kommunalhub.workshops import questions
from kommunalhub.workshops import sections
from kommunalhub.workshops import storage
from kommunalhub.workshops.evaluation import operations as evaluation
from kommunalhub.workshops.evaluation.rules import sheet_of
from kommunalhub.workshops.evaluation.rules import STATEMENTS
from pathlib import Path


WORKSHOPS = Path(__file__).with_name("workshops.toml")
SAME = (
    *("title", "description", "program", "place", "capacity", "partner", "trainers"),
    *("bring", "level", "is_public", "contact", "hub_seats"),
)


def build(stage):
    """Act out the workshops that are missing; return how many there are."""
    entries, calendar = stage.table(WORKSHOPS)["workshop"], stage.calendar
    folder = stage.section(sections.SECTION)
    entries.sort(key=lambda entry: -entry["created"]["ago"])
    for _place, entry in stage.missing("workshop", entries):
        made = entry["created"]
        moment = calendar.moment(calendar.workday(made["ago"]))
        fields = fields_of(entry, calendar)
        obj = stage.enter(folder, "Workshop", made["by"], moment, fields)
        stage.play(obj, entry.get("steps", ()), calendar, register)
        stage.record.note("workshop", entry["id"], obj)
    return len(entries)


def register(obj, step):
    """Let those of a step register, one after the other, or note who was there; see story.play."""
    answers = tuple(step.get("answers", {}).items())
    for userid in step.get("register", ()):
        operations.register(obj, operations.member(userid, step.get("needs", ""), answers))
    for number in step.get("attended", ()):
        operations.note_attendance(obj, number, True)
    for number, said in enumerate(step.get("said", ()), 1):
        ratings = dict(zip(STATEMENTS, said["ratings"], strict=True))
        one = storage.book_of(obj).get(number)
        evaluation.answer(obj, one, sheet_of(ratings, said.get("comment", "")))
    return False


def fields_of(entry, calendar):
    """Return the fields of a Workshop."""
    day = calendar.workday_from_today(entry["day"])
    hours = timedelta(hours=entry["hours"])
    start = datetime.combine(day, entry["at"], tzinfo=formatting.BERLIN).astimezone(UTC)
    fields = {name: entry[name] for name in SAME if name in entry}
    fields["questions"] = questions.plain(questions.read(entry.get("questions", [])))
    fields |= {name: set(entry[name]) for name in ("topics", "audience")}
    return fields | {"start": start, "end": start + hours, "workshop_language": "de"}
