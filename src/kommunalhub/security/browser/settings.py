"""The control panel of signing in."""

from kommunalhub import _
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.page import SettingsPage
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.security.interfaces import ISecuritySettings
from kommunalhub.security.interfaces import PREFIX
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SecuritySettingsForm(HubForm, RegistryEditForm):
    """Edits the records of ISecuritySettings."""

    schema = ISecuritySettings
    schema_prefix = PREFIX
    label = _("title_security", default="Signing in to the hub")
    description = _(
        "title_security_about",
        default="Sessions, passwords, registration and what browsers are told about it.",
    )


SecuritySettings = page_of(SecuritySettingsForm, SettingsPage)
