"""The id of a new account: its user name, in small letters as people sign in with it."""

from kommunalhub.core import registry
from kommunalhub.security.settings import is_installed
from plone import api


def id_of_new(data):
    """Return the id for {"username", …}, None where Plone makes it from something else.

    Plone would make an account under the name as it was typed, which nobody finds by that name,
    for all user names are compared in small letters.
    """
    name = data.get("username")
    if not is_installed() or not isinstance(name, str):
        return None
    if registry.read("plone.use_uuid_as_userid") or registry.read("plone.use_email_as_login"):
        return None
    return api.portal.get_tool("acl_users").applyTransform(name)
