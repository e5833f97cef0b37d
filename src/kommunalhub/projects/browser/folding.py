"""Sections of a long page: what each says of itself where it is folded."""

from collections.abc import Callable
from dataclasses import dataclass
from kommunalhub import _


#: What is looked up now and then, and what is read by who has come for it: see `hub-parts`.
CLOSED, NARROW = "closed", "narrow"


@dataclass(frozen=True)
class Section:
    """A section of the page. draws: gives its HTML; count: what its heading says when folded."""

    id: str
    title: str
    draws: Callable[[], str]
    folds: str | None = NARROW
    count: object = None


def shown(*sections):
    """Return [{id, title, html, folds, count}] of the Sections that have something to say."""
    found = [{**vars(one), "html": one.draws()} for one in sections]
    return [one for one in found if one["html"]]


def number_of(found):
    """Return how many there are as the heading of a section says it, None of none."""
    return str(len(found)) if found else None


def open_of(found):
    """Return how many are still open, in words; of what is all over, how many there were."""
    still = sum(found)
    if not still:
        return number_of(found)
    return _("project_count_open", default="open: ${count}", mapping={"count": still})
