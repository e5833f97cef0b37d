"""What can be seen of a journal only from outside: how far its chain reached on an earlier day.

Whoever cuts the end off a chain, and the note of its end with it, leaves a chain that is sound.
So once a day the length and last hash of every case are written into one ledger of the site, which
nothing else writes. An anchor moves on only along a sound chain: a cut is not forgotten overnight.
"""

from BTrees.OOBTree import OOBTree
from kommunalhub import _
from kommunalhub.approvals import audit
from kommunalhub.approvals import workflows
from kommunalhub.approvals.cases import process_of
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


KEY = "kommunalhub.approvals.anchors"
# Beside the UIDs in the ledger: the day of the last run.
DAY = ""


def ledger():
    """Return {uid: (case number, length, head)} and {DAY: ISO date}; empty before the first run."""
    return IAnnotations(api.portal.get()).get(KEY) or {}


def anchored_on():
    """Return the ISO date of the last run, or None."""
    return ledger().get(DAY)


def anchor_all(day):
    """Note for every case how far its journal reaches; return how many notes changed."""
    annotations = IAnnotations(api.portal.get())
    notes = annotations.get(KEY)
    if notes is None:
        notes = annotations[KEY] = OOBTree()
    changed = 0
    for found in audit.walk(notes):
        report = found.report
        if not report.sound or (found.uid not in notes and is_draft(found.case)):
            continue  # drafts may be deleted; nothing was decided on them yet
        note = (found.number, report.length, report.head)
        if notes.get(found.uid) != note:
            notes[found.uid] = note
            changed += 1
    notes[DAY] = day
    return changed


def is_draft(case):
    process = process_of(case.portal_type)
    return process is not None and workflows.state_of(case) == process.milestones[0]


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
