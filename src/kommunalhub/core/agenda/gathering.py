"""The dates of all sources, in their order."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda.interfaces import IAgendaSource
from kommunalhub.core.language import in_site_language
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


def calendar_text(found, name=None):
    """Return Occurrences as a calendar; what was called off says so in its title too.

    Not every calendar shows the STATUS of a date, and some hide what has that of a cancelled one.
    """
    told = [replace(one, title=called_off(one.title)) if one.is_cancelled else one for one in found]
    return calendars.calendar_of(told, formatting.now(), name)


def called_off(title):
    message = _("calendar_called_off", default="Called off: ${title}", mapping={"title": title})
    return in_site_language(message)


def own(start, end):
    """Return those that who asks takes part in."""
    return [one for one in occurrences(start, end) if one.is_own]
