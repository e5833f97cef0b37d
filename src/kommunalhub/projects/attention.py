"""When a project that goes on is up to its lead, and not only open: pure.

Facts are those of `indexers.ProjectExtra`, days in ISO form.
"""

from datetime import date
from datetime import timedelta
from kommunalhub.projects import months


#: So long before its day something of the lead's own is up to it.
AHEAD = timedelta(days=7)


def may_begin(facts, today):
    """Return whether an agreed project begins within days, or should have begun."""
    return facts["start"] is None or facts["start"] <= (today + AHEAD).isoformat()


def is_up_to_lead(facts, today, report_day):
    """Return whether the lead has to see to a running project now.

    Something of its own is due within days, something of anybody's is late, a report is missing, or
    no milestone is open any more.
    """
    lead = facts["partners"][0] if facts["partners"] else None
    milestones = [row for row in facts["milestones"] if row["open"]]
    rows = (*milestones, *(row for row in facts["tasks"] if row["open"]))
    return (
        not milestones
        or any(is_due(row, row["partner"] == lead, today) for row in rows)
        or bool(report_missing(facts, today, report_day))
    )


def is_due(row, is_own, today):
    """Return whether something calls for somebody: late, or their own and due within days."""
    last = today + AHEAD if is_own else today - timedelta(days=1)
    return row["planned"] <= last.isoformat()


def report_missing(facts, today, report_day):
    """Return the months whose report is missing, the oldest first.

    Of those before one that is written nobody is reminded any more.
    """
    if not facts["start"]:
        return ()
    written, start = facts["reports"], date.fromisoformat(facts["start"])
    newest = max(written, default="")
    missing = months.missing(written, start, today, report_day)
    return tuple(month for month in missing if month > newest)
