"""Many bookings out of one table: looked at line by line, all of them booked or none.

Each goes through `operations.book`, by the rules of its space and for its person.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import time
from kommunalhub import _
from kommunalhub.booking import closing
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.rules import Span
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import is_there
from kommunalhub.core.tools import tool
from kommunalhub.core.transactions import WayBack
from kommunalhub.partners.substitution.browser import moments


SPACE, DAY, START, END, PERSON, PURPOSE = "space", "day", "start", "end", "person", "purpose"
#: What may stand at the head of a column, in small letters.
COLUMNS = {
    SPACE: ("platz", "raum", "ressource", "space", "resource"),
    DAY: ("tag", "datum", "day", "date"),
    START: ("von", "beginn", "start", "from"),
    END: ("bis", "ende", "end", "to"),
    PERSON: ("person", "für", "e-mail", "email", "holder"),
    PURPOSE: ("zweck", "purpose"),
}
NEEDED = (SPACE, DAY, START, END, PERSON)
MOST = 500

HEAD_MISSING = _(
    "import_head",
    default="The first line must name these columns: Platz, Tag, von, bis, Person; if you like "
    "Zweck, too.",
)
TOO_MANY = _("booking_import_too_many", default="At most ${most} bookings at once, please.")
NO_SPACE = _("import_no_space", default="There is no space of this name here.")
TWO_SPACES = _("import_two_spaces", default="Several spaces have this name.")
NO_PERSON = _(
    "import_no_person", default="No account has this name to sign in with or this e-mail address."
)
DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
TIME_WRONG = _("error_substitution_time", default="Please write the time like 8:00.")
TAKEN = _("series_taken", default="Somebody else has this time.")


class TableRefused(ValueError):
    """Nothing of a table can be read; args[0] is a translatable sentence."""


@dataclass(frozen=True)
class Result:
    """What became of one line: a Booking, or the sentence why there is none."""

    line: int
    cells: tuple
    booking: object = None
    problem: object = None


def book_table(folder, rows, is_trial=True):
    """Book the lines of a table in the spaces of a folder; return a Result for each.

    rows: lib.tables Rows, the first of them the head. A trial, and a table of which one line is
    refused, leave nothing behind. Raises TableRefused.
    """
    places = columns_of(rows[0].cells) if rows else {}
    if not set(NEEDED) <= set(places):
        raise TableRefused(HEAD_MISSING)
    if len(rows) - 1 > MOST:
        raise TableRefused(filled(TOO_MANY, most=MOST))
    before, spaces = WayBack(), spaces_by_name(folder)
    found = [_book(row, places, spaces) for row in rows[1:]]
    if is_trial or any(one.problem is not None for one in found):
        before.rollback()
    return found


def columns_of(head):
    """Return {what: number of its column} of the head of a table."""
    found = {}
    for at, text in enumerate(head):
        for what, names in COLUMNS.items():
            if text.strip().lower() in names:
                found.setdefault(what, at)
    return found


def spaces_by_name(folder):
    """Return {title in small letters, or id: [Spaces]}."""
    found = {}
    for space in free.spaces_in(folder):
        for name in {" ".join(space.Title().split()).lower(), space.getId().lower()}:
            found.setdefault(name, []).append(space)
    return found


def _book(row, places, spaces):
    cells = {what: row.cell(at) for what, at in places.items()}
    shown = tuple(cells.get(what, "") for what in COLUMNS)
    try:
        space = _space(cells[SPACE], spaces)
        span = _span(cells)
        booking = operations.book(
            space, span.start, span.end, cells.get(PURPOSE, ""), person_called(cells[PERSON])
        )
    except BookingRefused as refused:
        problem = next(iter(refused.errors.values()))
    except (TableRefused, NotYours) as refused:
        problem = refused.args[0]
    except SlotTaken as taken:
        problem = closing.told_of(taken.claims) or TAKEN
    else:
        return Result(row.line, shown, booking)
    return Result(row.line, shown, problem=problem)


def _space(text, spaces):
    found = spaces.get(" ".join(text.split()).lower(), ())
    if len(found) != 1:
        raise TableRefused(TWO_SPACES if found else NO_SPACE)
    return found[0]


def _span(cells):
    try:
        day = moments.day_of(cells[DAY].removesuffix(" 00:00"))
    except ValueError as error:
        raise TableRefused(DAY_WRONG) from error
    found = []
    for what, make in ((START, moments.moment_of), (END, moments.end_of)):
        try:
            midnight = what == END and cells[what] in ("24:00", "24", "0:00", "00:00")
            found.append(make(day, None if midnight else clock_of(cells[what])))
        except (ValueError, OverflowError) as error:
            raise TableRefused(TIME_WRONG) from error
    return Span(*found)


def clock_of(text):
    """Return the time that was typed, or that a workbook keeps as part of a day.

    >>> clock_of("8:30"), clock_of("0.354166666666667"), clock_of("0,75")
    (datetime.time(8, 30), datetime.time(8, 30), datetime.time(18, 0))
    """
    with suppress(ValueError):
        return moments.time_of(text)
    share = float(text.replace(",", "."))
    if not 0 <= share < 1:
        raise ValueError(text)
    minutes = round(share * 1440)
    return time(minutes // 60, minutes % 60)


def person_called(text):
    """Return the user id of an account by its name to sign in with or its address."""
    if is_there(text):
        return text
    users = tool("acl_users")
    asked = ({"login": text}, {"email": text}) if text else ()
    found = {u["userid"] for one in asked for u in users.searchUsers(exact_match=True, **one)}
    if len(found) != 1:
        raise TableRefused(NO_PERSON)
    return found.pop()
