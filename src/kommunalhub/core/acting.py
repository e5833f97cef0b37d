"""Acting as somebody else than who is signed in, for as long as a block lasts.

`as_builder` makes what belongs to the house (sections, pages), `as_system` does what falls due.
`as_anonymous` asks for what everybody may see. As a person: `api.env.adopt_user`.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.SpecialUsers import nobody
from AccessControl.users import UnrestrictedUser
from contextlib import contextmanager
from kommunalhub.core.transactions import opened
from plone import api
from plone.browserlayer.utils import registered_layers
from Testing.makerequest import makerequest
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides

import transaction


def builder(portal):
    """Return a manager whom every permission and workflow guard lets pass.

    Adopted roles would not do: workflow guards look at the roles of the user itself.
    """
    return UnrestrictedUser("builder", "", ["Manager"], "").__of__(portal.acl_users)


def as_builder(portal):
    """Return a context in which the builder acts."""
    return api.env.adopt_user(user=builder(portal))


@contextmanager
def as_anonymous():
    """Act as somebody who is not signed in: for what is the same for everybody."""
    manager = getSecurityManager()
    newSecurityManager(None, nobody)
    try:
        yield
    finally:
        setSecurityManager(manager)


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


@contextmanager
def site_as_system(database, path):
    """Act in a site as the system, with a connection and a request of this thread.

    Yields the site, or None where there is none any more. What is not committed is undone. The
    transactions are those of the thread, which Plone asks for everywhere.
    """
    with opened(database, transaction.manager) as connection:
        app = makerequest(connection.root()["Application"], environ={"HTTP_ACCEPT_LANGUAGE": "de"})
        setRequest(app.REQUEST)
        try:
            portal = app.unrestrictedTraverse(path, None)
            if portal is None:
                yield None
            else:
                with as_system(portal):
                    yield portal
        finally:
            clearRequest()
