"""Ids of documents and keys of programmes: made once from a title, and stable ever after. Pure."""

import re
import unicodedata


LONGEST = 60
LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug(text):
    """Return a text in small letters, digits and hyphens.

    >>> slug("Förderung „Straße & Weg“ (2027)")
    'foerderung-strasse-weg-2027'
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    plain = folded.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")


def new_id(title, taken):
    """Return an id for a title that is not among those taken.

    >>> new_id("Lageplan", {"lageplan"}), new_id("%", set())
    ('lageplan-2', 'x')
    """
    wanted = found = slug(title) or "x"
    number = 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
