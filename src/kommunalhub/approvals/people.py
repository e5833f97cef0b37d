"""What people are called: now, and at the time that an entry of a journal tells of."""

from kommunalhub.security.userids.book import full_name as person_name


def names_of(userids):
    """Return {user id: full name} of those who have one."""
    found = {userid: person_name(userid) for userid in userids if userid}
    return {userid: name for userid, name in found.items() if name != userid}


def name_in(entry, part="actor"):
    """Return what somebody in an entry of a journal was called then. part: or on_behalf_of."""
    userid = entry[part]
    return entry["names"].get(userid) or person_name(userid)
