"""Notices of the funder (Bescheide): recorded once, replaced by later ones, never changed."""

from kommunalhub import _
from kommunalhub.approvals.journal import entries
from kommunalhub.core.money import read_typed
from kommunalhub.funding.applications import people
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications import said
from kommunalhub.funding.applications.events import NoticeRecorded
from kommunalhub.funding.applications.operations import aid
from kommunalhub.funding.applications.operations.writing import changed
from kommunalhub.funding.applications.operations.writing import entry
from kommunalhub.funding.applications.operations.writing import note
from kommunalhub.funding.applications.operations.writing import touch
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import Reading
from kommunalhub.funding.applications.typed import today
from zope.event import notify

import re


MOST, MOST_CONDITIONS, MOST_INTERIM = 50, 60, 20
DATED = re.compile(r"(?:bis )?(\d{1,2}\.\s*\d{1,2}\.\s*\d{4})\s*[:–-]\s*(.+)")


def record_notice(case, number, values, read_number=read_typed):
    """Record a notice of an application and return it.

    values: as notice_in reads them; replaces: number of the notice that it takes the place of.
    """
    application = application_of(case, number)
    read = Reading(values, read_number)
    notice = notice_in(read, application)
    if not rules.takes_notice(application.state):
        message = _(
            "error_notice_early", default="The application has not been filed: there is no notice."
        )
        read.wrong("kind", message)
    _within(read, application, notice)
    read.done()
    old = next((one for one in application.notices if one["number"] == notice["replaces"]), None)
    notice |= aid.grant(case, application, notice, old)
    touch(case, application)
    application.notices += (notice,)
    state = rules.state_after(application.notices, application.amount)
    day = max(notice["day"], application.path[-1]["day"])
    application.path += (entry(state, day, notice["reference"]),)
    application.state = state
    action = entries.REPLACED if notice["replaces"] else entries.NOTICE
    note(case, action, said.of_notice(application, notice))
    notify(NoticeRecorded(case, application, notice))
    changed(case, application)
    return notice


def notice_in(read, application):
    """Return the notice that was typed, with its number; what is wrong is kept in `read`."""
    known = {notice["number"] for notice in application.notices}
    replaces = read.whole("replaces", 1, MOST)
    if replaces is not None and replaces not in known:
        read.wrong("replaces", _("error_choice", default="Please choose one of the list."))
    kind = read.choice("kind", rules.NOTICE_KINDS)
    notice = {
        "number": len(application.notices) + 1,
        "kind": kind,
        "replaces": replaces,
        "day": read.day("day", required=True, past=True),
        "reference": read.text("reference", 100),
        "delivery": read.choice("delivery", rules.DELIVERIES),
        "fiction_days": read.whole("fiction_days", 0, 30),
        "fiction_norm": read.text("fiction_norm", 300),
        "known_on": read.day("known_on", past=True),
        "portal_fetched_on": read.day("portal_fetched_on", past=True),
        "instruction_right": read.flag("instruction_right"),
        "waived_on": read.day("waived_on", past=True),
        "amount": read.amount("amount"),
        "eligible_cost": read.amount("eligible_cost"),
        "rate": read.amount("rate"),
        "financing": read.choice("financing", rules.FINANCING, required=False),
        "period_from": read.day("period_from"),
        "period_to": read.day("period_to"),
        "drawdown_by": read.day("drawdown_by"),
        "needs_final": read.flag("needs_final"),
        "interim": _days(read),
        "proof": _proof(read),
        "receipts_years": read.whole("receipts_years", 0, 50),
        "earmark_years": read.whole("earmark_years", 0, 50),
        "earmark_from": read.day("earmark_from"),
        **aid.aid_in(read, application),
    }
    old = next((one for one in application.notices if one["number"] == replaces), None)
    notice["conditions"] = conditions_in(read, notice["number"], old)
    rate = notice["rate"]
    if rate is not None and rate > 100:
        message = _("error_not_a_percentage", default="Please enter a percentage from 0 to 100.")
        read.wrong("rate", message)
    if kind in rules.REPLACING and replaces is None:
        message = _(
            "error_notice_replaces",
            default="Please open the notice that it changes, and record it there as changed.",
        )
        read.wrong("kind", message)
    if not rules.is_ordered(notice["period_from"], notice["period_to"]):
        message = _("error_funding_period_order", default="The period ends before it begins.")
        read.wrong("period_to", message)
    if kind == "denial":
        notice["amount"] = rules.ZERO
    elif notice["amount"] is None:
        message = _("error_notice_amount", default="Please write how much was granted.")
        read.wrong("amount", message)
    return notice


