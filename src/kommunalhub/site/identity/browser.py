"""@@hub-controlpanel: name, place, theme and colour of the hub."""

from kommunalhub import _
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.page import SettingsPage
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.site.identity.interfaces import IIdentity
from plone.app.registry.browser.controlpanel import RegistryEditForm


class IdentityForm(HubForm, RegistryEditForm):
    """Edits the records of IIdentity."""

    schema = IIdentity
    schema_prefix = "kommunalhub"
    label = _("title_identity", default="Name, theme and colour")
    description = _(
        "title_identity_about",
        default="What this hub is called, whom it is for, and what it looks like.",
    )

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        self.widgets["brand_colour"].input_type = "color"


Identity = page_of(IdentityForm, SettingsPage)
