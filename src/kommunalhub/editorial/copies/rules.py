"""Who changes a page in which state, at once or by a copy. Pure."""

from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.approvals.pages import RELEASED


#: Who writes for an administration. On what is public they work on a copy.
EDITOR = "Editor"
#: Who starts a copy of what is released: who writes, and who looks after all content.
STARTING = (EDITOR, "HubManager", "Manager")
NOBODY_ELSE = ("Manager",)


def changing_roles(roles, state):
    """Return the roles that change a page at once, from those of its state.

    >>> changing_roles(("Editor", "HubManager"), "internal")
    ('Editor', 'HubManager')
    >>> changing_roles(("Editor", "HubManager"), "public")
    ('HubManager',)
    """
    return tuple(role for role in roles if role != EDITOR) if state == PUBLIC else tuple(roles)


def starting_roles(state, is_copy=False):
    """Return the roles that start a copy of a page in a state; there is no copy of a copy.

    >>> starting_roles("public"), starting_roles("draft"), starting_roles("internal", is_copy=True)
    (('Editor', 'HubManager', 'Manager'), ('Manager',), ('Manager',))
    """
    return STARTING if state in RELEASED and not is_copy else NOBODY_ELSE
