"""Labels of devices and the days of their warranty: pure."""

from datetime import timedelta

import re


#: A warranty ends soon when so many days are left.
SOON = timedelta(days=60)
ENDS_SOON, OVER, RUNS = "soon", "over", "runs"
NUMBER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ./_-]{0,38}[A-Za-z0-9])?")
IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")
UID = re.compile(r"[0-9a-f]{32}")


def label_of(title, number):
    """Return what a device is called where its number must stand with it.

    >>> label_of("Drucker Flur 1", "L-D-014")
    'Drucker Flur 1 (L-D-014)'
    """
    return f"{title} ({number})" if number else title


def numbers_in(text):
    """Return the inventory numbers that a text may mean, the likeliest first.

    >>> numbers_in("Drucker Flur 1 (L-D-014)")
    ['L-D-014', 'Drucker Flur 1 (L-D-014)']
    >>> numbers_in(" l-d-014 ")
    ['l-d-014']
    """
    text = " ".join(text.split())
    found = IN_BRACKETS.search(text)
    return [*([found[1].strip()] if found else []), *([text] if text else [])]


def folded(number):
    """Return an inventory number as it is compared: people write it in small letters, too.

    >>> folded(" L-D  014 ")
    'l-d 014'
    """
    return " ".join(number.split()).casefold()


def warranty(until, today):
    """Return OVER, ENDS_SOON or RUNS; None where nobody has said until when."""
    if until is None:
        return None
    if until < today:
        return OVER
    return ENDS_SOON if until - today <= SOON else RUNS


def has_words(words, *texts):
    """Return whether each word stands in one of the texts, whatever the case of its letters.

    >>> has_words(["drucker", "flur"], "Drucker", "Flur 1"), has_words(["beamer"], "Drucker", None)
    (True, False)
    """
    whole = "\n".join(text for text in texts if text).casefold()
    return all(word.casefold() in whole for word in words)
