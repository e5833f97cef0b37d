"""The PAS plugin that gives substitutes their typed groups, and how it comes and goes."""

from Acquisition import aq_base
from kommunalhub.partners.substitution.rights import lent_to
from kommunalhub.partners.substitution.rights import PLUGIN
from Products.PluggableAuthService.interfaces.plugins import IGroupsPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.interface import implementer


@implementer(IGroupsPlugin)
class SubstituteGroups(BasePlugin):
    """Adds groups such as `malente-reviewers~FundingConsultation`, worked out each time.

    It only says which groups somebody is in: no list of groups and no group's members come from
    it, and it stores nothing.
    """

    meta_type = "kommunalhub substitute groups"

    def __init__(self, id, title=""):
        self._setId(id)
        self.title = title

    def getGroupsForPrincipal(self, principal, request=None):
        if getattr(aq_base(principal), "isGroup", bool)():
            return ()  # asked for every group of a person: it stands in for nobody
        return tuple(lent_to(principal.getId()))


def install(pas):
    """Put the plugin in place; twice is harmless."""
    if PLUGIN not in pas.objectIds():
        pas._setObject(PLUGIN, SubstituteGroups(PLUGIN, "Groups of substitutes"))
    if PLUGIN not in pas.plugins.listPluginIds(IGroupsPlugin):
        pas.plugins.activatePlugin(IGroupsPlugin, PLUGIN)


def uninstall(pas):
    if PLUGIN in pas.objectIds():
        pas.manage_delObjects([PLUGIN])
