"""The forms for an application: one page without tabs."""

from kommunalhub import _
from kommunalhub.approvals.browser.addform import CaseAddForm
from kommunalhub.approvals.browser.addform import CaseAddView
from plone.dexterity.browser.edit import DefaultEditForm
from plone.dexterity.interfaces import IDexterityEditForm
from plone.z3cform import layout
from zope.interface import classImplements


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


class ApplicationEditForm(DefaultEditForm):
    """Changes an application that is not sent yet, or was returned."""

    enable_form_tabbing = False
    default_fieldset_label = APPLICANT
    label = _("heading_edit_application", default="Edit the application")
    description = None
    success_message = _("message_application_saved", default="The changes are saved.")


ApplicationEditView = layout.wrap_form(ApplicationEditForm)
classImplements(ApplicationEditView, IDexterityEditForm)
