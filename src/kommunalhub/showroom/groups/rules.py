"""What a group may ask for. Pure."""

from dataclasses import dataclass
from datetime import date

import re


#: Minutes that a visit may take, and how many may come.
LENGTHS = (60, 90, 120)
LEAST, MOST = 2, 60
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
#: Letters of texts at most.
LONGEST = 200
#: How the text of a booking ends that keeps the hall for a group: whom to write to.
CONTACT = re.compile(r"\((?:.*), ([^\s,()]+@[^\s,()]+)\)\Z", re.DOTALL)
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True)
class Visit:
    """What a group asks for. day: ISO; start: minute of that day; length: minutes."""

    name: str
    email: str
    group: str
    persons: int
    day: str
    start: int
    length: int


def day_in(text: str) -> date | None:
    """Return the day that a text names as forms send it, None where it names none we live to see.

    >>> day_in("2026-12-01"), day_in("9999-12-31"), day_in("morgen")
    (datetime.date(2026, 12, 1), None, None)
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def name_in(text: str) -> str | None:
    """Return what a group is called, None where a text is empty, too long or hides something.

    >>> name_in(" Klasse 4b "), name_in("a\\x00b"), name_in("")
    ('Klasse 4b', None, None)
    """
    text = text.strip()
    return text if text and len(text) <= LONGEST and text.isprintable() else None


def minute_in(text: str) -> int | None:
    """Return the minute of the day that a text names, None where it names none.

    >>> minute_in("9:30"), minute_in("24:00"), minute_in("halb zehn")
    (570, None, None)
    """
    found = CLOCK.fullmatch(text.strip())
    return int(found[1]) * 60 + int(found[2]) if found else None


def number_in(text: str, least: int, most: int) -> int | None:
    """Return the whole number that a text names, None where it is none from least to most.

    >>> number_in("24", LEAST, MOST), number_in("0", LEAST, MOST), number_in("1e9", LEAST, MOST)
    (24, None, None)
    """
    if not text.isascii() or not text.isdigit() or len(text) > 6:
        return None
    return int(text) if least <= int(text) <= most else None


def address_in(purpose: str) -> str | None:
    """Return the address of who registered a group, None where nobody can be written to.

    >>> address_in("Besuch: Klasse 4b, 24 Personen (Lea (4b), lea@schule.example)")
    'lea@schule.example'
    """
    found = CONTACT.search(purpose)
    return found[1] if found else None


def without_contact(purpose: str) -> str:
    """Return what a booking is for, without who registered.

    >>> without_contact("Besuch: Klasse 4b, 24 Personen (Lea, lea@schule.example)")
    'Besuch: Klasse 4b, 24 Personen'
    """
    return CONTACT.sub("", purpose).rstrip()
