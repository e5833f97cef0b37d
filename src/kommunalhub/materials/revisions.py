"""Revisions of materials: what is copied, and what an approved one leaves of its own.

How it works for all that is released stands in approvals/revisions.py.
"""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.approvals import revisions
from kommunalhub.approvals.case import changes
from kommunalhub.core.kept import kept
from kommunalhub.materials.interfaces import IWorkshopMaterial
from plone.app.iterate.dexterity.copier import ContentCopier
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.component import adapter
from zope.schema import getFieldNames
from zope.schema import getFieldNamesInOrder


#: What a revision shares with its original, beside the fields of the schema.
SHARED = ("partner", "case_number")


def take_over(revision, state, action, comment):
    """Put an approved revision in the place of its original, with the same number, and return that.

    Who changed it last is who changed the revision.
    """
    changed = changed_fields(revisions.original_of(revision), revision)
    aq_base(revision).is_taken_over = True
    original = revisions.take_over(revision, state, action, comment, changed)
    original.reindexObject()
    return original


def changed_fields(material, revision):
    """Return the names of the fields in which a revision differs, in the order of the form."""
    return [
        name
        for name in getFieldNamesInOrder(IWorkshopMaterial)
        if not changes.same(getattr(material, name), getattr(revision, name))
    ]


def forget(copy):
    """Make a copy of a revision, or of what is being revised, an ordinary material."""
    revisions.forget(copy)
    for name in ("is_taken_over", "review_asked"):
        vars(copy).pop(name, None)


@adapter(IWorkshopMaterial)
class RevisionCopier(ContentCopier):
    """Copies the fields of a material, and nothing of its history."""

    def _copyBaseline(self, container):
        original = self.context
        revision = createContent(original.portal_type)
        copy_fields(original, revision)
        for name in SHARED:
            setattr(revision, name, kept(original, name))
        revision.id = f"{original.getId()}{revisions.SUFFIX}"
        return addContentToContainer(container, revision)

    def _replaceBaseline(self, baseline):
        revision = self.context
        copy_fields(revision, baseline)
        baseline.last_editor = kept(revision, "last_editor")
        baseline.notifyModified()
        aq_parent(aq_inner(revision))._delObject(revision.getId())
        return baseline

    def _reassembleWorkingCopy(self, new_baseline, baseline):
        return new_baseline


def copy_fields(source, target):
    for name in getFieldNames(IWorkshopMaterial):
        setattr(target, name, getattr(source, name))


@adapter(IWorkshopMaterial)
class RevisionPolicy(revisions.RevisionPolicy):
    """Of materials."""
