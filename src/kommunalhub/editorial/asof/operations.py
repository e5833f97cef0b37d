"""A page as of a day, from its journal and its versions; nothing is written."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import UTC
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import TRANSITION
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.homeblocks import is_colleague
from kommunalhub.core.tools import tool
from kommunalhub.editorial.asof import rules
from kommunalhub.partners.audience.reading import audience_of


#: Who looks after a page, whether or not it may be changed in its state.
WRITERS = frozenset({"Editor", "Reviewer", "HubManager", "Manager"})


@dataclass(frozen=True)
class Earlier:
    """A page on a day. text: RichTextValue or None."""

    day: date
    standing: rules.Standing
    title: str
    description: str
    text: object


def today():
    return formatting.to_local(formatting.now()).date()


def as_of(page, day):
    """Return the page as Earlier, None where nothing was released that who asks might have read.

    A text that was for an audience of its own is not given to another one.
    """
    states = [
        (datetime.fromisoformat(entry["when"]), entry["to"])
        for entry in IJournal(page)
        if entry["kind"] == TRANSITION
    ]
    moment = min(rules.end_of(day), formatting.now())
    stamps = saved(page)
    found = rules.standing(states, stamps, moment, is_colleague())
    if found is None:
        return None
    history = tool("portal_archivist").queryHistory(page, countPurged=False)
    version = history[found.version].data.object
    if not may_read(page, version):
        return None
    return Earlier(
        day,
        found,
        version.title or "",
        version.description or "",
        getattr(version, "text", None),
    )


def saved(page):
    """Return the moments at which the versions of a page were saved, by time."""
    history = tool("portal_archivist").getHistoryMetadata(page)
    if not history:
        return []
    metadata = (
        history.retrieve(number, countPurged=False)["metadata"]["sys_metadata"]
        for number in range(history.getLength(countPurged=False))
    )
    return [datetime.fromtimestamp(one["timestamp"], UTC) for one in metadata]


def may_read(page, version):
    """Return whether a version was for those who read the page today, or its editor asks."""
    then = audience_of(version)
    if not then.is_narrow or then == audience_of(page):
        return True
    return not WRITERS.isdisjoint(asking.roles_on(page))
