"""The service clock in words."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.support.clock import rules
from kommunalhub.support.clock import story


NAMES = {
    rules.REACTION: _("goal_reaction", default="First answer"),
    rules.UPDATE: _("goal_update", default="Next word"),
    rules.SOLUTION: _("goal_solution", default="Solution"),
}
STATES = {
    rules.RUNS: _("goal_runs", default="by ${when}"),
    rules.RESTS: _("goal_rests", default="The clock stands still"),
    rules.KEPT: _("goal_kept", default="kept"),
    rules.BROKEN: _("goal_broken", default="came too late"),
}
LATE = _("goal_late", default="overdue since ${when}")
LOOKS = {rules.KEPT: "ok", rules.BROKEN: "late", rules.RESTS: ""}
WHY = {
    story.SERVICE: _("stretch_service", default="counts"),
    story.OUTSIDE: _("stretch_outside", default="outside service hours, does not count"),
    rules.WAITING: _("stretch_waiting", default="waited for an answer, does not count"),
    rules.DONE: _("stretch_done", default="was solved, does not count"),
}


DUE_TODAY = _("due_today_at", default="today, ${time}")
DUE_LATE = _("due_overdue_by", default="overdue by ${time}")


def due_of(due, now):
    """Return {text, look, iso, exact} of when a ticket is due, to the minute; None for never."""
    if due is None:
        return None
    text, look = formatting.moment(due), ""
    local = formatting.to_local(due)
    if due <= now:
        text, look = filled(DUE_LATE, time=durations(now - due)), "late"
    elif local.date() == formatting.to_local(now).date():
        text, look = filled(DUE_TODAY, time=f"{local:%H:%M}"), "soon"
    return {"text": text, "look": look, "iso": due.isoformat(), "exact": formatting.moment(due)}


def durations(span):
    """Return a length of service time as people read it: „2 h 40“."""
    minutes = max(0, round(span.total_seconds() / 60))
    hours, minutes = divmod(minutes, 60)
    if hours >= 48:
        return f"{hours // 24} T {hours % 24} h"
    return f"{hours} h {minutes:02d}" if hours else f"{minutes} Min."


def goal_rows(goals):
    """Return [{title, text, look, used, promised}] of the promises that there are."""
    return [_goal_row(goals[name]) for name in rules.GOALS if _is_shown(goals.get(name))]


def _is_shown(goal):
    return goal is not None and goal.state != rules.NONE and goal.promised is not None


def _goal_row(goal):
    late = goal.due is not None and goal.due <= formatting.now()
    message = LATE if late else STATES[goal.state]
    when = formatting.moment(goal.due) if goal.due else ""
    return {
        "title": NAMES[goal.name],
        "text": filled(message, when=when),
        "look": "late" if late else LOOKS.get(goal.state, "soon"),
        "used": durations(goal.used),
        "promised": durations(goal.promised),
    }


def stretch_rows(stretches):
    """Return [{start, end, why, counted, counts}], oldest first."""
    return [
        {
            "start": formatting.moment(one.start),
            "end": formatting.moment(one.end),
            "why": WHY[one.why],
            "counted": durations(one.counted) if one.counts else None,
        }
        for one in stretches
    ]
