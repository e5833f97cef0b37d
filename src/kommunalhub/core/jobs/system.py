"""Acting as the system: what falls due is done by nobody's hand."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import UnrestrictedUser
from contextlib import contextmanager
from plone.browserlayer.utils import registered_layers
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.interface import alsoProvides


class SystemUser(UnrestrictedUser):
    """Nobody in particular, with every role: workflow guards ask for roles, not for rights."""

    def getRolesInContext(self, object):
        return self.getRoles()

    def getGroups(self):
        return ()  # not what acquisition would find in the user folder

    getGroupIds = getGroups


@contextmanager
def as_system(portal):
    """Act in the site as the system; afterwards everything is as before.

    The request of `portal` gets the site's layers: guards ask views of ours.
    """
    site, manager = getSite(), getSecurityManager()
    setSite(portal)
    alsoProvides(portal.REQUEST, *registered_layers())
    roles = [role for role in portal.validRoles() if role != "Anonymous"]
    user = SystemUser("system", "", roles, ())
    newSecurityManager(portal.REQUEST, user.__of__(portal.acl_users))
    try:
        yield
    finally:
        setSecurityManager(manager)
        setSite(site)
