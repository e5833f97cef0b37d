"""What editors type for their area, a thing a line: contacts, links, hours and days. Pure.

What is read raises BadLine with the line; what is written is read again as the same.
"""

from dataclasses import dataclass
from datetime import date
from kommunalhub.editorial.areas.opening import runs
from kommunalhub.editorial.areas.opening import spans_text
from kommunalhub.editorial.areas.opening import Special
from kommunalhub.lib import addresses
from kommunalhub.lib.typedhours import parse_hours

import re


MOST_LINES = 12
MOST_DAYS = 60
LONGEST_LINE = 300
LONGEST_TITLE = 100
LONGEST_NOTE = 100
LONGEST_PERIOD = 60
WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
WRITTEN = r"(\d{1,2}\.\s?\d{1,2}\.\s?\d{4})"
SPAN = r"\d{1,2}(?:[:.]\d\d)?\s*[–-]\s*\d{1,2}(?:[:.]\d\d)?"
DAY_LINE = re.compile(
    rf"{WRITTEN}(?:\s*(?:-|–|bis)\s*{WRITTEN})?[:,]?\s+"
    rf"(geschlossen|zu|(?:{SPAN})(?:\s*(?:,|und)\s*{SPAN})*(?:\s*Uhr)?)(?:[:,;]?\s+(.*))?",
    re.IGNORECASE,
)
FIRST_YEAR, LAST_YEAR = 2000, 2100
SITE_ADDRESS = re.compile(r"/[^\s/\\][^\s\\]*")
WEB_ADDRESS = re.compile(r"https?://[^\s/\\@]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)


class BadLine(ValueError):
    """A line that is not understood; args[0] is the line."""


class TooMany(ValueError):
    """More lines than there is room for; args[0] is how many there may be."""


@dataclass(frozen=True)
class Contact:
    """Whom to ask: an office, and how to reach it."""

    title: str
    phone: str = ""
    email: str = ""
    place: str = ""


@dataclass(frozen=True)
class Link:
    """url: of the web, or within the site from its root on, like /workshops."""

    title: str
    url: str


def lines_of(text, most):
    found = [" ".join(line.split()) for line in (text or "").splitlines()]
    found = [line for line in found if line]
    if len(found) > most:
        raise TooMany(most)
    for line in found:
        if len(line) > LONGEST_LINE:
            raise BadLine(line[:LONGEST_TITLE])
    return found


def read_contacts(text):
    """Return the Contacts of lines: the name first, then what there is in any order.

    >>> read_contacts("Bürgerbüro; Zimmer 3; 040 66969-210; a@example.org")[0].place
    'Zimmer 3'
    """
    return tuple(map(_contact, lines_of(text, MOST_LINES)))


def _contact(line):
    title, *parts = [part.strip() for part in line.split(";")]
    found = {}
    for part in filter(None, parts):
        kind = _kind_of(part)
        if kind in found:
            raise BadLine(line)
        found[kind] = part
    contact = Contact(title, **found)
    if contact_error(contact) is not None:
        raise BadLine(line)
    return contact


def _kind_of(part):
    if "@" in part:
        return "email"
    return "phone" if re.fullmatch(r"[\d\s()+/–-]{4,}", part) else "place"


def contact_error(contact):
    """Return which part of a Contact is wrong, None for none."""
    if not 0 < len(contact.title) <= LONGEST_TITLE:
        return "title"
    if contact.email and not addresses.is_email(contact.email):
        return "email"
    if contact.phone and not addresses.is_phone(contact.phone):
        return "phone"
    return "place" if len(contact.place) > LONGEST_TITLE else None


def write_contacts(contacts):
    return "\n".join(
        "; ".join(filter(None, (one.title, one.phone, one.email, one.place))) for one in contacts
    )


def read_links(text):
    """Return the Links of lines: words, then an address.

    >>> read_links("Rathaus online: https://example.org/")[0]
    Link(title='Rathaus online', url='https://example.org/')
    """
    return tuple(map(_link, lines_of(text, MOST_LINES)))


def _link(line):
    title, _blank, url = line.rpartition(" ")
    link = Link(title.strip(" :;"), url)
    if link_error(link) is not None:
        raise BadLine(line)
    return link


def link_error(link):
    """Return which part of a Link is wrong, None for none."""
    if not 0 < len(link.title) <= LONGEST_TITLE:
        return "title"
    known = WEB_ADDRESS.fullmatch(link.url) or SITE_ADDRESS.fullmatch(link.url)
    return None if known and len(link.url) <= LONGEST_LINE else "url"


def write_links(links):
    return "\n".join(f"{one.title}: {one.url}" for one in links)


def read_week(text):
    """Return the week of lines like `Mo–Do 8–12, 14–16`; see lib/typedhours."""
    lines = lines_of(text, 4 * MOST_LINES)
    try:
        return parse_hours("\n".join(lines))
    except ValueError as error:
        raise BadLine(str(error)) from error


def write_week(week):
    """Return a week as lines, days with the same hours together.

    >>> write_week((((480, 720),),) * 3 + ((),) * 4)
    'Mo–Mi 8–12'
    """
    found = {}
    for day, spans in enumerate(week):
        if spans:
            found.setdefault(spans, []).append(day)
    return "\n".join(f"{_days(days)} {spans_text(spans)}" for spans, days in found.items())


def _days(days):
    return ", ".join(
        WEEKDAYS[first] if first == last else f"{WEEKDAYS[first]}–{WEEKDAYS[last]}"
        for first, last in runs(days)
    )


def read_specials(text):
    """Return the Specials of lines, by their first day.

    >>> read_specials("22.12.2026 8–12 Weihnachtsfeier")[0].hours
    ((480, 720),)
    >>> read_specials("24.12.2026 - 31.12.2026 geschlossen Ferien")[0].note
    'Ferien'
    """
    found = [_special(line) for line in lines_of(text, MOST_DAYS)]
    return tuple(sorted(found, key=lambda one: (one.first, one.last)))


def _special(line):
    match = DAY_LINE.fullmatch(line)
    if match is None:
        raise BadLine(line)
    first = _day(match[1], line)
    special = Special(
        first,
        _day(match[2], line) if match[2] else first,
        () if match[3].lower() in ("geschlossen", "zu") else _spans(match[3], line),
        (match[4] or "").strip(),
    )
    if special_error(special) is not None:
        raise BadLine(line)
    return special


def special_error(special):
    """Return which part of a Special is wrong, None for none."""
    if not FIRST_YEAR <= special.first.year <= LAST_YEAR:
        return "from"
    if not 0 <= (special.last - special.first).days < LONGEST_PERIOD:
        return "until"
    return "note" if len(special.note) > LONGEST_NOTE else None


def _spans(text, line):
    try:
        return parse_hours(f"Mo {text}")[0]
    except ValueError as error:
        raise BadLine(line) from error


def _day(text, line):
    try:
        return date(*(int(part) for part in text.split(".")[::-1]))
    except ValueError as error:
        raise BadLine(line) from error


def write_specials(specials):
    return "\n".join(map(_special_line, specials))


def _special_line(one):
    days = f"{one.first:%d.%m.%Y}"
    if one.last != one.first:
        days += f" – {one.last:%d.%m.%Y}"
    hours = spans_text(one.hours) or "geschlossen"
    return f"{days} {hours} {one.note}".strip()
