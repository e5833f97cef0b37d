"""Milestones and tasks of one's own, as a piece of a page."""

from datetime import date
from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.overview import Piece
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.projects import rules
from kommunalhub.projects import workflow
from kommunalhub.projects.agenda import still_open
from kommunalhub.projects.book.operations import today


#: So many are shown; the calendar has them all.
MOST = 8


class Duties(Piece):
    """What is open in projects that go on and that this person sees to, the first day first."""

    def is_shown(self):
        return not asking.is_anonymous() and bool(self.rows)

    @cached_property
    def own(self):
        userid, groups = asking.userid(), set(groups_of_user())
        found = [
            (brain, row)
            for brain, row in still_open()
            if brain.review_state in workflow.AT_WORK and rules.is_responsible(row, userid, groups)
        ]
        return sorted(found, key=lambda one: (one[1]["planned"], one[1]["title"]))

    @cached_property
    def rows(self):
        day = today().isoformat()
        return [
            {
                "title": row["title"],
                "id": row["id"],
                "url": f"{brain.getURL()}#{anchor(row)}",
                "project": brain.Title,
                "day": formatting.day(date.fromisoformat(row["planned"])),
                "late": row["planned"] < day,
            }
            for brain, row in self.own[:MOST]
        ]

    @property
    def more(self):
        return len(self.own) - len(self.rows)


def anchor(row):
    """Return where a row stands on the page of its project."""
    return "etappen" if row["id"].startswith("M") else "aufgaben"
