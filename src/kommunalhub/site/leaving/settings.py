"""What happens to the site's settings when the add-on goes."""

from kommunalhub.core.private import setup as private
from kommunalhub.site.leaving.content import own_types
from lxml import etree
from plone import api
from plone.registry.interfaces import IRegistry
from Products.GenericSetup.rolemap import RolemapImportConfigurator
from zope.component import getUtility


DEFAULT = "profile-kommunalhub:default"
CACHING_RULES = "plone.caching.interfaces.ICacheSettings.operationMapping"
#: Profiles of Plone that say who may do what; a later one wins.
PLONES_ROLEMAPS = (
    "profile-Products.CMFPlone:plone",
    "profile-Products.CMFEditions:CMFEditions",
    "profile-plone.app.event:default",
    "profile-plone.app.contenttypes:default",
    "profile-plone.app.iterate:default",
    "profile-plone.restapi:default",
)


def remove_types_and_workflows(tool):
    """Remove our types and the workflows of the default profile."""
    types = api.portal.get_tool("portal_types")
    workflows = api.portal.get_tool("portal_workflow")
    for portal_type in own_types():
        private.forget_chain(workflows, portal_type)
        types._delObject(portal_type)
    for node in _brought(tool, "workflows.xml").findall("object"):
        if node.get("name") in workflows:
            workflows._delObject(node.get("name"))


def remove_indexes(tool):
    """Remove the indexes and metadata columns of the default profile."""
    catalog = api.portal.get_tool("portal_catalog")
    for node in _brought(tool, "catalog.xml"):
        if node.tag == "index" and node.get("name") in catalog.indexes():
            catalog.delIndex(node.get("name"))
        elif node.tag == "column" and node.get("value") in catalog.schema():
            catalog.delColumn(node.get("value"))


def reset_registry(tool):
    """Remove our records and give Plone's that we changed their own defaults."""
    registry = getUtility(IRegistry)
    rules = dict(registry.get(CACHING_RULES) or {})
    for name, keys in _changed_records(tool):
        if name == CACHING_RULES:
            registry[name] = {rule: how for rule, how in rules.items() if rule not in keys}
        elif name in registry.records:
            registry[name] = registry.records[name].field.default
    for name in [name for name in registry.records if "kommunalhub" in name]:
        del registry.records[name]


def reset_permissions(tool, portal):
    """Remove our roles and let Plone's own profiles say again who may do what."""
    brought = _rolemap(tool, portal, DEFAULT)
    plones = {}
    for profile in PLONES_ROLEMAPS:
        plones |= {entry["name"]: entry for entry in _rolemap(tool, portal, profile)["permissions"]}
    for entry in brought["permissions"]:
        default = plones.get(entry["name"], {"roles": [], "acquire": True})
        portal.manage_permission(entry["name"], list(default["roles"]), default["acquire"])
    manager = portal.acl_users.portal_role_manager
    for role in brought["roles"]:
        private.delete_roles(portal, [role])
        if role in manager.listRoleIds():
            manager.removeRole(role)


def _changed_records(tool):
    """Yield (name, keys) of each record of Plone that the default profile gives another value.

    keys: those set in it, where the record is a mapping.
    """
    context = private.import_context(tool, DEFAULT)
    for file in context.listDirectory("registry"):
        root = etree.fromstring(context.readDataFile(file, "registry"))
        changed = {
            node.get("name"): {element.get("key") for element in node.iter("element")}
            for node in root.iter("record")
        }
        for node in root.iter("records"):
            prefix = node.get("prefix", node.get("interface"))
            changed |= {f"{prefix}.{value.get('key')}": set() for value in node.iter("value")}
        yield from ((name, keys) for name, keys in changed.items() if "kommunalhub" not in name)


def _rolemap(tool, portal, profile):
    text = private.import_context(tool, profile).readDataFile("rolemap.xml")
    return RolemapImportConfigurator(portal).parseXML(text)


def _brought(tool, name):
    return etree.fromstring(private.import_context(tool, DEFAULT).readDataFile(name))
