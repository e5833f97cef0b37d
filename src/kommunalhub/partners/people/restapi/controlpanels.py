"""@controlpanels: plone.restapi asks for the overview's permission only, not for the panel's.

Who may see site setup could change every setting there: mail server, security, types.
"""

from kommunalhub.partners.people.guard import is_limited
from kommunalhub.partners.people.guard import refuse
from plone.restapi.services.controlpanels.add import ControlpanelsAdd
from plone.restapi.services.controlpanels.delete import ControlpanelsDelete
from plone.restapi.services.controlpanels.get import ControlpanelsGet
from plone.restapi.services.controlpanels.update import ControlpanelsUpdate


class _OwnPermission:
    """Answers 403 for a panel whose configlet this person may not open."""

    def panel_by_name(self, name):
        panel = super().panel_by_name(name)
        if panel is not None and is_limited() and getattr(panel, "configlet", None) is None:
            refuse()
        return panel


class HubControlpanelsGet(_OwnPermission, ControlpanelsGet):
    """GET @controlpanels and below."""


class HubControlpanelsUpdate(_OwnPermission, ControlpanelsUpdate):
    """PATCH @controlpanels/<name>."""


class HubControlpanelsAdd(_OwnPermission, ControlpanelsAdd):
    """POST @controlpanels/<name>."""


class HubControlpanelsDelete(_OwnPermission, ControlpanelsDelete):
    """DELETE @controlpanels/<name>/<child>."""
