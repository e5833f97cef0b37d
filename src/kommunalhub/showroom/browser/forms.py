"""The forms for an exhibit and for pictures in it: one page without tabs."""

from copy import copy
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.rules import FREE_CHOICE
from z3c.form.browser.radio import RadioFieldWidget
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


PARTNER = "IPartnered.partner"
#: Asked for only where there is something to choose.
CHOICES = ("sign_film", "related", "workshops", "projects")


class ExhibitForm:
    """What adding and editing have in common."""

    default_fieldset_label = _("fieldset_exhibit_what", default="What it is")

    def updateFieldsFromSchemata(self):
        super().updateFieldsFromSchemata()
        self.leave_out_empty()
        self.offer_own_partners()

    def leave_out_empty(self):
        """Ask for nothing that has no answer yet."""
        for name in CHOICES:
            vocabulary = f"kommunalhub.showroom.{'films' if name == 'sign_film' else name}"
            if name == "related":
                vocabulary = "kommunalhub.showroom.exhibits"
            if not len(getUtility(IVocabularyFactory, vocabulary)(self.context)):
                self.leave_out(name)

    def leave_out(self, name):
        for part in (self, *self.groups):
            if name in part.fields:
                part.fields = part.fields.omit(name)

    def offer_own_partners(self):
        """Let people choose among their own administrations, without asking if it is one."""
        if PARTNER not in self.fields:
            return
        own = self.partners()
        is_free = bool(FREE_CHOICE & set(asking.roles()))
        if not is_free and len(own) < 2:
            self.fields = self.fields.omit(PARTNER)
            return
        field = copy(self.fields[PARTNER].field)
        field.defaultFactory = field.default = None
        if not is_free:
            field.vocabularyName = None
            field.vocabulary = SimpleVocabulary(
                [SimpleTerm(partner, title=get_partner(partner).title) for partner in own]
            )
        self.fields[PARTNER].field = field
        self.fields[PARTNER].widgetFactory = RadioFieldWidget

    def partners(self):
        return partners_of()


class ExhibitAddForm(ExhibitForm, HubAddForm):
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


class ExhibitAddPage(HubAddPage):
    """The page of the add form."""

    form = ExhibitAddForm


class ExhibitEditForm(ExhibitForm, HubEditForm):
    """Changes an exhibit that is not released."""

    label = _("heading_edit_exhibit", default="Edit the exhibit")
    success_message = _("message_changes_saved", default="The changes are saved.")

    def partners(self):
        """Return the person's administrations and the one it is filed under now."""
        return tuple(dict.fromkeys((*partners_of(), self.context.partner)))


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
