"""What the book of accounts that are gone says, see keeper.py."""

from kommunalhub.core.persons import is_there
from kommunalhub.core.persons import name_of
from plone import api


KEEPER = "hub_accounts"


def find_keeper():
    """Return the AccountKeeper of the site, or None where there is none."""
    return api.portal.get_tool("acl_users").get(KEEPER)


def is_departed(user_id):
    """Tell whether this was the id of an account that is gone."""
    keeper = find_keeper()
    return keeper is not None and user_id in keeper.departed


def full_name(user_id):
    """Return the full name of a person, also of one whose account is gone; the id without one."""
    if not user_id or is_there(user_id):
        return name_of(user_id)
    keeper = find_keeper()
    return (keeper is not None and keeper.departed.get(user_id, {}).get("name")) or user_id
