"""The forms for a space."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm


SPACE = _("fieldset_space", default="The space")


class SpaceAddForm(HubAddForm):
    """Adds a desk, an office or a meeting room."""

    portal_type = "Space"
    default_fieldset_label = SPACE
    label = _("heading_add_space", default="Add a space")
    success_message = _("message_space_added", default="The space is saved.")


class SpaceAddView(HubAddPage):
    """The page of the add form."""

    form = SpaceAddForm


class SpaceEditForm(HubEditForm):
    """Changes a space."""

    default_fieldset_label = SPACE
    label = _("heading_edit_space", default="Edit the space")
    success_message = _("message_changes_saved", default="The changes are saved.")


SpaceEditView = edit_page_of(SpaceEditForm)
