"""The forms for an application: one page without tabs."""

from kommunalhub import _
from kommunalhub.approvals.browser.addform import CaseAddForm
from kommunalhub.approvals.browser.addform import CaseAddView
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubEditForm


APPLICANT = _("fieldset_coworking_applicant", default="Applicant")


class ApplicationAddForm(CaseAddForm):
    """Asks for a new application; its page then says what comes next."""

    portal_type = "CoworkingApplication"
    default_fieldset_label = APPLICANT
    label = _("heading_add_application", default="Apply for a workplace")
    description = _(
        "heading_add_application_about",
        default="Save a draft if you want to look at it first or add documents, or send it at "
        "once.",
    )
    what_next = (
        _("next_application_sent", default="You can send the application at once or look at it."),
        _(
            "next_application_decided",
            default="The host decides; for others than "
            "administrations the operator of the hub agrees too.",
        ),
        _(
            "next_application_follow",
            default="We write to you at each step, and you can see where it stands at any time.",
        ),
    )
    saved_message = _(
        "message_application_added",
        default="The draft is saved, but not sent yet. Please look at it and then send it.",
    )
    submitted_message = _(
        "message_application_submitted",
        default="Your application is sent. Here you can see at any time where it stands.",
    )


class ApplicationAddView(CaseAddView):
    """The page of the add form."""

    form = ApplicationAddForm


class ApplicationEditForm(HubEditForm):
    """Changes an application that is not sent yet, or was returned."""

    default_fieldset_label = APPLICANT
    label = _("heading_edit_application", default="Edit the application")
    success_message = _("message_application_saved", default="The changes are saved.")


ApplicationEditView = edit_page_of(ApplicationEditForm)
