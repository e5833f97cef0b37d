"""The rooms of the hub and applications for them."""

from kommunalhub.approvals import workflows
from kommunalhub.approvals.consents import operations as consents
from kommunalhub.core import formatting
from kommunalhub.coworking.rules import has_day_in_period
from kommunalhub.site.demo import story
from kommunalhub.site.demo import tables
from kommunalhub.site.demo.clock import MINUTE
from kommunalhub.site.demo.clock import ONE_DAY


SPACE = ("title", "description", "kind", "seats")
APPLICATION = ("applicant_kind", "organisation", "space_kind", "persons", "purpose")


def space_fields(entry):
    """Return the fields of a Space."""
    return {name: entry[name] for name in SPACE} | {"equipment": set(entry["equipment"])}


def build_spaces(portal, calendar, record):
    """Make the spaces that are missing, public; return how many there are."""
    entries = tables.coworking()["space"]
    section = portal.unrestrictedTraverse("co-working")
    for count, entry in enumerate(entries):
        if record.has("space", entry["id"]):
            continue
        moment = calendar.moment(calendar.workday(200), count)
        fields = space_fields(entry) | {"id": entry["id"]}
        obj = story.enter(section, "Space", "hubleitung", moment, fields)
        story.publish(obj, "publish", f"{obj.partner}-pruefung", moment + MINUTE)
        record.note("space", entry["id"], obj)
    return len(entries)


def application_fields(entry, calendar):
    """Return the fields of a CoworkingApplication."""
    fields = {name: entry[name] for name in APPLICATION if name in entry}
    fields |= {name: set(entry[name]) for name in ("equipment", "weekdays")}
    fields |= {name: calendar.day(entry[name]) for name in ("start", "end")}
    if fields["start"] == fields["end"]:
        # a single day is the next one of its day of the week, whenever the demo is built
        while not has_day_in_period(fields["weekdays"], fields["start"], fields["start"]):
            fields["start"] += ONE_DAY
        fields["end"] = fields["start"]
    fields["contact_name"] = entry["contact"]
    fields["contact_email"] = f"{entry['created']['by']}@example.org"
    fields["house_rules"] = fields["privacy"] = True
    return fields


def cast_vote(obj, step):
    """Vote in the round of consents; who completes it moves the case."""
    before = workflows.state_of(obj)
    consents.vote(obj, step["vote"], step.get("comment", ""))
    if workflows.state_of(obj) != before:
        story.backdate_step(obj, formatting.now())


def build_applications(portal, calendar, record):
    """Act out the applications that are missing; return how many there are."""
    entries = tables.coworking()["application"]
    folder = portal.unrestrictedTraverse("co-working/antraege")
    for entry in sorted(entries, key=lambda entry: -entry["created"]["ago"]):
        if record.has("application", entry["id"]):
            continue
        made = entry["created"]
        obj = story.enter(
            folder,
            "CoworkingApplication",
            made["by"],
            calendar.moment(calendar.workday(made["ago"])),
            application_fields(entry, calendar),
        )
        story.play(obj, entry.get("steps", ()), calendar, cast_vote)
        record.note("application", entry["id"], obj)
    return len(entries)
