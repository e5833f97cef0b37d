"""What people enter in the funding file of a case of the demo; days are counted from today."""

from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications.typed import today


def keep(case, act, calendar, programmes):
    """Do one act: {do, …} as in consultations.toml. programmes: their folder."""
    values = {name: dated(name, value, calendar) for name, value in act.items()}
    values = {name.removesuffix("_ago").removesuffix("_in"): one for name, one in values.items()}
    number, act = values.pop("number", None), values.pop("do")
    if act == "application":
        if "programme" in values:
            values["programme"] = programmes[values["programme"]].UID()
        operations.add_application(case, {"kind": "first"} | values)
    elif act == "plan":
        operations.save_plan(case, values)
    else:
        VERBS[act](case, number, {"day": today()} | values)


def dated(name, value, calendar):
    """Return a value of the table; days are counted from today, forward or back in working days."""
    if name.endswith("_ago"):
        return calendar.workday(value)
    if name.endswith("_in"):
        return calendar.day(value)
    if isinstance(value, list):
        return [
            {key.removesuffix("_in"): dated(key, one, calendar) for key, one in row.items()}
            for row in value
        ]
    return value


VERBS = {
    "step": operations.take_step,
    "early": operations.decide_early_start,
    "notice": operations.record_notice,
    "order": operations.record_order,
}
