"""Where a person is named in the plain values of a file; pure.

>>> mia = Named("mia", "Mia Muster")
>>> row = {"asked": 5, "by": "mia", "override": {"by": "jo", "hands": ("jo", "mia")}}
>>> list(named_in(row, mia))
['by', 'hands']
>>> without(row, mia)
{'asked': 5, 'by': '', 'override': {'by': 'jo', 'hands': ('jo',)}}
"""

from collections.abc import Mapping
from dataclasses import dataclass


#: Members with the id of a person, and the member beside them with the name of then.
PERSONS = {"by": "name", "confirmed_by": "confirmed_name", "owner": None, "responsible": None}
#: Members with several ids.
SEVERAL = ("hands",)
#: Members with a name alone.
NAMES = ("author",)


@dataclass(frozen=True)
class Named:
    """A person: id, and the name they have, or had when their account went."""

    userid: str
    name: str


def named_in(value, person):
    """Yield the members of a value under which a person stands."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            if is_them(key, one, person):
                yield key
            else:
                yield from named_in(one, person)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from named_in(one, person)


def is_them(key, value, person):
    """Return whether a member tells of a person."""
    if key in PERSONS:
        return value == person.userid
    if key in SEVERAL:
        return person.userid in value
    return key in NAMES and bool(person.name) and value == person.name


def without(value, person):
    """Return a value that tells nothing of a person; what does not tell of them is the same."""
    if isinstance(value, Mapping):
        found = {key: _member(key, one, person) for key, one in value.items()}
        for key, beside in PERSONS.items():
            if beside in found and is_them(key, value.get(key), person):
                found[beside] = ""
        return found
    if isinstance(value, list | tuple):
        return type(value)(without(one, person) for one in value)
    return value


def _member(key, value, person):
    if not is_them(key, value, person):
        return without(value, person)
    return tuple(one for one in value if one != person.userid) if key in SEVERAL else ""
