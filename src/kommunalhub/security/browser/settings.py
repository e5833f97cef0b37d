"""The control panel of signing in."""

from kommunalhub import _
from kommunalhub.security.interfaces import ISecuritySettings
from kommunalhub.security.interfaces import PREFIX
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SecuritySettingsForm(RegistryEditForm):
    """Edits the records of ISecuritySettings."""

    schema = ISecuritySettings
    schema_prefix = PREFIX
    label = _("title_security", default="Signing in to the hub")
    description = _(
        "title_security_about",
        default="Sessions, passwords, registration and what browsers are told about it.",
    )


class SecuritySettings(ControlPanelFormWrapper):
    """The form in Plone's control panel."""

    form = SecuritySettingsForm
