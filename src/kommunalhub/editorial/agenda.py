"""Events that editors write among the dates of the calendars."""

from kommunalhub import _
from kommunalhub.core.agenda.interfaces import IAgendaSource
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.tools import catalog
from zope.interface import implementer


@implementer(IAgendaSource)
class Events:
    """Plone's events, by what the catalog knows: a series stands at its first date."""

    title = _("agenda_events", default="events")

    def occurrences(self, start, end):
        brains = catalog()(
            portal_type="Event",
            start={"query": end, "range": "max"},
            end={"query": start, "range": "min"},
        )
        for brain in brains:
            made, changed = brain.created.asdatetime(), brain.modified.asdatetime()
            yield Occurrence(
                uid=f"{brain.UID}@kommunalhub",
                title=brain.Title,
                start=brain.start,
                end=brain.end,
                place=brain.location or "",
                about=brain.Description,
                url=brain.getURL(),
                # grows with each change, as a calendar asks it to
                sequence=max(int((changed - made).total_seconds()), 0),
                made=made,
            )
