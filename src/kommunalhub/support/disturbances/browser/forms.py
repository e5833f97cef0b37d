"""The forms of a disturbance."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.core.tools import catalog
from kommunalhub.support import workflow as tickets


DISTURBANCE = _("fieldset_disturbance", default="The disturbance")


class DisturbanceAddForm(HubAddForm):
    """Publishes a disturbance: at once, or from the time on that it says."""

    portal_type = "Disturbance"
    default_fieldset_label = DISTURBANCE
    label = _("heading_add_disturbance", default="Publish a disturbance")
    description = _(
        "heading_add_disturbance_about",
        default="It stands on all pages of those whom it concerns until it is over.",
    )
    success_message = _("message_disturbance_added", default="The disturbance is published.")

    def update(self):
        """Begin with what a ticket says that many have reported."""
        uid = self.request.form.get("ticket")
        if self.request.get("REQUEST_METHOD") == "GET" and isinstance(uid, str) and uid:
            for brain in catalog()(UID=uid, portal_type=tickets.TYPE):
                extra = brain.case_extra or {}
                begun = {
                    "title": brain.Title[:120],
                    "category": [extra.get("category") or ""],
                    "device": extra.get("device") or "",
                }
                self.request.form.update({f"form.widgets.{n}": v for n, v in begun.items()})
                self.allow_prefill_from_GET_request = True
        super().update()


class DisturbanceAddView(HubAddPage):
    """The page of the add form."""

    form = DisturbanceAddForm


class DisturbanceEditForm(HubEditForm):
    """Changes a disturbance."""

    default_fieldset_label = DISTURBANCE
    label = _("heading_edit_disturbance", default="Edit the disturbance")
    success_message = _("message_changes_saved", default="The changes are saved.")


DisturbanceEditView = edit_page_of(DisturbanceEditForm)
