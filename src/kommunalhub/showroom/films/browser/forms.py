"""The forms for a film: one page without tabs."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm


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
