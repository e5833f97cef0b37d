"""Who hears of an entry in the journal of a case, how and when: pure, no Plone, no "now".

An entry reaches a person for the strongest of REASONS that holds. A mode says for each channel what
becomes of it: at once, with the next daily summary, or never.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import time
from datetime import timedelta
from kommunalhub.approvals.journal import entries
from kommunalhub.lib.workdays import is_workday
from types import MappingProxyType


# Why somebody hears of it, the strongest first.
OVERDUE, AWAITS, APPLICANT, WATCHING = REASONS = ("overdue", "awaits", "applicant", "watching")
#: What „nur was auf mich wartet“ lets through: one's own application is one's business too.
ESSENTIAL = frozenset({OVERDUE, AWAITS, APPLICANT})

CHANNELS = ("mail", "bell")
ALL, AWAITING, DAILY, OFF = MODES = ("all", "awaiting", "daily", "off")
DEFAULTS = MappingProxyType({"mail": AWAITING, "bell": ALL})

#: New hits of saved searches: a reason of their own, and one question about both channels.
FOUND, FINDS, BELL = "found", "finds", "bell"
QUESTIONS = MappingProxyType({"mail": MODES, "bell": MODES, FINDS: (ALL, DAILY, BELL, OFF)})
FINDS_DEFAULT = DAILY

NOW, LATER, NEVER = "now", "later", "never"

# kind of entry, or (kind, action up to a colon): for those awaited, the applicant, those who acted
# before; None: does not hear.
SILENT = (None, None, None)
HEARD = MappingProxyType(
    {
        entries.CREATED: SILENT,
        entries.EDITED: SILENT,
        entries.FILE: SILENT,
        entries.REDACTED: SILENT,
        entries.TRANSITION: (AWAITS, APPLICANT, WATCHING),
        entries.QUESTION: (WATCHING, AWAITS, WATCHING),
        (entries.QUESTION, entries.WITHDRAWN): (WATCHING, APPLICANT, WATCHING),
        entries.ANSWER: (AWAITS, APPLICANT, WATCHING),
        entries.MESSAGE: (AWAITS, APPLICANT, WATCHING),
        entries.NOTE: (WATCHING, None, WATCHING),
        # What a round comes to is told by the decision that follows or has just come.
        entries.ROUND: SILENT,
        (entries.ROUND, entries.OPENED): (AWAITS, None, WATCHING),
        entries.VOTE: (WATCHING, None, WATCHING),
        entries.REMINDER: (AWAITS, None, None),
        entries.ASSIGNED: SILENT,  # but for those whom NAMED lets hear
        entries.OWNER: SILENT,
        entries.AGREEMENT: SILENT,
        entries.PLAN: SILENT,  # the steps are told: that it was planned, and that it appeared
        entries.RECORD: (WATCHING, APPLICANT, WATCHING),
        (entries.RECORD, entries.TOOK_IN): SILENT,  # nothing changes for those around this one
        **dict.fromkeys(
            ((entries.RECORD, action) for action in entries.OF_PARTNERS), SILENT
        ),  # but for the partners that it names
        (entries.RECORD, entries.CONSENT_GIVEN): (AWAITS, None, WATCHING),
        (entries.RECORD, entries.CONSENT_REFUSED): (AWAITS, None, WATCHING),
        (entries.RECORD, entries.CONSENT_BACK): (AWAITS, None, WATCHING),
        (entries.NOTE, entries.CAME_BACK): (AWAITS, None, WATCHING),
        (entries.NOTE, entries.CAME_SOLVED): (AWAITS, None, WATCHING),
        entries.TRASH: SILENT,
        entries.MOVED: SILENT,
        entries.PREVIEW: SILENT,
        entries.REVIEW: SILENT,  # what is due is told for all pages of a function, see reviews.py
        entries.REVISION: SILENT,  # the revision has a journal of its own, which they hear of
    }
)
#: (kind, action) of entries that name in their `fields` whom they concern, and why these hear:
#: people, or administrations, of which their editors and reviewers hear.
NAMED = MappingProxyType(
    {
        (entries.ASSIGNED, entries.HANDED): AWAITS,
        (entries.ASSIGNED, entries.TAKEN): WATCHING,
        **dict.fromkeys(((entries.RECORD, action) for action in entries.OF_PARTNERS), APPLICANT),
    }
)
#: A kind that nobody thought of here: whoever must act hears of it, nobody else might be meant to.
UNKNOWN = (AWAITS, None, None)

#: A reminder's actions that come before the due date; any other says that it has passed.
EARLY = frozenset({entries.BEFORE})

DIGEST_HOUR = time(7)
PREVIEW_DAYS = 30
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)
#: A server that is back must not be left alone for long.
LONGEST_REST = timedelta(minutes=15)


@dataclass(frozen=True)
class Circle:
    """The people around a case at one moment, as user ids.

    beside: whom it was made for, who hear what the applicant hears; groups: members of the groups
    it awaits; persons: people it awaits by name; named: people whom
    the entry names (see NAMED); managers: the management of the hub.
    """

    applicant: str
    beside: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    watchers: frozenset[str] = frozenset()
    managers: frozenset[str] = frozenset()


def is_silent(kind, action):
    """Return whether nobody hears of such entries."""
    heard = looked_up(HEARD, kind, action, UNKNOWN)
    return not any(heard) and (kind, entries.verb_of(action)) not in NAMED


def looked_up(table, kind, action, default):
    """Return what a table keyed by kinds, or by kinds with an action, says of an entry.

    >>> looked_up({"question": 1, ("question", "withdrawn"): 2}, "question", "withdrawn:3", 0)
    2
    """
    return table.get((kind, entries.verb_of(action)), table.get(kind, default))


def is_overdue(kind, action):
    """Return whether an entry says that a due date has passed."""
    return kind == entries.REMINDER and action not in EARLY


def audience(kind, action, circle, actor):
    """Return {user id: reason} of those who hear of an entry.

    >>> circle = Circle("anna", groups=frozenset({"paul"}), watchers=frozenset({"anna", "rita"}))
    >>> audience("transition", "submit", circle, "anna")
    {'paul': 'awaits', 'rita': 'watching'}
    """
    awaited, applicant, watching = looked_up(HEARD, kind, action, UNKNOWN)
    late, owners = is_overdue(kind, action), {circle.applicant} | circle.beside
    claims = [
        (OVERDUE if late else awaited, circle.groups),
        (awaited, circle.persons),
        (NAMED.get((kind, action)), circle.named),
        (AWAITS if late and action == entries.ESCALATED else None, circle.managers),
        (applicant, owners),
        (watching, circle.watchers - owners),
    ]
    heard = {}
    for reason, people in claims:
        for person in people if reason is not None else ():
            heard[person] = stronger(reason, heard.get(person))
    heard.pop(actor, None)
    heard.pop("", None)
    if kind in entries.INTERNAL:
        for person in owners:
            heard.pop(person, None)
    return dict(sorted(heard.items()))


def stronger(reason, other):
    """Return the stronger of two reasons; `other` may be None."""
    return reason if other is None else min(reason, other, key=REASONS.index)


def way(channel, mode, reason, muted=False):
    """Return NOW, LATER or NEVER: what becomes of a notice in a channel.

    mode: of MODES; anything else counts as the default of the channel. muted: the case is. What is
    overdue always comes through at once to the group that has to act.
    """
    if mode not in MODES:
        mode = DEFAULTS[channel]
    if reason == OVERDUE:
        return NOW
    if muted or mode == OFF:
        return NEVER
    if mode == DAILY:
        return LATER
    return NOW if mode == ALL or reason in ESSENTIAL else NEVER


def ways_of_finds(mode):
    """Return {channel: NOW, LATER or NEVER} for new hits of a saved search.

    >>> ways_of_finds("bell"), ways_of_finds("of another release")
    ({'mail': 'never', 'bell': 'now'}, {'mail': 'later', 'bell': 'later'})
    """
    ways = {ALL: (NOW, NOW), DAILY: (LATER, LATER), BELL: (NEVER, NOW), OFF: (NEVER, NEVER)}
    return dict(zip(CHANNELS, ways.get(mode, ways[FINDS_DEFAULT]), strict=True))


def preview_finds(moments):
    """Return {mode: how often a person would have been told of finds}, see `preview`.

    moments: of each find, in local time.
    """
    days = {digest_day(moment) for moment in moments}
    counts = {ALL: len(moments), DAILY: len(days), BELL: len(moments), OFF: 0}
    return {mode: counts[mode] for mode in QUESTIONS[FINDS]}


def preview(notices, channel):
    """Return {mode: how often a channel would have spoken}, summaries counted once a day.

    notices: (moment in local time, reason, muted) of each.
    """
    counts = Counter()
    for mode in MODES:
        days = set()
        for moment, reason, muted in notices:
            answer = way(channel, mode, reason, muted)
            counts[mode] += answer == NOW
            if answer == LATER:
                days.add(digest_day(moment))
        counts[mode] += len(days)
    return {mode: counts[mode] for mode in MODES}


def digest_day(moment):
    """Return the day on which the summary of a moment (local time) comes: a working day."""
    day = moment.date()
    if moment.time() >= DIGEST_HOUR:
        day += timedelta(days=1)
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def is_digest_due(oldest, last, now):
    """Return whether a person's summary is to be made.

    oldest: when the first notice of it was written; now: both in local time; last: the day of the
    summary before, or None. A night that was missed is caught up at the next occasion.
    """
    today = now.date()
    if last is not None and last >= today:
        return False
    return is_workday(today) and now.time() >= DIGEST_HOUR and digest_day(oldest) <= today


def grouped(notices):
    """Return [(case uid, [notices, oldest first])]: what awaits the person first, then the newest.

    notices: dicts with `case`, `when` and `reason`.
    """
    cases = {}
    for notice in sorted(notices, key=lambda notice: notice["when"]):
        cases.setdefault(notice["case"], []).append(notice)
    pressing = {
        uid: min(REASONS.index(notice["reason"]) for notice in found)
        for uid, found in cases.items()
    }
    newest_first = sorted(cases.items(), key=lambda item: item[1][-1]["when"], reverse=True)
    return sorted(newest_first, key=lambda item: pressing[item[0]])


def pause(attempts, longest=LONGEST_PAUSE):
    """Return how long to wait after so many failed attempts: 1, 5, 25 minutes, then an hour.

    >>> [int(pause(n).total_seconds() // 60) for n in (1, 2, 3, 4, 99)]
    [1, 5, 25, 60, 60]
    """
    return min(FIRST_PAUSE * 5 ** min(max(attempts, 1) - 1, 5), longest)
