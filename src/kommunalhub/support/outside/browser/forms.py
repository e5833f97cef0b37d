"""@@stoerung-ohne-konto: the form for who has no account."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.forms.live import Live
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.core.tools import site_url
from kommunalhub.security.guests.browser.forms import GuestFormPage
from kommunalhub.security.guests.browser.forms import LinkForm
from kommunalhub.support.devices.browser.forms import FromLabel
from kommunalhub.support.learning.browser.mayhelp import MayHelp
from kommunalhub.support.outside import operations
from kommunalhub.support.outside.interfaces import IReportByLink
from plone.autoform.form import AutoExtensibleForm
from z3c.form import button
from z3c.form.form import Form
from z3c.form.group import GroupForm
from zExceptions import NotFound


class ReportForm(LinkForm, FromLabel, HubForm, AutoExtensibleForm, GroupForm, Form):
    """Keeps what was typed until its address is confirmed."""

    schema = IReportByLink
    default_fieldset_label = _("fieldset_ticket", default="The problem")
    ignoreContext = True
    label = _("heading_report_problem", default="Report a problem")
    description = _(
        "report_without_about",
        default="You need no account. We send you a mail with a link; your report reaches us when "
        "you follow it.",
    )
    full = _("error_apply_full", default="At present there is a rush. Please try again tomorrow.")
    what_next = (
        _("next_report_link", default="We send you a link. Please confirm your report by it."),
        _("next_ticket_number", default="Your report gets a number, and support looks at it."),
        _(
            "next_report_follow",
            default="By your link you follow where it stands, answer and add pictures.",
        ),
    )

    @property
    def live(self):
        return Live(
            _("heading_may_help", default="This may help at once"),
            f"{self.context.absolute_url()}/@@may-help",
        )

    def ask(self, values):
        operations.ask(self.request, values)

    @button.buttonAndHandler(_("button_report", default="Report it"), name="send")
    def send(self, action):
        found = MayHelp(self.context, self.request)
        if not self.extractData()[1] and found.is_news():
            # As for who has an account: seen once before it goes, and only what is public.
            found.in_form = True
            self.before_sending = found.template()
            return
        self.send_link()


class ReportPage(GuestFormPage):
    """The page of the form; who has an account reports with it."""

    form = ReportForm
    sent_about = _(
        "report_sent",
        default="If the address ${email} is right, a mail with a link arrives there in a moment. "
        "Only when you have followed it, your report reaches us. Without that, what you typed is "
        "deleted after ${days} days.",
    )
    back_title = _("action_to_support", default="Back to support")

    def __call__(self):
        if not asking.is_anonymous():
            return self.request.response.redirect(f"{site_url()}/@@stoerung-melden")
        if not operations.is_offered():
            raise NotFound(self.__name__)  # no mail can be sent
        return super().__call__()
