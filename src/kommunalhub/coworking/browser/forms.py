"""The forms for an application: one page without tabs."""

from kommunalhub import _
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from plone.dexterity.browser.edit import DefaultEditForm
from plone.z3cform import layout


class ApplicationForm:
    """What adding and editing have in common."""

    enable_form_tabbing = False
    default_fieldset_label = _("fieldset_coworking_applicant", default="Applicant")

    def updateActions(self):
        super().updateActions()
        self.actions["save"].title = _("action_save_application", default="Save")


class ApplicationAddForm(ApplicationForm, DefaultAddForm):
    """Asks for a new application; its page then says what comes next."""

    portal_type = "CoworkingApplication"
    label = _("heading_add_application", default="Apply for a workplace")
    description = _(
        "heading_add_application_about",
        default="You save a draft first. On the next page you look at it, add documents if you "
        "like, and send it.",
    )
    success_message = _(
        "message_application_added",
        default="The draft is saved, but not sent yet. Please look at it and then send it.",
    )


class ApplicationAddView(DefaultAddView):
    """The add form in Plone's page."""

    form = ApplicationAddForm


class ApplicationEditForm(ApplicationForm, DefaultEditForm):
    """Changes an application that is not sent yet, or was returned."""

    label = _("heading_edit_application", default="Edit the application")
    description = None
    success_message = _("message_application_saved", default="The changes are saved.")


ApplicationEditView = layout.wrap_form(ApplicationEditForm)
