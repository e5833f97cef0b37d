"""Confirm a report, and have a new link sent."""

from kommunalhub import _
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.security.guests.browser.pages import ConfirmPage
from kommunalhub.security.guests.browser.pages import RenewPage
from kommunalhub.support.outside import operations
from kommunalhub.support.outside.interfaces import IReportByLink


class Confirm(ConfirmPage):
    """@@anfrage-bestaetigen."""

    unconfirmed = operations.UNCONFIRMED
    own_page = operations.PAGE
    form_page = "stoerung-ohne-konto"
    heading = _("report_confirm_title", default="Confirm your report")
    about = _(
        "report_confirm_about",
        default="Please look through it once more. It reaches us when you press the button.",
    )
    button = _("action_confirm_report", default="Send the report now")
    known_about = _("report_confirmed_before", default="You have confirmed this report already.")
    known_button = _("action_to_own_ticket", default="To your report")
    gone_heading = _("apply_confirm_gone_title", default="This link is not good any more")
    gone_about = _(
        "report_confirm_gone",
        default="A report must be confirmed within two days. What was typed is deleted by now. "
        "Please report it once more.",
    )
    form_title = _("offer_support", default="Report a problem")
    done = _(
        "message_report_confirmed",
        default="Thank you, support has it. Here you see where it stands, and can add to it.",
    )

    def confirm(self, number, values):
        return operations.confirm(number, values)

    def rows(self):
        """Return [(label, value)] of what was typed."""
        values = dict(self.asked[1])
        for name, of in (("urgency", "urgencies"), ("category", "categories")):
            values[name] = titles_of(f"kommunalhub.support_{of}").get(values.get(name))
        names = ("title", "description", "urgency", "category", "device", *operations.REPORTER)
        return [(IReportByLink[name].title, values.get(name)) for name in names if values.get(name)]


class Renew(RenewPage):
    """@@anfrage-link."""

    heading = _("report_renew_title", default="A new link to your report")
    about = _(
        "report_renew_about",
        default="Enter the address with which you reported it. We send you a mail with the link.",
    )
    sent_about = _(
        "report_renew_done",
        default="If there is a report with the address ${email}, a mail with a new link arrives "
        "there in a moment. It is good for ${days} days.",
    )

    def renew(self, email):
        operations.renew(self.request, email)
