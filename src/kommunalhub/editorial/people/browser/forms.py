"""The forms of a position."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm


POSITION = _("fieldset_position", default="The position")


class PositionAddForm(HubAddForm):
    """Adds a position."""

    portal_type = "Position"
    default_fieldset_label = POSITION
    label = _("heading_add_position", default="Add a position")
    success_message = _(
        "message_position_added",
        default="The position is added. Your own administration sees it; you can show it to others "
        "on this page.",
    )


class PositionAddView(HubAddPage):
    """The page of the add form."""

    form = PositionAddForm


class PositionEditForm(HubEditForm):
    """Changes a position."""

    default_fieldset_label = POSITION
    label = _("heading_edit_position", default="Edit the position")
    success_message = _("message_changes_saved", default="The changes are saved.")


PositionEditView = edit_page_of(PositionEditForm)
