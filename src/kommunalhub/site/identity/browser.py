"""@@hub-controlpanel: name, place, theme with its fields, colour and logo of the hub."""

from kommunalhub import _
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.page import SettingsPage
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.site.identity import operations
from kommunalhub.site.identity.interfaces import IIdentity
from kommunalhub.site.identity.interfaces import ILook
from plone.app.registry.browser.controlpanel import RegistryEditForm
from zope.interface import implementer


@implementer(IIdentity, ILook)
class Settings:
    """What the form reads and writes: records of the registry, and what is kept in other ways."""

    def __init__(self, records):
        vars(self)["records"] = records

    def __getattr__(self, name):
        return READ[name]() if name in READ else getattr(vars(self)["records"], name)

    def __setattr__(self, name, value):
        if name in WRITTEN:
            WRITTEN[name](value)
        else:
            setattr(self.records, name, value)


READ = {"theme_fields": operations.theme_fields, "logo": operations.logo}
WRITTEN = {
    "theme_fields": lambda text: operations.change_theme_fields(text or ""),
    "logo": operations.change_logo,
}


class IdentityForm(HubForm, RegistryEditForm):
    """Edits the records of IIdentity."""

    schema = IIdentity
    additionalSchemata = (ILook,)
    schema_prefix = "kommunalhub"
    label = _("title_identity", default="Name, theme and colour")
    description = _(
        "title_identity_about",
        default="What this hub is called, whom it is for, and what it looks like.",
    )

    def getContent(self):
        return Settings(super().getContent())

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        self.widgets["brand_colour"].input_type = "color"


Identity = page_of(IdentityForm, SettingsPage)
