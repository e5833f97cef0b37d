"""The forms of a device."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.support.devices import operations


DEVICE = _("fieldset_device", default="The device")


class FromLabel:
    """A form to report something, which names the device whose code led there; a base before it.

    Everything else is for people to write.
    """

    widgets_prefix = "widgets."

    def update(self):
        uid = self.request.form.get("device")
        if self.request.get("REQUEST_METHOD") == "GET" and isinstance(uid, str):
            label = operations.label_by(uid)
            if label:
                self.request.form[f"{self.prefix}{self.widgets_prefix}device"] = label
                self.allow_prefill_from_GET_request = True
        super().update()


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
