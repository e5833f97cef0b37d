"""The add form of a case: one page without tabs, saved as a draft or submitted at once."""

from kommunalhub import _
from kommunalhub.approvals.browser.attachments import WithAttachments
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.operations import decide
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from plone.dexterity.utils import addContentToContainer
from Products.statusmessages.interfaces import IStatusMessage
from z3c.form import button


class CaseAddForm(WithAttachments, HubAddForm):
    """What add forms of cases have in common; a domain sets type, label, description, sentences.

    After saving, the person stands on the page of the case, which says what comes next.
    """

    primary = "submit"
    submit_transition = "submit"
    #: What to tell after saving a draft, and after submitting (translatable).
    saved_message = submitted_message = ""
    case = None

    def add(self, obj):
        self.case = addContentToContainer(self.container, obj)
        self.immediate_view = self.case.absolute_url()
        self.add_sent_files(self.case)

    @button.buttonAndHandler(_("button_save_draft", default="Save as draft"), name="save")
    def handle_save(self, action):
        if self.create_case():
            self.say(self.saved_message)

    @button.buttonAndHandler(_("button_save_and_submit", default="Save and submit"), name="submit")
    def handle_submit(self, action):
        if not self.create_case():
            return
        try:
            decide(self.case, self.submit_transition)
        except ApprovalError as error:  # the draft stays, and its page offers the step again
            self.say(error.args[0], "error")
        else:
            self.say(self.submitted_message)

    @button.buttonAndHandler(_("button_cancel", default="Cancel"), name="cancel")
    def handle_cancel(self, action):
        self.request.response.redirect(self.context.absolute_url())

    def create_case(self):
        """Make the case if everything typed is right, and return whether it was."""
        data, errors = self.extractData()
        if not self.look_at_files() or errors:
            self.status = self.formErrorsMessage
            return False
        self.createAndAdd(data)
        self._finishedAdd = True
        return True

    def say(self, message, kind="info"):
        IStatusMessage(self.request).add(message, type=kind)


class CaseAddView(HubAddPage):
    """The page of the add form."""
