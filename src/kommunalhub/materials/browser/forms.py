"""The forms for a material: one page without tabs, and only the administrations of the person."""

from copy import copy
from kommunalhub import _
from kommunalhub.approvals import revisions
from kommunalhub.approvals.browser.addform import CaseAddForm
from kommunalhub.approvals.browser.addform import CaseAddView
from kommunalhub.core import asking
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.rules import FREE_CHOICE
from z3c.form.browser.radio import RadioFieldWidget
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


PARTNER = "IPartnered.partner"


class MaterialForm:
    """What adding and editing have in common."""

    def updateFieldsFromSchemata(self):
        super().updateFieldsFromSchemata()
        self.offer_own_partners()

    def offer_own_partners(self):
        """Let the person choose among their own administrations, without asking if it is one."""
        own = self.partners()
        if PARTNER not in self.fields:
            return
        if FREE_CHOICE & set(asking.roles()):
            self.ask_for_partner()
            return
        if len(own) < 2:
            self.fields = self.fields.omit(PARTNER)
            return
        field = self.ask_for_partner()
        field.vocabularyName = None
        field.vocabulary = SimpleVocabulary(
            [SimpleTerm(partner, title=get_partner(partner).title) for partner in own]
        )

    def ask_for_partner(self):
        """Return the field, with nothing chosen beforehand: nobody files it by accident."""
        field = copy(self.fields[PARTNER].field)
        field.defaultFactory = field.default = None
        self.fields[PARTNER].field = field
        self.fields[PARTNER].widgetFactory = RadioFieldWidget
        return field

    def partners(self):
        return partners_of()


class MaterialAddForm(MaterialForm, CaseAddForm):
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


class MaterialEditForm(MaterialForm, HubEditForm):
    """Changes a draft or a revision."""

    success_message = _("message_material_saved", default="The changes are saved.")

    @property
    def label(self):
        if revisions.is_revision(self.context):
            return _("heading_edit_revision", default="Edit the revision")
        return _("heading_edit_material", default="Edit the training material")

    def partners(self):
        """Return the person's administrations and the one it is filed under now."""
        return tuple(dict.fromkeys((*partners_of(), self.context.partner)))


MaterialEditView = edit_page_of(MaterialEditForm)
