"""Of accounts and groups: PluggableAuthService, PlonePAS, and Plone's tools beside them."""

from Products.PluggableAuthService.PluggableAuthService import _SWALLOWABLE_PLUGIN_EXCEPTIONS


#: What a plugin may raise without keeping anybody from signing in.
SWALLOWED = _SWALLOWABLE_PLUGIN_EXCEPTIONS


def find(users, **by):
    """Return {"id", "login", …} of the one account with this `user_id` or `login`, or None."""
    return users._verifyUser(users.plugins, **by)


def groups_of(users, person, without):
    """Return the ids of the groups that plugins say a person is in, but for some plugins."""
    return users._getGroupsForPrincipal(person, ignore_plugins=without)


def local_roles_on(users, obj):
    """Return {principal: roles} that hold on an object, those of what is around it included."""
    return users._getAllLocalRoles(obj)


def global_roles_of(users, user_id):
    """Return the roles that were given to a person, not to groups of theirs."""
    return users.portal_role_manager._principal_roles.get(user_id, ())


def holders_of(users, roles):
    """Return the ids of those to whom one of these roles was given everywhere: people, groups."""
    given = users.portal_role_manager._principal_roles
    return {who for who, held in given.items() if not roles.isdisjoint(held)}


def claims_in(plugin, token):
    """Return what a valid token of plone.restapi's plugin says, else None."""
    return plugin._decode_token(token)


def asked_resets(tool):
    """Return {key: (user id, until)} of those who may set a new password by a link."""
    return tool._requests


def delete_portrait(tool, user_id):
    tool._deletePortrait(user_id)
