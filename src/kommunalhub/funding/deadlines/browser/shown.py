"""What pages show of a deadline in a list."""

from kommunalhub.core import formatting
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import said
from kommunalhub.funding.deadlines.listing import is_late
from kommunalhub.partners.titles import short_title_of


def shown(row, today):
    """Return a listing.Row as {title, url, day, ...} for templates."""
    if row.how:
        standing, look = said.over("done_late" if is_late(row) else row.how, row.over)
    else:
        standing, look = said.standing_of(row.kind, row.day, today)
    return {
        "title": said.title(row.kind, row.text),
        "url": row.url,
        "iso": row.day.isoformat(),
        "day": formatting.day(row.day),
        "weekday": formatting.weekday(row.day),
        "standing": standing,
        "look": look,
        "case": row.brain.Title,
        "number": row.brain.case_number or "",
        "application": row.title,
        "partner": short_title_of(row.partner),
        "has_moved": row.has_moved,
        "is_dropped": row.how == keeping.DROPPED,
    }
