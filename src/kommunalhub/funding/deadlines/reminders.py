"""When people hear of a deadline: before it, on the day, after it; pure.

Each occasion is called by a token. What was missed in a night comes with the next run, and then
only the last of it: nobody is told that something is due in a week on the day before.
"""

from datetime import timedelta
from kommunalhub.funding.deadlines.keeping import is_open
from kommunalhub.funding.deadlines.terms import CLEARANCE
from kommunalhub.funding.deadlines.terms import EARLY_START
from kommunalhub.funding.deadlines.terms import EARMARK
from kommunalhub.funding.deadlines.terms import OBJECTION
from kommunalhub.funding.deadlines.terms import RECEIPTS
from kommunalhub.funding.deadlines.terms import TO_DO
from kommunalhub.lib.workdays import add_workdays
from kommunalhub.lib.workdays import is_workday


#: Times that people may use: who hears of one afterwards can do nothing any more.
TO_USE = (OBJECTION, EARLY_START, CLEARANCE)
BEFORE, ON, AFTER, ESCALATED = "before", "on", "after", "escalated"
ONE_DAY = timedelta(days=1)


def occasions(kind, day, ahead, escalation):
    """Return [(day on which to tell, token)] of a deadline, in the order of time.

    ahead: days before it; escalation: days after it, None for never. Who is told of a day on a
    weekend or a holiday is told on the working day before, and after it on the one after.
    """
    found = []
    if kind in TO_DO or kind in TO_USE:
        found += [(day - timedelta(days=n), f"{BEFORE}:{n}") for n in sorted(ahead, reverse=True)]
    if kind in TO_DO or kind in (*TO_USE, RECEIPTS, EARMARK):
        found.append((day, ON))
    found = [(_not_later(when), token) for when, token in found]
    if kind in TO_DO:
        found.append((add_workdays(day + ONE_DAY, 0), AFTER))
        if escalation is not None:
            found.append((add_workdays(day + timedelta(days=escalation), 0), ESCALATED))
    return found


def _not_later(day):
    while not is_workday(day):
        day -= ONE_DAY
    return day


def due(entry, today, ahead, escalation):
    """Return (what to tell of an entry now or None, tokens that are settled by it)."""
    if not is_open(entry):
        return None, ()
    found = occasions(entry["kind"], entry["day"], ahead, escalation)
    reached = [token for when, token in found if when <= today]
    new = [token for token in reached if token not in entry["sent"]]
    if not new or reached[-1] in entry["sent"]:
        return None, tuple(new)
    if entry["kind"] in TO_USE and today > entry["day"]:
        return None, tuple(new)  # too late to use it: nobody needs to hear of that
    return reached[-1], tuple(new)


def next_day(entry, ahead, escalation):
    """Return the day on which there is something to tell of an entry next, or None."""
    if not is_open(entry):
        return None
    found = occasions(entry["kind"], entry["day"], ahead, escalation)
    last = max((at for at, (_day, token) in enumerate(found) if token in entry["sent"]), default=-1)
    return min((when for when, _token in found[last + 1 :]), default=None)
