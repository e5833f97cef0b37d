"""What is kept of the people of each workshop, and what the next run would erase; numbers alone."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunalhub.core import formatting
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.workshops import retention
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow
from kommunalhub.workshops.validity import valid_until


@dataclass(frozen=True)
class Kept:
    """The numbers of one workshop that is over, and how much of its people is known still.

    forgotten, allowed: of storage.NOTHING, NEEDS, PEOPLE; is_due: whether a run would erase some.
    """

    uid: str
    title: str
    url: str
    end: date
    people_on: date
    registered: int
    came: int
    absent: int
    waiting: int
    given_back: int
    needs: int
    forgotten: int
    allowed: int

    @property
    def is_due(self):
        return self.forgotten < self.allowed

    @property
    def are_needs_gone(self):
        return self.forgotten >= storage.NEEDS

    @property
    def are_people_gone(self):
        return self.forgotten >= storage.PEOPLE


def report(now):
    """Return what is Kept of all workshops that are over, the last first."""
    books, found = storage.books_of(site()), []
    brains = catalog().unrestrictedSearchResults(
        portal_type=workflow.TYPE,
        review_state=list(workflow.RELEASED),
        sort_on="start",
        sort_order="descending",
    )
    for brain in brains:
        end = (brain.case_extra or {}).get("end")
        if brain.UID in books and end is not None and datetime.fromisoformat(end) < now:
            found.append(kept_of(brain, books[brain.UID], datetime.fromisoformat(end), now))
    return found


def kept_of(brain, book, end, now):
    entries = book.all()
    states = Counter(one.state for one in entries)
    day = formatting.to_local(end).date()
    return Kept(
        uid=brain.UID,
        title=brain.Title,
        url=brain.getURL(),
        end=day,
        people_on=valid_until(day, retention.retention_months()),
        registered=states[rules.REGISTERED],
        came=sum(one.attended is True for one in entries),
        absent=sum(one.attended is False for one in entries),
        waiting=states[rules.WAITING] + states[rules.OFFERED],
        given_back=states[rules.CANCELLED] + states[rules.LAPSED],
        needs=sum(bool(one.needs) for one in entries),
        forgotten=book.forgotten,
        allowed=retention.to_forget(end, now),
    )
