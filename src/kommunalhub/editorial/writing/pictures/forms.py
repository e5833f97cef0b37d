"""The forms that add and change a picture."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.core.forms.dexterity import HubEditPage
from kommunalhub.editorial.writing.editor.forms import Lean


#: When it appears: a picture does so with the pages that show it.
TIMES = ("dates",)


class Together(Lean):
    """What is shown of a picture stands with it, in one part."""

    default_fieldset_label = _("fieldset_picture", default="Picture")

    def updateFields(self):
        super().updateFields()
        for part in self.groups:
            if part.__name__ == "picture":
                self.fields += part.fields
        self.groups = [part for part in self.groups if part.__name__ not in ("picture", *TIMES)]


class PictureAddForm(Together, HubAddForm):
    """Adds one."""


class PictureAddView(HubAddPage):
    """Its page."""

    form = PictureAddForm


class PictureEditForm(Together, HubEditForm):
    """Changes one."""


class PictureEditView(HubEditPage):
    """Its page."""

    form = PictureEditForm
