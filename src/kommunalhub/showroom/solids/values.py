"""What a document of JSON says, read without trusting it. Pure."""

from typing import Any

import json


#: How deep lists and objects may lie in each other, and how many values there may be.
DEEPEST, MOST_VALUES = 24, 400_000


class Refused(ValueError):
    """Says why a file does not come in: `reason` is a key of validation.SENTENCES."""

    def __init__(self, reason: str, **mapping):
        super().__init__(reason)
        self.reason, self.mapping = reason, mapping


def parsed(data: bytes) -> dict:
    """Return an object of JSON; raise Refused for anything else, before it takes much room."""
    if deepest(data) > DEEPEST:
        raise Refused("deep")
    try:
        document = json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:  # whole numbers of 5,000 digits are a ValueError
        raise Refused("broken") from error
    return an_object(document)


def deepest(data: bytes) -> int:
    """Return how deep brackets lie in each other, those in strings left out.

    >>> deepest(b'{"a": [1, "[[["]}')
    2
    """
    depth = most = 0
    in_string = escaped = False
    for sign in data:
        if in_string:
            if escaped:
                escaped = False
            elif sign == 0x5C:
                escaped = True
            elif sign == 0x22:
                in_string = False
        elif sign == 0x22:
            in_string = True
        elif sign in b"[{":
            depth += 1
            most = max(most, depth)
        elif sign in b"]}":
            depth -= 1
    return most


def walked(document: dict) -> None:
    """Raise Refused for an address of another file, and for too many values.

    What programs note for themselves (`extras`) is read by no viewer.
    """
    waiting, seen = [document], 0
    while waiting:
        value = waiting.pop()
        seen += 1
        if seen > MOST_VALUES:
            raise Refused("long")
        if isinstance(value, dict):
            if "uri" in value:
                raise Refused("outside")
            waiting.extend(one for name, one in value.items() if name != "extras")
        elif isinstance(value, list):
            waiting.extend(value)


def an_object(value: Any) -> dict:
    """Return a value that has to be an object."""
    if not isinstance(value, dict):
        raise Refused("broken")
    return value


def objects(document: dict, name: str) -> list[dict]:
    """Return a list of objects by its name; an empty one where there is none."""
    found = document.get(name, [])
    if not isinstance(found, list):
        raise Refused("broken")
    return [an_object(one) for one in found]


def a_number(found: dict, name: str, least=0, most=2**32, default=None) -> int:
    """Return a whole number within bounds."""
    value = found.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Refused("broken")
    return value


def indexed(things: list, found: dict, name: str) -> Any:
    """Return the one of some things that a number points at."""
    if not things:
        raise Refused("broken")
    return things[a_number(found, name, most=len(things) - 1)]


def chosen(choices: dict, found: dict, name: str) -> Any:
    """Return what a value stands for, one of some choices."""
    value = found.get(name)
    if not isinstance(value, int | str) or value not in choices:
        raise Refused("broken")
    return choices[value]


def _no_constant(name):
    raise ValueError(f"not a number: {name}")
