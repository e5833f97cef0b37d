"""The forms of a device."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm


DEVICE = _("fieldset_device", default="The device")


class DeviceAddForm(HubAddForm):
    """Adds a device to the list."""

    portal_type = "Device"
    default_fieldset_label = DEVICE
    label = _("heading_add_device", default="Add a device")
    success_message = _("message_device_added", default="The device is in the list.")


class DeviceAddView(HubAddPage):
    """The page of the add form."""

    form = DeviceAddForm


class DeviceEditForm(HubEditForm):
    """Changes a device."""

    default_fieldset_label = DEVICE
    label = _("heading_edit_device", default="Edit the device")
    success_message = _("message_changes_saved", default="The changes are saved.")


DeviceEditView = edit_page_of(DeviceEditForm)
