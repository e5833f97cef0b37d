"""Notices of demo cases, so that the deadlines show: open, overdue, done and changed ones."""

from datetime import datetime
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core.tools import thing_of
from kommunalhub.funding.applications import operations as applications
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.deadlines import operations
from pathlib import Path


HERE = Path(__file__).parent
#: Facts of a notice that are days, given as days from today.
DAYS = ("day", "period_from", "period_to", "drawdown_by", "proof_fixed", "earmark_from")


def build(stage):
    """Record the notices that are missing; return how many there are."""
    entries = stage.table(HERE / "notices.toml")["application"]
    for entry in entries:
        case = case_of(stage, entry["case"])
        if case is not None and not funding_of(case).applications:
            play(stage, case, entry)
            last = list(IJournal(case))[-1]["when"]
            stage.backdate_change(case, datetime.fromisoformat(last))
    return sum(len(entry["notices"]) for entry in entries)


def case_of(stage, id_):
    """Return the case that the demo has made under an id, None where it is gone."""
    return thing_of(stage.record.uid("consultation", id_))


def play(stage, case, entry):
    """Enter an application, file it, record its notices, report what is done."""
    with acting(stage, entry["filed"]):
        values = {name: entry[name] for name in ("programme_title", "kind", "amount")}
        number = applications.add_application(case, values).number
        day = stage.calendar.workday(entry["filed"])
        applications.take_step(case, number, {"state": "in_work", "day": day})
        applications.take_step(case, number, {"state": "filed", "day": day, "anyway": True})
    for notice in entry["notices"]:
        with acting(stage, notice["ago"]):
            applications.record_notice(case, number, values_of(stage, notice))
    for done in entry.get("done", ()):
        with acting(stage, done["ago"]):
            key = key_of(case, number, done["kind"])
            operations.mark_done(case, number, key, {"remark": done["remark"]})


def acting(stage, ago):
    """Act as the consultant, so many working days ago."""
    moment = stage.calendar.moment(stage.calendar.workday(ago), 30)
    return stage.as_person("berater", moment)


def values_of(stage, notice):
    values = {name: value for name, value in notice.items() if name != "ago"}
    for name in DAYS:
        if name in values:
            values[name] = stage.calendar.day(values[name])
    values["interim"] = [stage.calendar.day(offset) for offset in notice.get("interim", ())]
    return values


def key_of(case, number, kind):
    """Return the key of the first deadline of a kind."""
    found = operations.entries_of(case, number)
    return min(key for key, entry in found.items() if entry["kind"] == kind)
