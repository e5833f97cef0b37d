"""Workshops among the dates of the calendars: all that who asks may see."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.agenda.interfaces import IAgendaSource
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow
from kommunalhub.workshops.people import keys_of
from zope.interface import implementer


@implementer(IAgendaSource)
class Workshops:
    """Each date of each released workshop; what was called off says so."""

    title = _("section_workshops", default="Workshops")

    def occurrences(self, start, end):
        books, keys = storage.books_of(site()), own_keys()
        brains = catalog()(
            portal_type=workflow.TYPE,
            review_state=list(workflow.RELEASED),
            start={"query": end, "range": "max"},
        )
        for brain in brains:
            for occurrence in of_brain(brain, has_seat(books.get(brain.UID), keys)):
                if occurrence.end > start and occurrence.start < end:
                    yield occurrence


def own_keys():
    userid = None if asking.is_anonymous() else asking.userid()
    return keys_of(userid) if userid else []


def has_seat(book, keys):
    """Return whether who is known by these keys has a seat."""
    one = book.of(*keys) if book is not None and keys else None
    return one is not None and one.state == rules.REGISTERED


def of_brain(brain, is_own=False):
    """Yield the dates of a workshop, from what the catalog knows."""
    extra = brain.case_extra or {}
    for number, (start, end, place) in enumerate(extra.get("dates", ()), 1):
        sequence = extra.get("sequence", 0)
        yield Occurrence(
            uid=f"{brain.UID}-{number}@kommunalhub",
            title=brain.Title,
            start=datetime.fromisoformat(start),
            end=datetime.fromisoformat(end),
            place=place,
            about=brain.Description,
            url=brain.getURL(),
            sequence=sequence,
            is_cancelled=brain.review_state == workflow.CANCELLED,
            has_moved=sequence > 0,
            is_own=is_own,
            partner=brain.partner or "",
            topics=extra.get("topics", ()),
            audience=extra.get("audience", ()),
            access=("online",) if extra.get("is_online") else (),
        )
