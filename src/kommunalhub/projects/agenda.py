"""Milestones and tasks among the dates of the calendars, for the people of the partners."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.agenda.interfaces import IAgendaSource
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local
from kommunalhub.core.tools import catalog
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.projects import rules
from kommunalhub.projects import workflow
from zope.interface import implementer


@implementer(IAgendaSource)
class ProjectDates:
    """What is still to be reached or done in the projects that who asks may see."""

    title = _("agenda_projects", default="Milestones and tasks of projects")

    def occurrences(self, start, end):
        if asking.is_anonymous():
            return
        first, last = to_local(start).date(), to_local(end - timedelta(seconds=1)).date()
        userid, groups = asking.userid(), set(groups_of_user())
        for brain, row in still_open():
            day = date.fromisoformat(row["planned"])
            if first <= day <= last:
                is_own = rules.is_responsible(row, userid, groups)
                yield occurrence_of(brain, row, day, is_own)


def still_open():
    """Yield (brain, row) of what is open in projects that go on; see `indexers.row_of`."""
    states = [workflow.AGREED, *workflow.AT_WORK]
    for brain in catalog()(portal_type=workflow.TYPE, review_state=states):
        extra = brain.case_extra or {}
        for row in (*extra.get("milestones", ()), *extra.get("tasks", ())):
            if row["open"]:
                yield brain, row


def occurrence_of(brain, row, day, is_own):
    """Return the Occurrence of a whole day; its UID stays wherever the day moves."""
    begins = datetime.combine(day, time(), tzinfo=BERLIN)
    ends = datetime.combine(day + timedelta(days=1), time(), tzinfo=BERLIN)
    return Occurrence(
        uid=f"{brain.UID}-{row['id']}@kommunalhub",
        title=f"{row['title']} ({brain.Title})",
        start=begins.astimezone(UTC),
        end=ends.astimezone(UTC),
        about=f"{row['id']} · {brain.case_number or ''}",
        url=f"{brain.getURL()}#{'etappen' if row['id'].startswith('M') else 'aufgaben'}",
        sequence=row["moved"],
        has_moved=row["moved"] > 0,
        is_own=is_own,
        is_whole_day=True,
        partner=row["partner"],
    )
