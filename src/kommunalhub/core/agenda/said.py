"""Dates in words: when, where, what became of them; the same on pages, in lists, in feeds."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.formatting import to_local


WHOLE_DAY = _("agenda_whole_day", default="all day")
#: What became of a date, and how its word looks: {state: (word, look)}.
CANCELLED, MOVED, RELOCATED = "cancelled", "moved", "relocated"
PAST, TENTATIVE = "past", "tentative"
STATES = {
    CANCELLED: (_("tag_workshop_cancelled", default="called off"), "late"),
    MOVED: (_("tag_moved", default="moved"), "soon"),
    RELOCATED: (_("tag_relocated", default="elsewhere"), "soon"),
    PAST: (_("tag_date_past", default="over"), ""),
    TENTATIVE: (_("tag_date_tentative", default="not released"), "unreleased"),
}


def states_of(one, now):
    """Return the states of an Occurrence that are worth a word, the weightiest first."""
    found = [PAST] if one.end <= now else []
    if one.is_tentative:
        found.append(TENTATIVE)
    if one.is_cancelled:
        return [CANCELLED, *found]
    if one.has_moved:
        return [RELOCATED if is_elsewhere(one) else MOVED, *found]
    return found


def is_elsewhere(one):
    """Return whether a date that moved has kept its time, and takes place elsewhere."""
    before = one.before
    return before is not None and (before.start, before.end) == (one.start, one.end)


def tags_of(one, now):
    """Return [{text, look}]: what became of an Occurrence, in words."""
    return [{"text": STATES[state][0], "look": STATES[state][1]} for state in states_of(one, now)]


def time_of(one):
    """Return the time of day of an Occurrence: `9:00–12:00`, `18:00`, or that it takes all day."""
    if one.is_whole_day:
        return WHOLE_DAY
    if one.is_open_end or one.start == one.end:
        return formatting.clock(one.start)
    return f"{formatting.clock(one.start)}–{formatting.clock(one.end)}"


def last_day_of(one):
    """Return the last local day of what lasts from one.start to one.end; midnight ends a day."""
    start, end = to_local(one.start).date(), to_local(one.end - timedelta(seconds=1)).date()
    return max(start, end)


def moment_of(one):
    """Return day and time of an Occurrence's beginning; of a whole day the day."""
    return formatting.day(one.start) if one.is_whole_day else formatting.moment(one.start)


def when_of(one):
    """Return `Montag, 30. November 2026, 9:00–12:00`; of a whole day the day."""
    day = formatting.weekday(to_local(one.start).date())
    return day if one.is_whole_day else f"{day}, {time_of(one)}"


def before_of(one):
    """Return what stood before a date moved, as a sentence; None where nothing is known of it."""
    if one.before is None:
        return None
    if is_elsewhere(one):
        place = one.before.place
        return _("date_instead_place", default="before: ${place}", mapping={"place": place})
    day = formatting.weekday(to_local(one.before.start).date())
    if one.is_whole_day:
        return _("date_instead_day", default="before: ${day}", mapping={"day": day})
    return _(
        "date_instead",
        default="before: ${day}, ${time}",
        mapping={"day": day, "time": formatting.clock(one.before.start)},
    )


def entry_of(one, now):
    """Return what a calendar shows of an Occurrence."""
    return {
        "title": one.title,
        "url": one.url,
        "from": WHOLE_DAY if one.is_whole_day else formatting.clock(one.start),
        "time": time_of(one),
        "place": one.place,
        "tags": tags_of(one, now),
        "is_own": one.is_own,
        "look": "off" if one.is_cancelled else "own" if one.is_own else None,
    }
