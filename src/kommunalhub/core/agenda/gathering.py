"""The dates of all sources, in their order."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda import said
from kommunalhub.core.agenda.interfaces import IAgendaSource
from kommunalhub.core.language import in_site_language
from zope.component import getUtilitiesFor


def sources():
    """Return {name: source}, by name."""
    return dict(sorted(getUtilitiesFor(IAgendaSource)))


#: The kind of one's own dates, of whatever source.
OWN, OWN_TITLE = "own", _("agenda_own", default="my own")


def occurrences(start, end, kind=None):
    """Return all Occurrences between two moments that who asks may see, by their start."""
    asked = {
        name: source
        for name, source in sources().items()
        if name == kind or (kind is None and not getattr(source, "when_asked", False))
    }
    return _occurrences(asked, start, end)


def _occurrences(asked, start, end):
    found = [
        replace(one, kind=name)
        for name, source in asked.items()
        for one in source.occurrences(start, end)
    ]
    return sorted(found, key=lambda one: (one.start, one.end, one.title, one.uid))


def calendar_text(found, name=None):
    """Return Occurrences as a calendar; what was called off says so in its title too.

    Not every calendar shows the STATUS of a date, and some hide what has that of a cancelled one.
    """
    return calendars.calendar_of(map(told, found), formatting.now(), name)


def told(one):
    """Return an Occurrence whose texts say what became of it."""
    words = [said.before_of(one) if one.has_moved else None, one.reason, one.about]
    about = "\n".join(in_site_language(word) for word in words if word)
    title = called_off(one.title) if one.is_cancelled else one.title
    return replace(one, title=title, about=about)


def called_off(title):
    message = _("calendar_called_off", default="Called off: ${title}", mapping={"title": title})
    return in_site_language(message)


def own(start, end):
    """Return those that who asks takes part in."""
    asked = {
        name: source
        for name, source in sources().items()
        if not getattr(source, "when_asked", False) and not getattr(source, "never_own", False)
    }
    return [one for one in _occurrences(asked, start, end) if one.is_own]
