"""One's own bookings among the dates of the calendars; never those of others."""

from kommunalhub import _
from kommunalhub.booking import operations
from kommunalhub.core import asking
from kommunalhub.core.agenda.interfaces import IAgendaSource
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.tools import site_url
from urllib.parse import urlsplit
from zope.interface import implementer


@implementer(IAgendaSource)
class Bookings:
    """What somebody has booked, and what a decision keeps for them."""

    title = _("agenda_bookings", default="bookings")

    def occurrences(self, start, end):
        userid = asking.userid()
        if asking.is_anonymous() or userid is None:
            return
        host, spaces = urlsplit(site_url()).hostname or "localhost", {}
        for one in operations.of_person(userid, start):
            if one.start >= end or one.is_queued:  # what is offered is no date before it is taken
                continue
            if one.space not in spaces:
                spaces[one.space] = operations.space_of(one.space)
            space = spaces[one.space]
            if space is None:
                continue
            title = space.Title()
            yield Occurrence(
                uid=f"{one.id}@{host}",
                title=f"{title}: {one.purpose}" if one.purpose else title,
                start=one.start,
                end=one.end,
                place=title,
                url=f"{space.absolute_url()}/@@buchung?id={one.id}",
                sequence=one.sequence,
                is_cancelled=not one.is_firm,
                has_moved=one.sequence > 0,
                is_own=True,
                made=one.made or one.start,
            )
