"""The forms for a film: one page without tabs."""

from kommunalhub import _
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.core.forms.page import page_of
from kommunalhub.showroom.films import operations
from kommunalhub.showroom.films.interfaces import IFilm
from z3c.form.field import Fields
from z3c.form.form import Form


class FilmAddForm(HubAddForm):
    """Asks for a film."""

    portal_type = "Film"
    label = _("heading_add_film", default="Add a film")
    description = _(
        "heading_add_film_about",
        default="The film stays on this server. With captions everybody can follow it, and the "
        "search finds what is said in it.",
    )


class FilmAddPage(HubAddPage):
    """The page of the add form."""

    form = FilmAddForm


class FilmEditForm(HubEditForm):
    """Changes a film."""

    label = _("heading_edit_film", default="Edit the film")
    success_message = _("message_changes_saved", default="The changes are saved.")


FilmEditPage = edit_page_of(FilmEditForm)


class CompleteForm(ActingForm, Form):
    """Brings what was promised while others see the film; what is left empty stays as it is."""

    fields = Fields(IFilm).select("captions", "transcript", "described")
    once = False
    label = _("heading_complete_film", default="Bring the words of the film")
    description = _(
        "heading_complete_film_about",
        default="The exhibit stays as it is and where it is. What you leave empty is not changed.",
    )

    @property
    def leave_url(self):
        return self.context.absolute_url()

    def act(self, data):
        operations.complete(self.context, data)
        return self.leave_url, _("message_film_completed", default="Thank you, it is saved.")


CompletePage = page_of(CompleteForm)
