"""Revisions: what is released is changed on a copy, and the copy takes its place once approved.

The copy is a working copy of plone.app.iterate. It has a workflow state and a journal of its own;
what happens to it is noted in the journal of the original too, for the copy goes when it is taken
over. Which types are changed so, what is copied and what follows is up to the offers.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import TakesPlace
from kommunalhub.approvals.journal import entries
from kommunalhub.core import asking
from kommunalhub.core.tools import tool
from plone.app.iterate.dexterity.policy import CheckinCheckoutPolicyAdapter
from plone.app.iterate.dexterity.utils import get_baseline
from plone.app.iterate.dexterity.utils import get_working_copy
from plone.app.iterate.event import AfterCheckinEvent
from plone.app.iterate.event import CheckinEvent
from plone.app.iterate.interfaces import IBaseline
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.app.iterate.interfaces import IObjectCopier
from plone.app.iterate.interfaces import IWorkingCopy
from plone.app.iterate.lock import unlockContext
from plone.app.redirector.interfaces import IRedirectionStorage
from Products.Five.utilities.marker import erase
from zope.component import getUtility
from zope.event import notify


#: What somebody may do who changes something.
MODIFY, START = CHANGING = ("Modify portal content", "iterate : Check out content")
#: Under what lists know that something is a revision of a page that has the same title.
KNOWN = "working_copy"
#: What the short name of a revision ends with.
SUFFIX = "-ueberarbeitung"


def is_revision(obj):
    return IWorkingCopy.providedBy(obj)


def original_of(obj):
    """Return what an object is a revision of, or None."""
    return get_baseline(obj) if is_revision(obj) else None


def revision_of(obj):
    """Return the revision of something released that is being worked on, or None."""
    return get_working_copy(obj) if IBaseline.providedBy(obj) else None


def may_change(obj):
    """Return whether who is logged in changes something: at once, or by a revision of it."""
    return any(asking.may(permission, obj) for permission in CHANGING)


def may_revise(obj):
    """Return whether who is logged in may start a revision now."""
    control = obj.restrictedTraverse("@@iterate_control", None)
    return bool(control and control.checkout_allowed())


def revise(obj):
    """Return a new revision of something released, a draft of who is logged in.

    Ask `may_revise` first.
    """
    return ICheckinCheckoutPolicy(obj).checkout(aq_parent(aq_inner(obj)))


def discard(revision):
    """Delete a revision and return its original. The right to delete it is asked for."""
    return ICheckinCheckoutPolicy(revision).cancelCheckout()


def take_over(revision, state, action, comment, changed):
    """Put an approved revision in the place of its original and return that.

    The original keeps address, creator and journal; it gets what its copier brings, and the review
    state that the reviewer has decided on. changed: names of the fields that differ.
    """
    former = workflows.state_of(original_of(revision))
    decided = IJournal(revision).last(entries.TRANSITION) or {}
    old_path = "/".join(revision.getPhysicalPath())
    original = ICheckinCheckoutPolicy(revision).checkin(comment)
    bring_into(original, state, action, comment)
    notify(TakesPlace(revision, original))
    IJournal(original).append(
        entries.TRANSITION,
        current_actor().userid,
        on_behalf_of=decided.get("on_behalf_of"),
        action=action,
        comment=comment,
        fields=changed,
        **{"from": former, "to": state},
    )
    # Who decided on the revision is sent back to its address, which is gone.
    getUtility(IRedirectionStorage).add(old_path, "/".join(original.getPhysicalPath()))
    return original


def bring_into(obj, state, action, comment):
    """Set the review state of an original: the decision was taken on its revision."""
    workflow = workflows.definition_of(obj.portal_type)
    former = workflows.state_of(obj)
    status = dict(tool("portal_workflow").getStatusOf(workflow.id, obj) or {})
    status.update(
        review_state=state,
        action=action,
        actor=current_actor().userid,
        comments=comment,
        time=obj.modified(),
    )
    tool("portal_workflow").setStatusOf(workflow.id, obj, status)
    workflow.updateRoleMappingsFor(obj)
    clock.enter(obj, former, state)


def note_step(revision, action, comment):
    """Write into the journal of the original what was decided on its revision."""
    original = original_of(revision)
    if original is not None:
        note(original, action, comment)


def note(original, action, comment=""):
    """Write into a journal what happens to a revision, see entries.REVISION."""
    actor = current_actor().userid
    IJournal(original).append(entries.REVISION, actor, action=action, comment=comment)


def free(original):
    """Let an original be revised again after its revision was deleted without being discarded."""
    erase(original, IBaseline)
    unlockContext(original)
    original.reindexObject(idxs=["review_state"])


def forget(copy):
    """Make a copy of a revision, or of what is being revised, an ordinary thing."""
    for marker in (IWorkingCopy, IBaseline):
        erase(copy, marker)


class RevisionPolicy(CheckinCheckoutPolicyAdapter):
    """plone.app.iterate's policy; taking over is a decision, not an edit by the reviewer."""

    def checkin(self, checkin_message):
        revision = self.context
        original = self._getBaseline()
        relation = self._get_relation_to_baseline()
        notify(CheckinEvent(revision, original, relation, checkin_message))
        original = IObjectCopier(revision).merge()
        self.finish(original, checkin_message)
        return original

    def finish(self, original, message):
        """Let plone.app.iterate keep a version and take its lock off."""
        notify(AfterCheckinEvent(original, message))
