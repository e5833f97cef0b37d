"""Who is looking."""


def display_name(user):
    """Return the full name of a member, or the name they sign in with."""
    return user.getProperty("fullname") or user.getUserName()
