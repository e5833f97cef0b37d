"""What an entry of the record of a consultation holds, read from forms and from clients.

`date` and `text`, and where they were given `next_step`, `who` does it `until` when, and the next
`appointment`: {start (ISO, in UTC), minutes, place}.
"""

from datetime import date
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.funding.applications.typed import EARLIEST
from kommunalhub.funding.applications.typed import LATEST
from kommunalhub.funding.applications.typed import Reading
from kommunalhub.funding.applications.typed import today


MAX_ENTRY, MAX_STEP, MAX_WHO, MAX_PLACE = 20000, 1000, 100, 200
#: How long an appointment takes, in minutes; USUAL where nobody said.
SHORTEST, LONGEST, USUAL = 5, 1440, 60
#: Who does something, as it is kept; anybody else is kept as they are called.
WHO = {
    "administration": _("entry_who_administration", default="the administration"),
    "hub": _("entry_who_hub", default="the hub"),
}
BEFORE = _("error_entry_before", default="This lies before the day of the conversation.")


def entry_in(text, day, more=None):
    """Return the entry that was typed, without its author. Raises typed.Wrong.

    more: next_step, who, until, appointment {start, minutes, place}; what is empty is not kept.
    """
    read = Reading(more)
    entry = {"date": _said_on(read, day), "text": _text(read, text)}
    step, who, until = read.text("next_step", MAX_STEP), _who(read), read.day("until")
    if not step and (who or until is not None):
        message = _("error_entry_step", default="Please write what is to be done next.")
        read.wrong("next_step", message)
    if until is not None and entry["date"] is not None and until < entry["date"]:
        read.wrong("until", BEFORE)
    appointment = _appointment(read, entry["date"])
    read.done()
    entry["date"] = entry["date"].isoformat()
    found = {
        "next_step": step,
        "who": who,
        "until": until.isoformat() if until is not None else None,
        "appointment": appointment,
    }
    return entry | {name: value for name, value in found.items() if value}


def _text(read, text):
    text = text.strip() if isinstance(text, str) else ""
    if not text:
        read.wrong("text", _("error_entry_empty", default="Please write what was said."))
    elif len(text) > MAX_ENTRY:
        message = _(
            "error_entry_too_long",
            default="Please shorten the entry to ${n} characters.",
            mapping={"n": MAX_ENTRY},
        )
        read.wrong("text", message)
    return text


def _said_on(read, text):
    try:
        day = date.fromisoformat(text)
    except (TypeError, ValueError):
        message = _("error_entry_date", default="Please choose the day of the conversation.")
        read.wrong("date", message)
        return None
    if day > today():
        message = _("error_entry_future", default="The day of the conversation lies in the future.")
        read.wrong("date", message)
    return day


def _who(read):
    """Return the token of who was meant, else what was typed."""
    found = read.text("who", MAX_WHO)
    called = {in_site_language(title).casefold(): token for token, title in WHO.items()}
    return called.get(found.casefold(), found)


def _appointment(read, said_on):
    sent = read.value("appointment")
    if sent is None:
        return None
    if not isinstance(sent, dict):
        message = _("error_json_expected", default="A JSON object was expected.")
        read.wrong("appointment", message)
        return None
    part = Reading(sent, prefix="appointment.")
    if all(part.value(name) is None for name in ("start", "minutes", "place")):
        return None
    start = _start(part, said_on)
    minutes, place = part.whole("minutes", SHORTEST, LONGEST), part.text("place", MAX_PLACE)
    read.errors.update(part.errors)
    if start is None:
        return None
    return {"start": start.isoformat(), "minutes": minutes or USUAL, "place": place}


def _start(part, said_on):
    """Return the moment in UTC; a day alone is none."""
    typed = part.value("start")
    try:
        moment = moment_in(typed) if isinstance(typed, str) and len(typed) > 10 else None
    except ValueError:
        moment = None
    if moment is None or not EARLIEST.year <= moment.year < LATEST.year:
        message = _(
            "error_appointment_start",
            default="Please give the day and the time of the appointment.",
        )
        part.wrong("start", message)
        return None
    if said_on is not None and formatting.to_local(moment).date() < said_on:
        part.wrong("start", BEFORE)
    return moment.replace(second=0, microsecond=0)


def who(entry):
    """Return who does the next step of an entry, as a message or a text."""
    return WHO.get(entry.get("who"), entry.get("who", ""))
