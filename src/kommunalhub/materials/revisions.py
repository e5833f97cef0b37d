"""Revisions: a released material is changed on a copy, and the copy takes its place once approved.

The copy is a working copy of plone.app.iterate. It has the number of the original, a workflow state
and a journal of its own; what happens to it is noted in the journal of the original too, for the
copy goes when it is taken over.
"""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case import changes
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core.kept import kept
from kommunalhub.materials import workflow
from kommunalhub.materials.interfaces import IWorkshopMaterial
from plone import api
from plone.app.iterate.dexterity.copier import ContentCopier
from plone.app.iterate.dexterity.policy import CheckinCheckoutPolicyAdapter
from plone.app.iterate.dexterity.utils import get_baseline
from plone.app.iterate.dexterity.utils import get_working_copy
from plone.app.iterate.event import AfterCheckinEvent
from plone.app.iterate.event import CheckinEvent
from plone.app.iterate.interfaces import IBaseline
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.app.iterate.interfaces import IWorkingCopy
from plone.app.iterate.lock import unlockContext
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.Five.utilities.marker import erase
from zope.component import adapter
from zope.component import getUtility
from zope.event import notify
from zope.schema import getFieldNames
from zope.schema import getFieldNamesInOrder


#: What a revision shares with its original, beside the fields of the schema.
SHARED = ("partner", "case_number")
SUFFIX = "-ueberarbeitung"


def is_revision(material):
    return IWorkingCopy.providedBy(material)


def original_of(material):
    """Return the released material that this is a revision of, or None."""
    return get_baseline(material) if is_revision(material) else None


def revision_of(material):
    """Return the revision of a released material that is being worked on, or None."""
    return get_working_copy(material) if IBaseline.providedBy(material) else None


def may_revise(material):
    """Return whether who is logged in may start a revision now."""
    control = material.restrictedTraverse("@@iterate_control", None)
    return bool(control and control.checkout_allowed())


def revise(material):
    """Return a new revision of a released material, a draft of who is logged in.

    Ask `may_revise` first.
    """
    return ICheckinCheckoutPolicy(material).checkout(aq_parent(aq_inner(material)))


def discard(revision):
    """Delete a revision and return its original. The right to delete it is asked for."""
    return ICheckinCheckoutPolicy(revision).cancelCheckout()


def take_over(revision, state, action, comment):
    """Put an approved revision in the place of its original and return that.

    The original keeps address, number, creator and journal; it gets the fields, the person who
    changed them last, and the review state that the reviewer has decided on.
    """
    baseline = original_of(revision)
    former, changed = workflows.state_of(baseline), changed_fields(baseline, revision)
    old_path = "/".join(revision.getPhysicalPath())
    aq_base(revision).is_taken_over = True
    original = ICheckinCheckoutPolicy(revision).checkin(comment)
    bring_into(original, state, action, comment)
    IJournal(original).append(
        "transition",
        current_actor().userid,
        action=action,
        comment=comment,
        fields=changed,
        **{"from": former, "to": state},
    )
    # Who decided on the revision is sent back to its address, which is gone.
    getUtility(IRedirectionStorage).add(old_path, "/".join(original.getPhysicalPath()))
    original.reindexObject()
    return original


def bring_into(material, state, action, comment):
    """Set the review state of an original: the decision was taken on its revision."""
    tool = api.portal.get_tool("portal_workflow")
    definition = tool.getWorkflowById(workflow.ID)
    former = workflows.state_of(material)
    status = dict(tool.getStatusOf(workflow.ID, material) or {})
    status.update(
        review_state=state,
        action=action,
        actor=current_actor().userid,
        comments=comment,
        time=material.modified(),
    )
    tool.setStatusOf(workflow.ID, material, status)
    definition.updateRoleMappingsFor(material)
    clock.enter(material, former, state)


def note_step(revision, action, comment):
    """Write into the journal of the original what was decided on its revision."""
    original = original_of(revision)
    if original is not None:
        note(original, action, comment)


def note(material, action, comment=""):
    """Write into the journal of a material what happens to its revision, see entries.REVISION."""
    actor = current_actor().userid
    IJournal(material).append(entries.REVISION, actor, action=action, comment=comment)


def changed_fields(material, revision):
    """Return the names of the fields in which a revision differs, in the order of the form."""
    return [
        name
        for name in getFieldNamesInOrder(IWorkshopMaterial)
        if not changes.same(getattr(material, name), getattr(revision, name))
    ]


def free(original):
    """Let an original be revised again after its revision was deleted without being discarded."""
    erase(original, IBaseline)
    unlockContext(original)
    original.reindexObject(idxs=["review_state"])


def forget(copy):
    """Make a copy of a revision, or of what is being revised, an ordinary material."""
    for marker in (IWorkingCopy, IBaseline):
        erase(copy, marker)
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
        revision.id = f"{original.getId()}{SUFFIX}"
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
class RevisionPolicy(CheckinCheckoutPolicyAdapter):
    """plone.app.iterate's policy; taking over is a decision, not an edit by the reviewer."""

    def checkin(self, checkin_message):
        revision = self.context
        original = self._getBaseline()
        relation = self._get_relation_to_baseline()
        notify(CheckinEvent(revision, original, relation, checkin_message))
        original = RevisionCopier(revision).merge()
        notify(AfterCheckinEvent(original, checkin_message))
        return original
