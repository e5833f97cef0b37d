"""Livestreams among the dates of the calendars: those that who asks may see."""

from datetime import datetime
from datetime import UTC
from kommunalhub import _
from kommunalhub.core.agenda.interfaces import IAgendaSource
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.tools import catalog
from kommunalhub.showroom import rules
from kommunalhub.showroom import workflow
from zope.interface import implementer


BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


@implementer(IAgendaSource)
class Livestreams:
    """One date for each livestream that others may see."""

    title = _("agenda_livestreams", default="Livestreams")
    never_own = True

    def occurrences(self, start, end):
        brains = catalog()(
            portal_type=workflow.TYPE,
            exhibit_kind=rules.LIVE,
            review_state=list(workflow.RELEASED),
        )
        for brain in brains:
            one = of_brain(brain)
            if one is not None and one.end > start and one.start < end:
                yield one


def uid_of(uid):
    """Return the UID of the date of an exhibit for calendars, by its own."""
    return f"{uid}-live@kommunalhub"


def of_brain(brain):
    """Return the Occurrence of a livestream, None without a time, from what the catalog knows."""
    facts = getattr(brain, "exhibit_facts", None) or {}
    if not facts.get("starts") or not facts.get("ends"):
        return None
    changed = brain.modified.asdatetime().astimezone(UTC)
    return Occurrence(
        uid=uid_of(brain.UID),
        title=brain.Title,
        start=datetime.fromisoformat(facts["starts"]),
        end=datetime.fromisoformat(facts["ends"]),
        about=brain.Description,
        url=brain.getURL(),
        # minutes: it grows with each change, as calendars want it
        sequence=max(0, int((changed - BEGINNING).total_seconds() // 60)),
        partner=brain.partner or "",
        topics=tuple(facts.get("topics", ())),
        access=("online",),
    )
