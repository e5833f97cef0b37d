"""What can be seen of a journal only from outside: how far its chain reached on an earlier day.

Whoever cuts the end off a chain, and the note of its end with it, leaves a chain that is sound.
So once a day the length and last hash of every case are written into one ledger of the site, which
nothing else writes. An anchor moves on only along a sound chain: a cut is not forgotten overnight.
"""

from BTrees.OOBTree import OOBTree
from kommunalhub import _
from kommunalhub.approvals import audit
from kommunalhub.approvals import journal
from kommunalhub.approvals.cases import process_of
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from plone import api
from ZODB.POSException import POSKeyError
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


KEY = "kommunalhub.approvals.anchors"
# Beside the UIDs in the ledger: the day of the last run.
DAY = ""


def ledger():
    """Return {uid: see note_of} and {DAY: ISO date}; empty before the first run."""
    return IAnnotations(api.portal.get()).get(KEY) or {}


def anchored_on():
    """Return the ISO date of the last run, or None."""
    return ledger().get(DAY)


def anchor_all(day):
    """Note for every case how far its journal reaches; return how many notes changed.

    Wakes only cases whose journal has moved since, or that have left their draft since: drafts may
    be deleted, nothing was decided on them yet.
    """
    portal = api.portal.get()
    annotations = IAnnotations(portal)
    notes = annotations.get(KEY)
    if notes is None:
        notes = annotations[KEY] = OOBTree()
    changed = 0
    for brain in audit.brains():
        note = notes.get(brain.UID)
        if is_draft(brain) if note is None else still_stands(portal._p_jar, note):
            continue
        case = brain._unrestrictedGetObject()
        found = audit.look(case, brain.getPath(), note)
        if found.report.sound and note != note_of(found):
            notes[found.uid] = note_of(found)
            changed += 1
        case._p_deactivate()
    notes[DAY] = day
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
    process = process_of(brain.portal_type)
    return process is not None and brain.review_state == process.milestones[0]


@implementer(IJob)
class AnchorJob:
    """Anchors the journals once a day."""

    title = _("job_anchors", default="Note how far each journal reaches")
    order = 90

    def due(self, now):
        day = formatting.to_local(now).date().isoformat()
        return [] if anchored_on() == day else [day]

    def do(self, key, now):
        if anchored_on() != key:
            anchor_all(key)
