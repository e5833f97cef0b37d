"""Confirm an application, and have a new link sent."""

from kommunalhub import _
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.coworking.outside import operations
from kommunalhub.coworking.period import period_text
from kommunalhub.security.guests.browser.pages import ConfirmPage
from kommunalhub.security.guests.browser.pages import RenewPage


class Confirm(ConfirmPage):
    """@@antrag-bestaetigen."""

    unconfirmed = operations.UNCONFIRMED
    own_page = operations.PAGE
    form_page = "antrag-ohne-konto"
    heading = _("apply_confirm_title", default="Confirm your application")
    about = _(
        "apply_confirm_about",
        default="Please look through it once more. It reaches us when you press the button.",
    )
    button = _("action_confirm_application", default="Send the application now")
    known_about = _(
        "apply_confirmed_before", default="You have confirmed this application already."
    )
    known_button = _("action_to_application", default="To your application")
    gone_heading = _("apply_confirm_gone_title", default="This link is not good any more")
    gone_about = _(
        "apply_confirm_gone",
        default="An application must be confirmed within two days. What was typed is deleted by "
        "now. Please apply once more.",
    )
    form_title = _("door_coworking", default="Apply for a workplace")
    done = _(
        "message_application_submitted",
        default="Your application is sent. Here you can see at any time where it stands.",
    )

    def confirm(self, number, values):
        try:
            return operations.confirm(number, values)
        except ApprovalError as error:
            self.problem = error.args[0]
            return None

    def rows(self):
        """Return [(label, value)] of what was asked for."""
        values = self.asked[1]
        kinds = titles_of("kommunalhub.coworking_space_kinds")
        rows = [
            (_("label_applicant_name", default="Contact person"), values["contact_name"]),
            (_("label_organisation", default="Organisation"), values.get("organisation")),
            (
                _("label_application_space_kind", default="What do you need?"),
                kinds.get(values["space_kind"]),
            ),
            (_("label_period", default="Period"), period_text(values["start"], values["end"])),
            (_("label_purpose", default="Purpose"), values["purpose"]),
        ]
        return [row for row in rows if row[1]]


class Renew(RenewPage):
    """@@antrag-link."""

    heading = _("apply_renew_title", default="A new link to your application")
    about = _(
        "apply_renew_about",
        default="Enter the address with which you applied. We send you a mail with the link.",
    )
    sent_about = _(
        "apply_renew_done",
        default="If there is an application with the address ${email}, a mail with a new link "
        "arrives there in a moment. It is good for ${days} days.",
    )

    def renew(self, email):
        operations.renew(self.request, email)
