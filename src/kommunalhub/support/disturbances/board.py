"""What stands on pages: a few rows in one object of the site, read without any query.

Whatever changes a disturbance writes its row anew. A page asks which rows run at this minute for
who looks at it; the same decides its validator (core/caching/everywhere.py), so a kept page is made
anew at the minute in which a disturbance begins or ends for somebody, and for nobody else.
"""

from AccessControl.SecurityManagement import getSecurityManager
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from kommunalhub.partners.rules import groups_of
from kommunalhub.support.disturbances import rules
from kommunalhub.support.disturbances import workflow
from persistent import Persistent
from plone.uuid.interfaces import IUUID
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.support.disturbances"
#: What is over leaves the board after so long.
KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Row:
    """What stands on pages of one disturbance. starts, ends: ISO or None; version: counts up."""

    uid: str
    path: str
    title: str
    text: str
    partners: tuple
    public: bool
    starts: str
    ends: str | None
    update: str
    update_when: str
    version: int

    def standing(self, now):
        ends = datetime.fromisoformat(self.ends) if self.ends else None
        return rules.standing(datetime.fromisoformat(self.starts), ends, now)


class Board(Persistent):
    """rows: tuple of Row, written whole. dismissed: sets of tickets that were found unlike."""

    rows = ()
    dismissed = ()


def board():
    """Return the Board to read, None while there was no disturbance."""
    return IAnnotations(site()).get(KEY)


def ensured_board():
    return ensured_on(site(), KEY, Board)


def put_up(disturbance):
    """Write the row of a disturbance anew; what is long over leaves."""
    found, now = ensured_board(), formatting.now()
    uid = IUUID(disturbance)
    old = next((row for row in found.rows if row.uid == uid), None)
    last = disturbance.updates[-1] if disturbance.updates else None
    new = Row(
        uid=uid,
        path="/".join(disturbance.getPhysicalPath()[len(site().getPhysicalPath()) :]),
        title=disturbance.title,
        text=disturbance.description or "",
        partners=tuple(sorted(disturbance.partners or ())),
        public=bool(disturbance.public),
        starts=disturbance.starts.isoformat(),
        ends=disturbance.ends.isoformat() if disturbance.ends else None,
        update=last.text if last else "",
        update_when=last.when if last else "",
        version=old.version + 1 if old else 1,
    )
    rest = (row for row in found.rows if row.uid != uid and not _is_stale(row, now))
    found.rows = tuple(sorted((*rest, new), key=lambda row: row.starts))


def take_down(disturbance):
    found, uid = board(), IUUID(disturbance)
    if found is not None and any(row.uid == uid for row in found.rows):
        found.rows = tuple(row for row in found.rows if row.uid != uid)


def _is_stale(row, now):
    return row.ends is not None and datetime.fromisoformat(row.ends) + KEPT < now


def shown():
    """Return the Rows that run now and concern who asks, the oldest first."""
    found = board()
    if found is None or not found.rows:
        return []
    now = formatting.now()
    running = [row for row in found.rows if row.standing(now) == rules.RUNS]
    if not running:
        return []
    signed_in, helps = not asking.is_anonymous(), helps_here()
    groups = set(getSecurityManager().getUser().getGroups()) if signed_in else set()
    return [
        row
        for row in running
        if rules.concerns(row.partners, own(row.partners, groups), signed_in, helps, row.public)
    ]


def own(partners, groups):
    """Return those of some partners that somebody in these groups works for."""
    return [one for one in partners if not groups.isdisjoint(groups_of(one).values())]


def helps_here():
    """Return whether who asks publishes disturbances."""
    return not workflow.HELPERS.isdisjoint(asking.roles())


def fingerprint():
    """Return a text that changes with what stands on the pages of who asks, "" for nothing."""
    return ".".join(f"{row.uid}:{row.version}" for row in shown())
