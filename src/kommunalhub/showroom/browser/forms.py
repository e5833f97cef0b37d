"""The forms for an exhibit and for pictures in it: one page without tabs."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.partners.browser.choosing import OwnPartners
from kommunalhub.partners.browser.choosing import OwnPartnersAndKept
from kommunalhub.showroom.schemas import POSTER
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


#: Where the page of an exhibit tells what is missing.
GAPS = "luecken"
#: Asked for only where there is something to choose.
CHOICES = {
    "sign_film": "films",
    "related": "exhibits",
    "workshops": "workshops",
    "projects": "projects",
    "visit_space": "halls",
}


class ExhibitForm:
    """What adding and editing have in common."""

    default_fieldset_label = _("fieldset_exhibit_what", default="What it is")

    def updateFieldsFromSchemata(self):
        super().updateFieldsFromSchemata()
        for part in self.groups:
            if part.__name__ == "picture":  # the behaviour of its cut calls it a picture
                part.label = POSTER
        self.leave_out_empty()

    def leave_out_empty(self):
        """Ask for nothing that has no answer yet."""
        for name, vocabulary in CHOICES.items():
            factory = getUtility(IVocabularyFactory, f"kommunalhub.showroom.{vocabulary}")
            if not len(factory(self.context)):
                self.leave_out(name)

    def leave_out(self, name):
        for part in (self, *self.groups):
            if name in part.fields:
                part.fields = part.fields.omit(name)


class ExhibitAddForm(ExhibitForm, OwnPartners, HubAddForm):
    """Asks for a new exhibit; its page then says what is missing."""

    portal_type = "Exhibit"
    label = _("heading_add_exhibit", default="Make an exhibit")
    description = _(
        "heading_add_exhibit_about",
        default="Title and kind are enough for a beginning. Media come afterwards, and the page of "
        "the exhibit says what is missing.",
    )
    what_next = (
        _("next_exhibit_media", default="You add scenes, films, objects or pictures to it."),
        _("next_exhibit_gaps", default="Its page tells what is missing before everybody sees it."),
        _("next_exhibit_review", default="The reviewers of your administration publish it."),
    )
    success_message = _(
        "message_exhibit_added",
        default="The exhibit is there, as a draft. Below stands what comes next.",
    )

    def nextURL(self):
        """Lead to what is missing, where the next step is offered; back to the list on cancel."""
        made = self.immediate_view
        return f"{made.removesuffix('/view')}#{GAPS}" if made else super().nextURL()


class ExhibitAddPage(HubAddPage):
    """The page of the add form."""

    form = ExhibitAddForm


class ExhibitEditForm(ExhibitForm, OwnPartnersAndKept, HubEditForm):
    """Changes an exhibit that is not released."""

    label = _("heading_edit_exhibit", default="Edit the exhibit")
    success_message = _("message_changes_saved", default="The changes are saved.")
    #: What else may be written over REST, see security/fields.
    further = ("livestream",)


class PictureAddForm(HubAddForm):
    """Asks for a picture of the gallery."""

    portal_type = "ExhibitPicture"
    label = _("heading_add_exhibit_picture", default="Add a picture")


class PictureAddPage(HubAddPage):
    """The page of the add form."""

    form = PictureAddForm


class PictureEditForm(HubEditForm):
    """Changes a picture of the gallery."""

    label = _("heading_edit_exhibit_picture", default="Edit the picture")
    success_message = _("message_changes_saved", default="The changes are saved.")


ExhibitEditPage = edit_page_of(ExhibitEditForm)
PictureEditPage = edit_page_of(PictureEditForm)
