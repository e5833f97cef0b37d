"""Plone's users, of whom a request that only reads works out once what they may do on a thing.

A page asks some thirty times whether a person may do this or that. Plone remembers the answer for
each permission; the roles that decide are the same for all of them.
"""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.core.reading import is_remembering
from kommunalhub.core.reading import once
from Products.PlonePAS.plugins.ufactory import PloneUser
from Products.PluggableAuthService.interfaces.plugins import IUserFactoryPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.interface import implementer


class Person(PloneUser):
    """A user in the folder of users that made them."""

    def _getPAS(self):
        # Plone's asks the whole site for the name, and the site asks every field for a default.
        return aq_parent(aq_inner(self))

    def _getLocalRolesPlugins(self):
        plugins = super()._getLocalRolesPlugins()
        if not is_remembering():
            return plugins
        return [(id_, RolesOnce(plugin)) for id_, plugin in plugins]


class RolesOnce:
    """A plugin for local roles that is asked once for each person and thing."""

    def __init__(self, plugin):
        self.plugin = plugin

    def getRolesInContext(self, user, thing):
        return local_roles(self.plugin, user, thing, aq_parent(aq_inner(thing)))

    def checkLocalRolesAllowed(self, user, thing, roles):
        return None if self.getRolesInContext(user, thing).isdisjoint(roles) else 1


@once
def local_roles(plugin, user, thing, _around):
    """Return the roles that a plugin gives a user on a thing there, as a frozenset."""
    return frozenset(plugin.getRolesInContext(user, thing))


@implementer(IUserFactoryPlugin)
class People(BasePlugin):
    """Makes the users of the site."""

    meta_type = "Hub People"
    security = ClassSecurityInfo()

    def __init__(self, id, title=""):
        self._setId(id)
        self.title = title

    @security.private
    def createUser(self, user_id, name):
        """Return a user who is wrapped and given groups and roles by the caller."""
        return Person(user_id, name)


InitializeClass(Person)
InitializeClass(People)
