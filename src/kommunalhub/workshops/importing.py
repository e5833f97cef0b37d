"""A list of participants from a file: each line is a person, or has a reason why it is none."""

from dataclasses import dataclass
from datetime import UTC
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.lib import addresses
from kommunalhub.lib.tables import reading
from kommunalhub.workshops import operations
from kommunalhub.workshops import people
from kommunalhub.workshops import programme
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops.operations import Applicant
from kommunalhub.workshops.validation import names_of_partners


#: So many people are read from one file.
MOST = 500
LONGEST_ORGANISATION = 200
#: What columns may be called, in small letters and without anything but letters.
NAME, FIRST, LAST, EMAIL, FROM = "name", "first", "last", "email", "from"
TITLES = {
    NAME: ("name", "person", "teilnehmende", "vorundnachname", "vornameundnachname"),
    FIRST: ("vorname", "firstname"),
    LAST: ("nachname", "familienname", "lastname"),
    EMAIL: ("email", "mail", "emailadresse", "mailadresse", "adresse"),
    FROM: ("verwaltung", "organisation", "administration", "gemeinde", "amt"),
}

FILE_ERRORS = {
    reading.EMPTY: _("import_empty", default="There is nothing in the file."),
    reading.TOO_LARGE: _("import_large", default="The file is larger than 2 MB."),
    reading.TOO_MANY: _("import_many", default="There are more than 2000 lines in the file."),
    reading.DAMAGED: _(
        "import_damaged",
        default="This file cannot be opened. Please save it as CSV or XLSX and try again.",
    ),
    reading.ENCODING: _(
        "import_encoding",
        default="Line ${line} has letters that cannot be read. Please save the file as CSV UTF-8.",
    ),
    reading.QUOTES: _(
        "import_quotes",
        default="Line ${line} has a quotation mark that does not end. Please correct it.",
    ),
    reading.WIDE: _(
        "import_wide", default="Line ${line} has too many columns, or too long a text in one."
    ),
}
NO_COLUMNS = _(
    "import_columns",
    default="Please let the first line name the columns: „Name“ (or „Vorname“ and „Nachname“) and "
    "„E-Mail“, „Verwaltung“ if you like.",
)
TOO_MANY = _(
    "import_too_many", default="At most ${most} people at once, please.", mapping={"most": MOST}
)
WRONG_NAME = _("import_name", default="No name that can be read.")
WRONG_EMAIL = _("import_email", default="No e-mail address.")
IN_FILE = _("import_twice", default="Stands in the file already, in line ${line}.")
IN_BOOK = _("import_there", default="Is registered already.")


class NotReadable(ValueError):
    """A file that no list can be read from; args[0] is the translatable sentence."""


@dataclass(frozen=True)
class Line:
    """One line: who it is, and the state they would get, or the sentence for what is wrong."""

    line: int
    applicant: Applicant
    state: str = ""
    problem: object = None


def read(data):
    """Return [(line, name, address, where from)] of a file; raises NotReadable."""
    try:
        head, *rows = reading.rows_of(data)
    except reading.Unreadable as error:
        message = FILE_ERRORS[error.code]
        message = filled(message, line=error.line)
        raise NotReadable(message) from error
    at = columns_of(head.cells)
    if EMAIL not in at or not (NAME in at or {FIRST, LAST} <= at.keys()):
        raise NotReadable(NO_COLUMNS)
    if len(rows) > MOST:
        raise NotReadable(TOO_MANY)
    found = []
    for row in rows:
        cells = {name: " ".join(row.cell(column).split()) for name, column in at.items()}
        name = cells.get(NAME) or f"{cells.get(FIRST, '')} {cells.get(LAST, '')}".strip()
        found.append((row.line, name, cells[EMAIL], cells.get(FROM, "")))
    return found


def columns_of(titles):
    """Return {what a column holds: its place} by its title.

    >>> columns_of(["Vorname", "Nachname", "E-Mail-Adresse", "Bemerkung"])
    {'first': 0, 'last': 1, 'email': 2}
    """
    found = {}
    for place, title in enumerate(titles):
        letters = "".join(letter for letter in title.lower() if letter.isalpha())
        for name, known in TITLES.items():
            if letters in known and name not in found:
                found[name] = place
    return found


def looked_at(workshop, rows):
    """Return a Line for each row, as it would be registered now; nothing is written.

    Raises rules.Refused where nobody can be registered.
    """
    terms, now = programme.terms_of(workshop), formatting.now().astimezone(UTC)
    book = storage.book_of(workshop).all()
    changed = {one.number: one for one in rules.settled(book, terms, now)}
    there = [changed.get(one.number, one) for one in book]
    active = {key for one in there if one.state in rules.ACTIVE for key in one.keys}
    partners, lines, seen = names_of_partners(), [], {}
    for line, name, email, origin in rows:
        partner = partners.get(origin.lower(), "")
        organisation = "" if partner else origin[:LONGEST_ORGANISATION]
        applicant = Applicant(name, email, partner=partner, organisation=organisation)
        problem, key = None, f"mail:{email.lower()}"
        if not people.is_name(name):
            problem = WRONG_NAME
        elif not addresses.is_email(email):
            problem = WRONG_EMAIL
        elif key in seen:
            problem = filled(IN_FILE, line=seen[key])
        elif key in active:
            problem = IN_BOOK
        if problem is not None:
            lines.append(Line(line, applicant, problem=problem))
            continue
        seen[key] = line
        new = rules.Registration(
            number=10**9 + line, state="", made=now, changed=now, **vars(applicant)
        )
        placed = rules.placed(there, new, terms, now)
        there.append(placed)
        lines.append(Line(line, applicant, placed.state))
    return lines


def take(workshop, rows, by, all_or_none):
    """Register who can be; return the Lines. all_or_none: nobody where a line has a problem.

    Raises rules.Refused.
    """
    lines = looked_at(workshop, rows)
    good = [one.applicant for one in lines if one.problem is None]
    if good and not (all_or_none and len(good) < len(lines)):
        operations.register(workshop, *good, by=by)
    return lines
