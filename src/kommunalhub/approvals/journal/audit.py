"""Every journal of the site, one after the other, in memory that does not grow."""

from dataclasses import dataclass
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import chain
from kommunalhub.core.kept import kept
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any

import logging


logger = logging.getLogger(__name__)
#: Cases between two times that the connection's cache is emptied.
BATCH = 200


@dataclass(frozen=True)
class AuditedCase:
    """One case of the walk; `case` is good until the next one."""

    uid: str
    number: str
    path: str
    report: chain.Report
    case: Any


def walk(notes=None, progress=None):
    """Yield an AuditedCase for each case of the site, whoever may see it, by path.

    notes: {uid: (number, length, head, ...)}, see anchors. progress: called with (done, total).
    """
    portal = api.portal.get()
    paths = sorted({brain.getPath() for brain in brains()})
    folder, folder_path = None, None
    for done, path in enumerate(paths, start=1):
        above, _slash, name = path.rpartition("/")
        if above != folder_path:  # cases lie in few folders; walking there costs more than reading
            folder, folder_path = portal.unrestrictedTraverse(above, None), above
        case = folder._getOb(name, None) if folder is not None else None
        if case is not None and IApprovable.providedBy(case):
            yield look(case, path, (notes or {}).get(IUUID(case, None)))
        if done % BATCH == 0:
            portal._p_jar.cacheMinimize()
        if progress is not None and (done % BATCH == 0 or done == len(paths)):
            progress(done, len(paths))


def brains():
    """Return the brains of all cases, whoever may see them."""
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.unrestrictedSearchResults(object_provides=IApprovable.__identifier__)


def look(case, path, note=None):
    """Return the AuditedCase of a case. note: (number, length, head, ...) of its anchor or None."""
    uid = IUUID(case, None) or ""
    try:
        report = IJournal(case).inspect(tuple(note[1:3]) if note else None)
    except Exception:
        logger.exception("The journal of %s cannot be read", path)
        report = chain.Report(0, "", broken=1, wrong=chain.UNREADABLE)
    return AuditedCase(
        uid, kept(case, "case_number") or path.rpartition("/")[2], path, report, case
    )
