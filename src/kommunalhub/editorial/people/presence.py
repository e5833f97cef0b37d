"""Whether who holds a position is there today, said to who may know of their absence.

Who may find a person (partners/people) learns of their absence and who stands in; all others read
the usual hours, which say nothing of anybody's absence.
"""

from dataclasses import dataclass
from datetime import datetime
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.editorial.people import rules
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.substitution import operations as substitution
from kommunalhub.security.userids.book import full_name


#: How the look shows each, see `.st` of hub.css.
FREE, SOON, SHUT, PLAIN = "free", "partly", "shut", ""


@dataclass(frozen=True)
class Today:
    """What is said of today: kind, see rules.Presence, or „usual“; text: a message."""

    kind: str
    look: str
    text: object
    until: datetime | None = None
    substitute: str = ""


def today(one, now, positions):
    """Return the Today of a Listed, None where nothing can be said.

    positions: finding.Positions of who asks.
    """
    week = rules.week_of(one.facts["hours"])
    account = one.person.account
    if not account or not is_visible(account):
        return usually(week, now)
    absence = substitution.away(account)
    if absence is not None:
        found = rules.presence(week, now, absence.end)
        return away(found, stands_in(absence.substitute, positions))
    return said(rules.presence(week, now))


def usually(week, now):
    if week is None:
        return None
    hours = rules.usual(week, formatting.to_local(now).date())
    if not hours:
        return Today("usual", PLAIN, _("people_not_today", default="not today"))
    text = _("people_usual", default="today ${hours}", mapping={"hours": hours_text(hours)})
    return Today("usual", PLAIN, text)


def said(found):
    if found.kind == rules.THERE:
        mapping = {"time": clock_text(found.at)}
        text = _("people_there", default="there until ${time}", mapping=mapping)
        return Today(found.kind, FREE, text, found.at)
    if found.kind == rules.LATER:
        mapping = {"time": clock_text(found.at)}
        text = _("people_later", default="today from ${time}", mapping=mapping)
        return Today(found.kind, SOON, text, found.at)
    if found.kind == rules.OFF:
        text = _("people_off", default="back on ${day}", mapping={"day": day_text(found.at)})
        return Today(found.kind, SHUT, text, found.at)
    return None


def away(found, who):
    mapping = {"day": day_text(found.at), "who": who}
    text = (
        _("people_away_for", default="away, back on ${day}; ${who} stands in", mapping=mapping)
        if who
        else _("people_away", default="away, back on ${day}", mapping=mapping)
    )
    return Today(found.kind, SHUT, text, found.at, who)


def stands_in(account, positions):
    """Return what stands in is called by: its position, else its name for who may find it."""
    held = positions.holders.positions_of(account)
    found = [positions.titles[uid] for uid in held if uid in positions.titles]
    if found:
        return found[0]
    return full_name(account) if is_visible(account) else ""


def clock_text(moment):
    """Return a time of the day as people say it: `16 Uhr`, `16:30 Uhr`."""
    return f"{formatting.clock(moment).removesuffix(':00')} Uhr"


def day_text(moment):
    """Return `Mi., 2. Dezember`."""
    day = formatting.to_local(moment).date()
    return f"{formatting.short_weekday(day)}., {formatting.day(day).rpartition(' ')[0]}"


def hours_text(hours):
    """Return the hours of a day as people read them.

    >>> hours_text(((480, 720), (840, 990)))
    '8–12, 14–16:30 Uhr'
    """
    spans = ("–".join(map(_minute, span)) for span in hours)
    return f"{', '.join(spans)} Uhr"


def _minute(minute):
    return f"{minute // 60}:{minute % 60:02}".removesuffix(":00")
