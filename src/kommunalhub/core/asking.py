"""Who asks, and what they may do: plone.api's answers without the record of a member around them.

plone.api looks up the member's record and checks its own parameters each time; a page asks for
these three some fifty times.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SpecialUsers import nobody


def userid():
    """Return the id of who is signed in, or None."""
    return getSecurityManager().getUser().getId()


def is_anonymous():
    """Return whether nobody is signed in."""
    return getSecurityManager().getUser().getUserName() == nobody.getUserName()


def may(permission, thing):
    """Return whether who asks has a permission, by its title, on a thing."""
    return bool(getSecurityManager().checkPermission(permission, thing))


def roles():
    """Return the roles of who asks everywhere on the site, as a tuple."""
    return tuple(getSecurityManager().getUser().getRoles())


def roles_on(thing):
    """Return the roles of who asks on a thing, computed ones too."""
    return tuple(getSecurityManager().getUser().getRolesInContext(thing))
