"""The forms for a material: one page without tabs, and only the administrations of the person."""

from kommunalhub import _
from kommunalhub.approvals import revisions
from kommunalhub.approvals.browser.addform import CaseAddForm
from kommunalhub.approvals.browser.addform import CaseAddView
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.partners.browser.choosing import OwnPartners
from kommunalhub.partners.browser.choosing import OwnPartnersAndKept


class MaterialAddForm(OwnPartners, CaseAddForm):
    """Asks for a new material; the page of the material then says what comes next."""

    portal_type = "WorkshopMaterial"
    label = _("heading_add_material", default="Submit a training material")
    description = _(
        "heading_add_material_about",
        default="Save a draft if you want to look at it first, or submit it for review at once.",
    )
    what_next = (
        _("next_material_reviewed", default="The reviewers of the administration look at it."),
        _(
            "next_material_found",
            default="Once released it is found in the search and the library.",
        ),
    )
    saved_message = _(
        "message_material_added",
        default="The draft is saved. Please look at it and then submit it for review.",
    )
    submitted_message = _(
        "message_material_submitted",
        default="The material is submitted. The reviewers of your administration decide now; "
        "you can follow it here.",
    )


class MaterialAddView(CaseAddView):
    """The page of the add form."""

    form = MaterialAddForm


class MaterialEditForm(OwnPartnersAndKept, HubEditForm):
    """Changes a draft or a revision."""

    success_message = _("message_material_saved", default="The changes are saved.")

    @property
    def label(self):
        if revisions.is_revision(self.context):
            return _("heading_edit_revision", default="Edit the revision")
        return _("heading_edit_material", default="Edit the training material")


MaterialEditView = edit_page_of(MaterialEditForm)
