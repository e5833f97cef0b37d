"""The forms of a project itself: one page without tabs."""

from kommunalhub import _
from kommunalhub.approvals.browser.addform import CaseAddForm
from kommunalhub.approvals.browser.addform import CaseAddView
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.projects import workflow


ABOUT = _("fieldset_project_about", default="What it is about")


class ProjectAddForm(CaseAddForm):
    """Writes an idea down; milestones follow on its page, then the partners are asked."""

    portal_type = workflow.TYPE
    primary = "save"
    default_fieldset_label = ABOUT
    label = _("heading_add_project", default="Propose a project")
    description = _(
        "heading_add_project_about",
        default="It begins as an idea that only you and the management of the hub see.",
    )
    what_next = (
        _("next_project_milestones", default="On its page you enter the milestones."),
        _("next_project_propose", default="Then you propose it: all partners are asked."),
        _("next_project_agreed", default="Once all have agreed you can start."),
    )
    saved_message = _(
        "message_project_added",
        default="The idea is saved. Please enter the milestones, then propose it to the partners.",
    )
    buttons = CaseAddForm.buttons.omit("submit")
    handlers = CaseAddForm.handlers


class ProjectAddView(CaseAddView):
    """The page of the add form."""

    form = ProjectAddForm


class ProjectEditForm(HubEditForm):
    """Changes an idea; later what is not part of the agreement."""

    default_fieldset_label = ABOUT
    label = _("heading_edit_project", default="Edit the project")
    success_message = _("message_project_saved", default="The changes are saved.")


ProjectEditView = edit_page_of(ProjectEditForm)
