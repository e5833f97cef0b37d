"""What can be seen of a journal only from outside: how far its chain reached on an earlier day.

Whoever cuts the end off a chain, and the note of its end with it, leaves a chain that is sound.
So once a day the length and last hash of every case are written into one ledger of the site, which
nothing else writes. An anchor moves on only along a sound chain: a cut is not forgotten overnight.
"""

from BTrees.OOBTree import OOBTree
from kommunalhub import _
from kommunalhub.approvals.journal import audit
from kommunalhub.approvals.journal import storage as journal
from kommunalhub.approvals.processes import process_of
from kommunalhub.core import formatting
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.jobs.interfaces import IJob
from plone import api
from plone.uuid.interfaces import IUUID
from ZODB.POSException import POSKeyError
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


KEY = "kommunalhub.approvals.journal.anchors"
# Beside the UIDs in the ledger: the day of the last run.
DAY = ""


def ledger():
    """Return {uid: see note_of} and {DAY: ISO date}; empty before the first run."""
    return IAnnotations(api.portal.get()).get(KEY) or {}


def anchored_on():
    """Return the ISO date of the last run, or None."""
    return ledger().get(DAY)


def ensured_ledger():
    """Return the ledger; writes where there is none yet."""
    return ensured_on(api.portal.get(), KEY, OOBTree)


def anchor_all(day):
    """Note for every case how far its journal reaches; return how many notes changed."""
    changed = sum(anchor(path) for path in moved_on())
    ensured_ledger()[DAY] = day
    return changed


def moved_on():
    """Yield the paths of cases whose journal has moved since it was noted; wakes none.

    Those that have left their draft since, too: drafts may be deleted, nothing was decided on them
    yet.
    """
    jar, notes = api.portal.get()._p_jar, ledger()
    for brain in audit.brains():
        note = notes.get(brain.UID)
        if not (is_draft(brain) if note is None else still_stands(jar, note)):
            yield brain.getPath()


def anchor(path):
    """Note how far the journal of a case reaches; return whether that is more than was noted."""
    case = api.portal.get().unrestrictedTraverse(path, None)
    if case is None or "/".join(case.getPhysicalPath()) != path:
        return False  # gone meanwhile; by acquisition the path may still lead somewhere
    note = ledger().get(IUUID(case, None))
    found = audit.look(case, path, note)
    changed = found.report.sound and note != note_of(found)
    if changed:
        ensured_ledger()[found.uid] = note_of(found)
    case._p_deactivate()
    return changed


def note_of(found):
    """Return what is noted of a case: its number, how far the journal reaches, where it is."""
    entries = journal.entries_of(found.case)
    return (found.number, found.report.length, found.report.head, getattr(entries, "_p_oid", None))


def still_stands(jar, note):
    """Return whether a journal is as long as noted, without waking its case."""
    _number, length, head, oid = note
    try:
        entries = jar.get(oid)
        same = (entries.length, entries.head) == (length, head)
    except (POSKeyError, TypeError, AttributeError):
        return False
    entries._p_deactivate()
    return same


def is_draft(brain):
    """Return whether a case has never been handed in, from its brain."""
    process = process_of(brain.portal_type)
    return process is not None and brain.review_state == process.milestones[0]


@implementer(IJob)
class AnchorJob:
    """Anchors the journals once a day, some at a time; keys are paths, and the day at the end."""

    title = _("job_anchors", default="Note how far each journal reaches")
    order = 90
    together = 50

    def due(self, now):
        day = formatting.to_local(now).date().isoformat()
        return [] if anchored_on() == day else [*moved_on(), day]

    def do(self, key, now):
        if key.startswith("/"):
            anchor(key)
        elif anchored_on() != key:
            ensured_ledger()[DAY] = key
