"""The form to report a problem, with what may help at once beside it; and the one to sort it in."""

from kommunalhub import _
from kommunalhub.approvals.browser.attachments import WithAttachments
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.core.forms.live import Live
from kommunalhub.core.messages import filled
from kommunalhub.support import teams
from kommunalhub.support.devices.browser.forms import FromLabel
from kommunalhub.support.learning.browser.mayhelp import MayHelp
from plone.dexterity.utils import addContentToContainer
from Products.statusmessages.interfaces import IStatusMessage
from z3c.form import button


ABOUT = _("fieldset_ticket", default="The problem")
REPORTED = _(
    "message_ticket_reported",
    default="Thank you, support has it; its number is ${number}. Here you see where it stands, and "
    "can add to it.",
)


class TicketAddForm(FromLabel, WithAttachments, HubAddForm):
    """Reports a problem; its page then says by when somebody looks at it."""

    portal_type = "SupportTicket"
    primary = "report"
    default_fieldset_label = ABOUT
    label = _("heading_report_problem", default="Report a problem")
    description = _(
        "heading_report_about",
        default="While you write, you see beside it what may help at once.",
    )
    next_steps = (
        _("next_ticket_number", default="Your report gets a number, and support looks at it."),
        _("next_ticket_talk", default="You can add to it and answer questions on its page."),
        _(
            "next_ticket_solved",
            default="You are told when it is solved; if it is not, open it again.",
        ),
    )
    seen_by_team = _(
        "next_ticket_team",
        default="Colleagues of your administration see its title, its state and what is said.",
    )
    case = None
    takes_photos = True

    @property
    def what_next(self):
        return (*self.next_steps, self.seen_by_team) if teams.mine() else self.next_steps

    @property
    def live(self):
        return Live(
            _("heading_may_help", default="This may help at once"),
            f"{self.context.absolute_url()}/@@may-help",
        )

    def add(self, obj):
        self.case = addContentToContainer(self.container, obj)
        self.immediate_view = self.case.absolute_url()
        self.add_sent_files(self.case)

    @button.buttonAndHandler(_("button_report", default="Report it"), name="report")
    def handle_report(self, action):
        data, errors = self.extractData()
        if not self.look_at_files() or errors:
            self.status = self.formErrorsMessage
            return
        found = MayHelp(self.context, self.request)
        if found.is_news():
            # Who has no script, or was faster than it, sees now what may help.
            found.in_form = True
            self.before_sending = found.template()
            return
        self.createAndAdd(data)
        self._finishedAdd = True
        mapping = {"number": self.case.case_number}
        IStatusMessage(self.request).add(filled(REPORTED, mapping))

    @button.buttonAndHandler(_("button_cancel", default="Cancel"), name="cancel")
    def handle_cancel(self, action):
        self.request.response.redirect(self.context.absolute_url())


class TicketAddView(HubAddPage):
    """The page of the add form."""

    form = TicketAddForm


class TicketEditForm(HubEditForm):
    """Sorts a ticket in: what it is about, how urgent it is."""

    default_fieldset_label = ABOUT
    label = _("heading_edit_ticket", default="Edit the ticket")
    success_message = _("message_ticket_saved", default="The changes are saved.")


TicketEditView = edit_page_of(TicketEditForm)
