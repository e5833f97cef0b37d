"""Closing days of programmes among the dates of the calendars: those that who asks may see."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kommunalhub import _
from kommunalhub.core.agenda.interfaces import IAgendaSource
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local
from kommunalhub.core.tools import catalog
from kommunalhub.funding.programmes import finding
from kommunalhub.funding.programmes.deadlines import calls_in
from zope.interface import implementer


PUBLIC = "public"


@implementer(IAgendaSource)
class ClosingDays:
    """The last day of each call of each public programme.

    There are many of them: the calendar of all dates shows them to those who ask for them alone.
    """

    title = _("agenda_programmes", default="deadlines of funding programmes")
    when_asked = True

    def occurrences(self, start, end):
        return of_query({"portal_type": finding.TYPE, "review_state": PUBLIC}, start, end)


def of_query(query, start, end):
    """Yield the closing days of what a query finds that lie between two moments."""
    first, last = to_local(start).date(), to_local(end - timedelta(seconds=1)).date()
    span = {"query": (first.isoformat(), last.isoformat()), "range": "min:max"}
    for brain in catalog()(**query, funding_closings=span):
        for call in calls_in(brain.funding_facts or {}):
            if first <= call.closes <= last:
                yield occurrence_of(brain, call)


def occurrence_of(brain, call):
    """Return the last day of a call of a programme as an Occurrence."""
    start = datetime.combine(call.closes, time(), tzinfo=BERLIN)
    end = datetime.combine(call.closes + timedelta(days=1), time(), tzinfo=BERLIN)
    return Occurrence(
        uid=f"{brain.UID}-{call.closes:%Y%m%d}@kommunalhub",
        title=brain.Title,
        start=start.astimezone(UTC),
        end=end.astimezone(UTC),
        about=call.remark or brain.Description,
        url=brain.getURL(),
        is_whole_day=True,
    )
