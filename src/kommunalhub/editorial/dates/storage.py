"""Where an event keeps its dates: beside its fields, so that no older version brings old ones."""

from dataclasses import astuple
from dataclasses import dataclass
from kommunalhub.core.kept import kept
from kommunalhub.editorial.dates.rules import Date
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.editorial.dates"
#: Fields of an event whose values are tokens of pick lists.
TOKENS = ("topics", "audience", "access")


@dataclass(frozen=True)
class Kept:
    """title: what the event was called when its dates were last told; None before the first time.

    is_told: whether others have seen them.
    """

    title: str | None = None
    is_told: bool = False
    dates: tuple = ()


def kept_of(event):
    """Return what an event Kept of its dates."""
    found = IAnnotations(event).get(KEY)
    if found is None:
        return Kept()
    title, is_told, rows = found
    return Kept(title, is_told, tuple(Date(*row) for row in rows))


def dates_of(event):
    """Return the Dates of an event, by number."""
    return kept_of(event).dates


def keep(event, new):
    """Keep dates; nothing is written where they are the same. Returns whether they changed."""
    value = (new.title, new.is_told, tuple(astuple(one) for one in new.dates))
    annotations = IAnnotations(event)
    if annotations.get(KEY) == value:
        return False
    annotations[KEY] = value
    return True


def forget(event):
    """Let a copy of an event have dates of its own."""
    annotations = IAnnotations(event)
    if KEY in annotations:
        del annotations[KEY]


def tokens_of(event):
    """Return {field: tokens, in alphabetical order} of what an event says of itself."""
    return {name: tuple(sorted(kept(event, name) or ())) for name in TOKENS}