def _within(read, application, notice):
    """Refuse a notice that grants more than was applied for."""
    total = rules.granted((*application.notices, notice)) if notice["amount"] is not None else None
    if total is not None and application.amount is not None and total > application.amount:
        message = _("error_granted_above_applied", default="More was granted than was applied for.")
        read.wrong("amount", message)


def conditions_in(read, notice, old=None):
    """Return the conditions of a notice: lines of a form, or [{text, due, owner}] of a client.

    A condition that the replaced notice had keeps its id, who does it, and that it is done.
    """
    found, known = [], {one["text"]: one for one in (old or {}).get("conditions", ())}
    rows = read.value("conditions") or ()
    if isinstance(rows, str):
        rows = [_line(line) for line in rows.splitlines() if line.strip()]
    if not isinstance(rows, list | tuple) or len(rows) > MOST_CONDITIONS:
        message = _(
            "error_conditions_many",
            default="At most ${n} conditions, please.",
            mapping={"n": MOST_CONDITIONS},
        )
        read.wrong("conditions", message)
        return ()
    for place, row in enumerate(rows, 1):
        one = Reading(row)
        text = one.text("text", 1000, required=True)
        kept = known.get(text, {})
        condition = {
            "id": kept.get("id") or f"{notice}.{place}",
            "text": text,
            "due": one.day("due") or kept.get("due"),
            "owner": one.text("owner", 100) or kept.get("owner", ""),
            "done_on": kept.get("done_on"),
        }
        if one.errors:
            read.wrong("conditions", next(iter(one.errors.values())))
        found.append(condition)
    return tuple(found)


def _line(line):
    """Return {text, due} of a line like „31.12.2026: Nachweis der Versicherung“."""
    match = DATED.fullmatch(line.strip())
    return {"due": match[1], "text": match[2]} if match else {"text": line}


def change_condition(case, number, condition, values):
    """Say who fulfils a condition until when, and whether it is done. Raises KeyError.

    values: due, owner (user id), done.
    """
    application = application_of(case, number)
    place, at = _condition(application, condition)
    read = Reading(values)
    due, owner = read.day("due"), read.text("owner", 100)
    if owner and owner not in people.owners(case):
        read.wrong("owner", _("error_choice", default="Please choose one of the list."))
    done = read.flag("done")
    read.done()
    touch(case, application)
    notices = list(application.notices)
    conditions = list(notices[place]["conditions"])
    known = conditions[at]
    done_on = (known["done_on"] or today()) if done else None
    conditions[at] = known | {"due": due, "owner": owner, "done_on": done_on}
    notices[place] = notices[place] | {"conditions": tuple(conditions)}
    application.notices = tuple(notices)
    changed(case, application)
    return conditions[at]


def _condition(application, wanted):
    """Return the places of the notice in force and of its condition."""
    valid = {notice["number"] for notice in rules.in_force(application.notices)}
    for place, notice in enumerate(application.notices):
        for at, condition in enumerate(notice["conditions"]):
            if condition["id"] == wanted and notice["number"] in valid:
                return place, at
    raise KeyError(wanted)


def _days(read):
    found = read.value("interim") or ()
    if isinstance(found, str):
        found = [part.strip() for part in found.split(",") if part.strip()]
    if not isinstance(found, list | tuple) or len(found) > MOST_INTERIM:
        read.wrong("interim", _("error_interim", default="Please give dates, split by commas."))
        return ()
    one = [Reading({"interim": day}) for day in found]
    days = tuple(reader.day("interim") for reader in one)
    for reader in one:
        read.errors.update(reader.errors)
    return tuple(sorted(day for day in days if day is not None))


def _proof(read):
    """Return {"fixed": date}, {"months": n} after the period, or None."""
    fixed, months = read.day("proof_fixed"), read.whole("proof_months", 0, 60)
    if fixed is not None:
        return {"fixed": fixed}
    return {"months": months} if months is not None else None
