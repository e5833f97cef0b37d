"""What a text or a body may hold: signs that are some, numbers that are some, an end."""

from datetime import date
from math import isfinite

import re


#: How deep JSON may be nested, and how many values it may hold.
DEEPEST, MOST_NODES = 50, 200_000
#: Years that the indexes of the catalog can keep.
YEARS = (1000, 3999)
#: Half a sign of UTF-16, also what is left of bytes that are no UTF-8; and NUL, which ends a text.
NO_SIGN = re.compile("[\x00\ud800-\udfff]")


class WrongForm(ValueError):
    """What was sent cannot be read. name: of the field, empty for the whole; why: a token."""

    def __init__(self, why, name=""):
        super().__init__(f"{name}: {why}" if name else why)
        self.why, self.name = why, name


def check_text(text, name=""):
    """Raise WrongForm for a text with signs that are none.

    >>> check_text("Grüße aus Malente 🙂")
    >>> check_text("nichts\\x00", "title")
    Traceback (most recent call last):
    ...
    kommunalhub.security.input.rules.WrongForm: title: signs
    """
    if NO_SIGN.search(text):
        raise WrongForm("signs", name)


def is_in_time(value):
    """Tell whether the catalog can keep a day or moment; anything else than those is fine.

    >>> from datetime import date
    >>> is_in_time(date(2026, 11, 29)), is_in_time(date(9999, 12, 31)), is_in_time(None)
    (True, False, True)
    """
    return not isinstance(value, date) or YEARS[0] <= value.year <= YEARS[1]


def check_form(form):
    """Raise WrongForm for texts of a form with signs that are none; names count as texts too."""
    for name, value in form.items():
        if isinstance(value, str):
            if not value.isascii() or "\x00" in value:
                check_text(value, name)
        elif isinstance(value, list | tuple):
            for one in value:
                if isinstance(one, str):
                    check_text(one, name)
                elif hasattr(one, "items"):  # a record of ZPublisher
                    check_form(dict(one.items()))
        elif hasattr(value, "items") and not hasattr(value, "filename"):
            check_form(dict(value.items()))


def check_data(data, is_object=True):
    """Raise WrongForm unless this is what JSON holds of an object, none of it odd or endless.

    >>> check_data({"title": "Radweg", "costs": 45000.5, "topics": ["bau"]})
    >>> check_data([1])
    Traceback (most recent call last):
    ...
    kommunalhub.security.input.rules.WrongForm: object
    >>> check_data({"costs": float("nan")})
    Traceback (most recent call last):
    ...
    kommunalhub.security.input.rules.WrongForm: costs: number
    """
    if is_object and not isinstance(data, dict):
        raise WrongForm("object")
    nodes = 0
    # (name of the outermost field, value, how deep it stands)
    waiting = [("", data, 0)]
    while waiting:
        name, value, depth = waiting.pop()
        nodes += 1
        if depth > DEEPEST or nodes > MOST_NODES:
            raise WrongForm("nested", name)
        if isinstance(value, str):
            check_text(value, name)
        elif isinstance(value, float):
            if not isfinite(value):
                raise WrongForm("number", name)
        elif isinstance(value, dict):
            for key, inner in value.items():
                check_text(key, name or key[:100])
                waiting.append((name or key, inner, depth + 1))
        elif isinstance(value, list):
            waiting.extend((name, inner, depth + 1) for inner in value)
