"""What the book of accounts that are gone says, see keeper.py."""

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
    user = api.user.get(userid=user_id) if user_id else None
    if user is not None:
        return user.getProperty("fullname") or user_id
    keeper = find_keeper() if user_id else None
    return (keeper is not None and keeper.departed.get(user_id, {}).get("name")) or user_id
