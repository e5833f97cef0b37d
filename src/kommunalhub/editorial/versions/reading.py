"""Which versions there are of a page, for those who write and check it."""

from collections import Counter
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from kommunalhub import _
from kommunalhub.approvals.revisions import START
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.persons import name_of
from kommunalhub.core.tools import tool
from kommunalhub.editorial.mustread.reading import is_office
from kommunalhub.editorial.versions import rules
from kommunalhub.editorial.versions.interfaces import NoVersion
from Products.CMFEditions.interfaces.IArchivist import ArchivistError


ACCESS, MODIFY = "CMFEditions: Access previous versions", "Modify portal content"
NONE = _("version_none", default="There is no version of this number.")
#: What Plone says of a version by itself, which says nothing to people.
BY_ITSELF = frozenset({"Initial version", "initial_version_changeNote", "Baseline created"})


@dataclass(frozen=True)
class Version:
    """One version. when: datetime in UTC; why: what its writer said of it, "" for nothing.

    is_close: another one is of the same minute.
    """

    number: int
    who: str
    when: datetime
    why: str
    is_close: bool = False

    @property
    def moment(self):
        """When, as its buttons say it too: to the second where a minute has several."""
        said = formatting.moment(self.when)
        return f"{said}:{self.when.second:02}" if self.is_close else said

    @property
    def name(self):
        return name_of(self.who) if self.who else ""


def may_see(page):
    """Return whether who asks sees earlier versions: writes or checks the page, today."""
    return asking.may(ACCESS, page) and (
        asking.may(MODIFY, page) or asking.may(START, page) or is_office(page)
    )


def versions_of(page):
    """Return the Versions of a page, the newest first, at most rules.MOST; no text is read."""
    history = tool("portal_repository").getHistoryMetadata(page)
    count = history.getLength(countPurged=False) if history else 0
    found = []
    for number in range(count - 1, max(count - 1 - rules.MOST, -1), -1):
        told = history.retrieve(number)["metadata"]["sys_metadata"]
        said = str(told["comment"] or "")
        found.append(
            Version(
                number=number,
                who=told["principal"] or "",
                when=datetime.fromtimestamp(told["timestamp"], UTC),
                why="" if said in BY_ITSELF else said,
            )
        )
    minutes = Counter(one.moment for one in found)
    return [replace(one, is_close=minutes[one.moment] > 1) for one in found]


def told(page, number):
    """Return the Version of a number. Raises NoVersion."""
    for one in versions_of(page):
        if one.number == number:
            return one
    raise NoVersion(NONE)


def version(page, number):
    """Return a page as it was in a version. Raises NoVersion."""
    try:
        return tool("portal_repository").retrieve(page, number).object
    except ArchivistError as error:
        raise NoVersion(NONE) from error
