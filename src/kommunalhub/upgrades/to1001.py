"""1001: training materials have a room of their own; people are made by a plugin of ours."""

from kommunalhub.security.person import People
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IUserFactoryPlugin

import logging


logger = logging.getLogger(__name__)
PLUGIN = "hub_people"
TYPE = "WorkshopMaterial"
PLACES = {
    "klass": "kommunalhub.materials.content.WorkshopMaterial",
    "schema": "kommunalhub.materials.interfaces.IWorkshopMaterial",
}


def move_materials(setup):
    """Let the type of training materials find its class and schema where they are now."""
    fti = api.portal.get_tool("portal_types")[TYPE]
    changed = {name: value for name, value in PLACES.items() if getattr(fti, name) != value}
    fti.manage_changeProperties(**changed)
    logger.info("%s: %s properties changed", TYPE, len(changed))


def add_people(setup):
    """Put the plugin that makes users of ours before Plone's."""
    pas = api.portal.get_tool("acl_users")
    if PLUGIN not in pas.objectIds():
        pas._setObject(PLUGIN, People(PLUGIN, "Works out rights once in a request"))
        logger.info("%s added", PLUGIN)
    if PLUGIN not in pas.plugins.listPluginIds(IUserFactoryPlugin):
        pas.plugins.activatePlugin(IUserFactoryPlugin, PLUGIN)
    pas.plugins.movePluginsTop(IUserFactoryPlugin, [PLUGIN])
