"""The rooms of the hub, applications for them, and what is booked around today."""

from contextlib import suppress
from datetime import timedelta
from kommunalhub.approvals import workflows
from kommunalhub.approvals.consents import operations as consents
from kommunalhub.booking import operations as booking
from kommunalhub.booking import presence
from kommunalhub.booking import rules as booking_rules
from kommunalhub.booking.asked import operations as requests
from kommunalhub.booking.bookings import ASKED
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.waiting import operations as waiting
from kommunalhub.core import formatting
from kommunalhub.coworking.agreement import operations as agreement
from kommunalhub.coworking.outside import operations as outside
from kommunalhub.coworking.rules import has_day_in_period
from pathlib import Path
from plone.namedfile.file import NamedBlobImage


APPLICATIONS = Path(__file__).with_name("applications.toml")
BOOKINGS = Path(__file__).with_name("bookings.toml")
PICTURES = Path(__file__).with_name("pictures")
MINUTE, ONE_DAY = timedelta(minutes=1), timedelta(days=1)
SPACE = (
    *("title", "description", "kind", "seats", "horizon", "buffer_before", "buffer_after"),
    *("check_in", "image_alt"),
)
APPLICATION = ("applicant_kind", "organisation", "space_kind", "persons", "purpose")


def space_fields(entry):
    """Return the fields of a Space."""
    fields = {name: entry[name] for name in SPACE if name in entry}
    fields |= {name: set(entry[name]) for name in ("bookable_by", "on_request") if name in entry}
    if "picture" in entry:
        data = (PICTURES / entry["picture"]).read_bytes()
        fields["image"] = NamedBlobImage(data, "image/png", entry["picture"])
    return fields | {"equipment": set(entry["equipment"])}


def build_spaces(stage):
    """Make the spaces that are missing, public; return how many there are."""
    entries, calendar = stage.table(APPLICATIONS)["space"], stage.calendar
    section = stage.section("co-working")
    for count, entry in stage.missing("space", entries):
        moment = calendar.moment(calendar.workday(200), count)
        fields = space_fields(entry) | {"id": entry["id"]}
        obj = stage.enter(section, "Space", "hubleitung", moment, fields)
        stage.publish(obj, "publish", f"{obj.partner}-pruefung", moment + MINUTE)
        stage.record.note("space", entry["id"], obj)
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
    fields["contact_email"] = entry.get("email") or f"{entry['created']['by']}@example.org"
    fields["house_rules"] = fields["privacy"] = True
    return fields


def build_applications(stage):
    """Act out the applications that are missing; return how many there are."""

    def apply(obj, step):
        """Accept the agreement, or vote; who completes the consents moves the case."""
        if step.get("accept"):
            return agreement.accept(obj)
        before = workflows.state_of(obj)
        consents.vote(obj, step["vote"], step.get("comment", ""))
        if workflows.state_of(obj) != before:
            stage.backdate_step(obj, formatting.now())
        return None

    entries, calendar = stage.table(APPLICATIONS)["application"], stage.calendar
    folder = stage.section("co-working/antraege")
    entries.sort(key=lambda entry: -entry["created"]["ago"])
    for _place, entry in stage.missing("application", entries):
        made = entry["created"]
        obj = stage.enter(
            folder,
            "CoworkingApplication",
            made["by"],
            calendar.moment(calendar.workday(made["ago"])),
            application_fields(entry, calendar),
        )
        stage.play(obj, entry.get("steps", ()), calendar, apply)
        stage.record.note("application", entry["id"], obj)
    return len(entries)


def build_guests(stage):
    """Let people without an account apply, as if they had followed the link in the mail."""
    entries, calendar = stage.table(APPLICATIONS)["guest"], stage.calendar
    for _place, entry in stage.missing("guest", entries):
        values = application_fields(entry, calendar)
        moment = calendar.moment(calendar.workday(entry["ago"]))
        with stage.as_person("hubleitung", moment):  # for the time: it is made as the guest
            case = outside.case_of(outside.confirm(outside.UNCONFIRMED.keep(values), values))
        stage.backdate_creation(case, moment)
        stage.record.note("guest", entry["id"], case)
    return len(entries)


def come(stage, entry, space, made):
    """Let whoever has booked be there in time, or miss it as the entry says."""
    window = presence.window_of(space, made)
    if window is None or not made.is_confirmed:
        return
    if entry.get("missed"):
        with stage.as_person(entry["by"], window.end):
            presence.release(space, made, window.end)
    elif made.start <= stage.calendar.now:
        with stage.as_person(entry["by"], made.start):
            presence.check_in(space, made.id)


def build_bookings(stage):
    """Let people book what is missing on the working days around today; return how many there are.

    Each does it the working day before, by the verb that the form calls.
    """
    entries = stage.table(BOOKINGS)["booking"]
    section = stage.section("co-working")
    for _place, entry in stage.missing("booking", entries):
        space, day = section[entry["space"]], stage.calendar.workday_from_today(entry["day"])
        span = booking_rules.span_of(day, int(60 * entry["from"]), int(60 * entry["to"]))
        before = stage.calendar.moment(stage.calendar.workday_from_today(entry["day"] - 1))
        with suppress(SlotTaken):
            moment = min(before, span.start)
            if "ago" in entry:
                moment = stage.calendar.moment(stage.calendar.workday(entry["ago"]))
            with stage.as_person(entry["by"], moment):
                act = waiting.join if entry.get("waits") else booking.book
                made = act(space, span.start, span.end, entry.get("purpose", ""))
            if made.state == ASKED:
                stage.backdate_creation(requests.of_booking(space, made), moment)
            come(stage, entry, space, made)
        stage.record.note("booking", entry["id"], space)
    return len(entries)
