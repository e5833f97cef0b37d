"""The dates of all sources, in their order."""

from dataclasses import replace
from kommunalhub.core.agenda.interfaces import IAgendaSource
from zope.component import getUtilitiesFor


def sources():
    """Return {name: source}, by name."""
    return dict(sorted(getUtilitiesFor(IAgendaSource)))


def occurrences(start, end, kind=None):
    """Return all Occurrences between two moments that who asks may see, by their start."""
    found = [
        replace(one, kind=name)
        for name, source in sources().items()
        if name == kind or (kind is None and not getattr(source, "when_asked", False))
        for one in source.occurrences(start, end)
    ]
    return sorted(found, key=lambda one: (one.start, one.end, one.title, one.uid))


def own(start, end):
    """Return those that who asks takes part in."""
    return [one for one in occurrences(start, end) if one.is_own]
