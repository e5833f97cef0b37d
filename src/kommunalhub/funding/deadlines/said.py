"""What is said of deadlines, in pages, mails, calendars and over REST."""

from datetime import date
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import terms
from kommunalhub.funding.deadlines.words import KINDS
from kommunalhub.funding.deadlines.words import RULES
from kommunalhub.funding.deadlines.words import STANDINGS
from kommunalhub.funding.deadlines.words import STEPS


#: Days ahead that are said as days, then as months; what is nearer than SOON looks so.
SOON, AS_DAYS, AS_MONTHS = 7, 60, 730
#: The class of the tag that says how a deadline stands.
LOOKS = {keeping.OVERDUE: "late", keeping.TODAY: "soon", keeping.DONE: "ok"}
CONDITION = _("deadline_condition_text", default="Condition: ${text}")


def title(kind, text=""):
    """Return what a deadline is called; text: of a condition."""
    if kind == terms.CONDITION and text:
        return filled(CONDITION, text=text)
    return KINDS[kind]


def rule(entry):
    return RULES[entry["rule"]]


def steps(entry):
    """Return the sentences of a calculation, in their order."""
    return [step(*one) for one in entry["steps"]]


def step(code, day, values):
    mapping = {name: _shown(name, value) for name, value in values}
    if mapping.get("n") == 1 and f"{code}_one" in STEPS:
        code = f"{code}_one"
    return filled(STEPS[code], day=formatting.weekday(day), **mapping)


def _shown(name, value):
    if not isinstance(value, date):
        return value
    # Of the day before it was moved the sentence says what day of the week it is.
    return formatting.day(value) if name == "before" else formatting.weekday(value)


def sources(entry):
    """Return the sources of an entry: texts with as of when each was read."""
    return [source(norm, stand) for norm, stand in entry["sources"]]


def source(norm, stand):
    if stand is None:
        return norm
    return _(
        "deadline_source",
        default="${norm}, as of ${stand}",
        mapping={"norm": norm, "stand": formatting.day(stand)},
    )


def earlier(entry):
    """Return a sentence for each day that a deadline had before, the oldest first."""
    return [
        _(
            "deadline_earlier",
            default="Until ${until} this was: ${day}.",
            mapping={"until": formatting.day(one["until"]), "day": formatting.weekday(one["day"])},
        )
        for one in entry["earlier"]
    ]


def standing(entry, today):
    """Return (sentence, look) of how an entry stands."""
    found = keeping.standing(entry, today)
    if found == keeping.DONE:
        return over(found, entry["done"]["day"])
    if found == keeping.DROPPED:
        return over(found, entry["dropped"])
    if found == keeping.UNKNOWN:
        return STANDINGS[found], ""
    return standing_of(entry["kind"], entry["day"], today)


def over(how, day):
    """Return (sentence, look) of what is done or has gone since a day."""
    return filled(STANDINGS[how], day=formatting.day(day)), LOOKS.get(how, "")


def standing_of(kind, day, today):
    """Return (sentence, look) of a deadline that is open: the traffic light, in words."""
    found, n = keeping.standing_of(kind, day, today), abs((day - today).days)
    if found in (keeping.TODAY, keeping.PASSED):
        return STANDINGS[found], LOOKS.get(found, "")
    if found == keeping.OVERDUE:
        return filled(STANDINGS["overdue_one" if n == 1 else "overdue"], n=n), LOOKS[found]
    look = "soon" if n <= SOON else ""
    if n == 1:
        return STANDINGS["days_one"], look
    if n <= AS_DAYS:
        return filled(STANDINGS["days"], n=n), look
    if n <= AS_MONTHS:
        return filled(STANDINGS["months"], n=round(n / 30.44)), look
    return filled(STANDINGS["years"], n=round(n / 365.25)), look
