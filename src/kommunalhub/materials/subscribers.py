"""What follows when something happens to a material: one call each."""

from kommunalhub.approvals import revisions
from kommunalhub.approvals.journal import entries
from kommunalhub.materials import operations
from kommunalhub.materials import workflow
from kommunalhub.materials.interfaces import IWorkshopMaterial
from kommunalhub.materials.revisions import forget
from plone import api


def declare_kind(material, event):
    """Take the media types of new or changed files from their content."""
    operations.declare_kind(material)


def follow_step(material, event):
    """Let an approved revision take the place of its original."""
    status = api.portal.get_tool("portal_workflow").getStatusOf(workflow.ID, material) or {}
    operations.follow_step(material, event.action, status.get("comments") or "")


def material_copied(material, event):
    """A copy is a material of its own, whatever it is a copy of."""
    forget(material)


def note_start(event):
    """Tell in the journal of a material that a revision of it was started."""
    if IWorkshopMaterial.providedBy(event.object):
        revisions.note(event.object, entries.STARTED)


def note_discard(event):
    """Tell in the journal of a material that its revision was discarded."""
    if IWorkshopMaterial.providedBy(event.baseline):
        revisions.note(event.baseline, entries.DISCARDED)


def free_original(revision, event):
    """Let the original of a revision that is being deleted be revised again."""
    original = revisions.original_of(revision)
    if original is not None:
        revisions.free(original)
