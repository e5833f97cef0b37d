"""Events around today: a council, a date called off with another one, a series with one moved."""

from datetime import datetime
from datetime import timedelta
from kommunalhub.core.formatting import BERLIN
from kommunalhub.editorial.dates import operations
from kommunalhub.editorial.dates import storage
from pathlib import Path
from plone.app.event.base import default_timezone
from plone.app.textfield.value import RichTextValue


EVENTS = Path(__file__).with_name("events.toml")
SAME = ("title", "description", "location", "access_note", "contact_name", "contact_email")


NARROWING = ("audience_partners", "audience_functions", "audience_groups")


def build(stage):
    """Act out the events that are missing; return how many there are."""
    entries, calendar = stage.table(EVENTS)["event"], stage.calendar
    for _place, entry in stage.missing("event", entries):
        area = stage.portal.unrestrictedTraverse(f"partner/{entry['partner']}", None)
        if area is None:
            continue
        editor, reviewer = (f"{entry['partner']}-{who}" for who in ("redaktion", "pruefung"))
        made = calendar.workday(entry["made"])
        moment = calendar.moment(made)
        obj = stage.enter(area, "Event", editor, moment, fields_of(entry, calendar))
        stage.publish(obj, "submit", editor, calendar.moment(made, 2))
        reviewed = calendar.moment(calendar.workday(entry["made"] - 1), 4)
        stage.publish(obj, entry.get("act", "publish"), reviewer, reviewed)
        for step in entry.get("steps", ()):
            with stage.as_person(editor, calendar.moment(calendar.workday(step["ago"]), 6)):
                take(obj, step)
        stage.record.note("event", entry["id"], obj)
    return len(entries)


def take(event, step):
    """Move a date by days, or call it off."""
    number, reason = step["number"], step["reason"]
    if "days" not in step:
        return operations.cancel(event, number, reason)
    one = next(one for one in storage.dates_of(event) if one.number == number)
    days = timedelta(days=step["days"])
    place = step.get("place", "")
    return operations.move(event, number, one.start + days, one.end + days, place, reason)


def fields_of(entry, calendar):
    """Return the fields of an Event."""
    zone = default_timezone(as_tzinfo=True)  # Plone works out series with its own kind of zones
    day = calendar.workday_from_today(entry["day"])
    start = datetime.combine(day, entry["at"], tzinfo=BERLIN).astimezone(zone)
    fields = {name: entry[name] for name in SAME if name in entry}
    fields |= {name: set(entry.get(name, ())) for name in ("access", "topics", "audience")}
    fields |= {name: tuple(entry[name]) for name in NARROWING if name in entry}
    fields |= {"id": entry["id"], "start": start, "end": start + timedelta(hours=entry["hours"])}
    fields["text"] = RichTextValue(entry["text"], "text/html", "text/x-html-safe")
    if "weeks" in entry:
        fields["recurrence"] = f"RRULE:FREQ=WEEKLY;COUNT={entry['weeks']}"
    if "again" in entry:
        fields["recurrence"] = f"RDATE:{day + timedelta(days=entry['again']):%Y%m%d}T000000"
    return fields
