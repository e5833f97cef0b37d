"""Deadlines of grants among the dates of the calendars, of the cases that who asks may see."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kommunalhub.core import asking
from kommunalhub.core.agenda.interfaces import IAgendaSource
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local
from kommunalhub.core.language import in_site_language
from kommunalhub.funding.deadlines import said
from kommunalhub.funding.deadlines.asked import today
from kommunalhub.funding.deadlines.feeds import TITLE
from kommunalhub.funding.deadlines.listing import Asked
from kommunalhub.funding.deadlines.listing import EVERY
from kommunalhub.funding.deadlines.listing import Listing
from zope.interface import implementer


@implementer(IAgendaSource)
class Deadlines:
    """What still has to be done until a day; what is done, or asked for no more, is no date."""

    title = TITLE
    never_own = True

    def occurrences(self, start, end):
        if asking.is_anonymous():
            return
        first, last = to_local(start).date(), to_local(end - timedelta(seconds=1)).date()
        for row in Listing(Asked(state=EVERY, first=first, last=last), today()):
            if not row.how:
                yield occurrence_of(row)


def occurrence_of(row):
    """Return a listing.Row as an Occurrence of a whole day."""
    begins = datetime.combine(row.day, time(), tzinfo=BERLIN)
    ends = datetime.combine(row.day + timedelta(days=1), time(), tzinfo=BERLIN)
    title = in_site_language(said.title(row.kind, row.text))
    return Occurrence(
        uid=f"{row.brain.UID}-{row.number}-{row.key}@kommunalhub",
        title=f"{title} ({row.brain.Title})",
        start=begins.astimezone(UTC),
        end=ends.astimezone(UTC),
        about=row.title,
        url=row.url,
        sequence=row.sequence,
        has_moved=row.has_moved,
        is_whole_day=True,
        partner=row.partner,
    )
