"""What stands in a report before anybody has written a word."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.operations import today
from kommunalhub.projects.reports import rules


LINES = {
    "reached": _("report_line_reached", default="Reached: ${title} (${day})."),
    "moved": _("report_line_moved", default="Moved: ${title} from ${before} to ${day}. ${why}"),
    "done": _("report_line_done", default="Done: ${title} (${day})."),
    "decided": _("report_line_decided", default="Decided: ${title} (${day})."),
}
NOTHING = _("report_line_nothing", default="Nothing was entered this month.")
AHEAD = _("report_line_ahead", default="${title}, by ${day}.")


def values_of(project, month):
    """Return {standing, happened, ahead} for a month; texts have a line for each thing."""
    book = storage.book_of(project)
    milestones, tasks = book.rows(storage.MILESTONE), book.rows(storage.TASK)
    found = rules.happened(milestones, tasks, book.rows(storage.DECISION), month)
    lines = [_line(kind, *_facts(kind, row)) for kind, rows in found.items() for row in rows]
    following = [
        _said(AHEAD, {"title": row["title"], "day": formatting.day(row["planned"])})
        for row in rules.ahead(milestones, tasks, month)
    ]
    return {
        "standing": rules.standing(found, milestones, today()),
        "happened": "\n".join(lines) or in_site_language(NOTHING),
        "ahead": "\n".join(following),
    }


def _facts(kind, row):
    """Return (title, day, day before, why) of something that happened."""
    if kind == "moved":
        row, move = row
        later = _next_day(row, move)
        return row["title"], formatting.day(later), formatting.day(move["planned"]), move["why"]
    day = row["day"] if kind == "decided" else row["done"]
    return row["title"], formatting.day(day), "", ""


def _next_day(row, move):
    """Return the day to which something was moved then."""
    days = [one["planned"] for one in row["earlier"]] + [row["planned"]]
    return days[row["earlier"].index(move) + 1]


def _line(kind, title, day, before, why):
    mapping = {"title": title, "day": day, "before": before, "why": why}
    return _said(LINES[kind], mapping).strip()


def _said(message, mapping):
    return in_site_language(filled(message, mapping))
