"""The forms of a programme."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm


PROGRAMME = _("fieldset_programme", default="The programme")


class ProgrammeAddForm(HubAddForm):
    """Adds a programme to the catalogue."""

    portal_type = "FundingProgramme"
    default_fieldset_label = PROGRAMME
    label = _("heading_add_programme", default="Add a funding programme")
    success_message = _("message_programme_added", default="The programme is saved.")


class ProgrammeAddView(HubAddPage):
    """The page of the add form."""

    form = ProgrammeAddForm


class ProgrammeEditForm(HubEditForm):
    """Changes a programme."""

    default_fieldset_label = PROGRAMME
    label = _("heading_edit_programme", default="Edit the funding programme")
    success_message = _("message_changes_saved", default="The changes are saved.")


ProgrammeEditView = edit_page_of(ProgrammeEditForm)
