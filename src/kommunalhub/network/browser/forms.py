"""The forms of a hub."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.network import workflow


SISTER = _("fieldset_sister_hub", default="The hub")


class SisterAddForm(HubAddForm):
    """Adds a hub to the list."""

    portal_type = workflow.HUB
    default_fieldset_label = SISTER
    label = _("heading_add_hub", default="Add a hub")
    success_message = _("message_hub_added", default="The hub is in the list.")


class SisterAddView(HubAddPage):
    """The page of the add form."""

    form = SisterAddForm


class SisterEditForm(HubEditForm):
    """Changes a hub."""

    default_fieldset_label = SISTER
    label = _("heading_edit_hub", default="Edit the hub")
    success_message = _("message_changes_saved", default="The changes are saved.")


SisterEditView = edit_page_of(SisterEditForm)
