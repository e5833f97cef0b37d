"""The forms for objects and their views: one page without tabs."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm


SAVED = _("message_changes_saved", default="The changes are saved.")


class SolidAddForm(HubAddForm):
    """Asks for an object."""

    portal_type = "Solid"
    label = _("heading_add_solid", default="Add a 3D object")
    description = _(
        "heading_add_solid_about",
        default="The file stays on this server. After saving you add views: pictures with words, "
        "for everybody who does not turn the object around.",
    )


class SolidAddPage(HubAddPage):
    """The page of the add form."""

    form = SolidAddForm


class SolidEditForm(HubEditForm):
    """Changes an object."""

    label = _("heading_edit_solid", default="Edit the 3D object")
    success_message = SAVED


class ViewAddForm(HubAddForm):
    """Asks for a view."""

    portal_type = "SolidView"
    label = _("heading_add_view", default="Add a described view")


class ViewAddPage(HubAddPage):
    """The page of the add form."""

    form = ViewAddForm


class ViewEditForm(HubEditForm):
    """Changes a view."""

    label = _("heading_edit_view", default="Edit the view")
    success_message = SAVED


SolidEditPage = edit_page_of(SolidEditForm)
ViewEditPage = edit_page_of(ViewEditForm)
