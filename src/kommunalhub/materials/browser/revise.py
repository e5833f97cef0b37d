"""Starting and discarding a revision of a released material."""

from kommunalhub import _
from kommunalhub.approvals import revisions
from kommunalhub.core import asking
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from zExceptions import Unauthorized


class RevisionAction(BrowserView):
    """A button: POST changes something, GET leads back to the page."""

    def __call__(self):
        target = self.context
        if self.request.method == "POST":
            check_authenticator(self.request)
            target = self.act()
        self.request.response.redirect(target.absolute_url(), status=303)

    def say(self, message, kind="info"):
        IStatusMessage(self.request).add(message, type=kind)


class Revise(RevisionAction):
    """@@revise: start a revision and show it; show the one that is there already."""

    def act(self):
        existing = revisions.revision_of(self.context)
        if existing is not None:
            self.say(
                _("message_revision_exists", default="There is already a revision."), "warning"
            )
            visible = asking.may("View", existing)
            return existing if visible else self.context
        if not revisions.may_revise(self.context):
            raise Unauthorized("This material cannot be revised by this person now.")
        revision = revisions.revise(self.context)
        self.say(
            _(
                "message_revision_started",
                default="This is your revision. The released material stays readable until a "
                "reviewer has approved the revision.",
            )
        )
        return revision


class Discard(RevisionAction):
    """@@discard-revision: delete a revision and show its original."""

    def act(self):
        if revisions.original_of(self.context) is None:
            return self.context
        original = revisions.discard(self.context)
        self.say(_("message_revision_discarded", default="The revision was discarded."))
        return original
