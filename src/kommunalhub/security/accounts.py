"""Accounts by their e-mail address."""

from kommunalhub.core.private.accounts import find
from plone import api
from secrets import token_hex


ROLES = ("Member",)


def find_login(pas, email):
    """Return the login name of the one person with this address, None for none or several."""
    if "@" not in email:
        return None
    if find(pas, login=email) is not None:
        return pas.applyTransform(email)
    found = {user["userid"] for user in pas.searchUsers(email=email, exact_match=True)}
    person = pas.getUserById(found.pop()) if len(found) == 1 else None
    return None if person is None else person.getUserName()


def is_taken(pas, email):
    """Say whether somebody has this address, as login name or in the profile."""
    return (
        find(pas, login=email) is not None
        or len(pas.searchUsers(email=email, exact_match=True)) > 0
    )


def create(fullname, email, password):
    """Make an account for somebody from outside and return its id, which tells nothing of them.

    They sign in with the address, get the role Member and belong to no group.
    Raises ValueError if the address is taken or the password breaks the rules.
    """
    pas = api.portal.get_tool("acl_users")
    if is_taken(pas, email):
        raise ValueError("This address is taken")
    user_id = f"extern-{token_hex(5)}"
    api.user.create(
        username=user_id,
        email=email,
        password=password,
        roles=ROLES,
        properties={"fullname": fullname},
    )
    pas.updateLoginName(user_id, email)
    return user_id
