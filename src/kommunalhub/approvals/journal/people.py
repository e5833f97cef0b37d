"""What people are called: now, and at the time that an entry of a journal tells of."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.security.guests.operations import is_guest
from kommunalhub.security.userids.book import full_name as person_name


def names_of(userids):
    """Return {user id: full name} of those who have one."""
    found = {userid: person_name(userid) for userid in userids if userid}
    return {userid: name for userid, name in found.items() if name != userid}


def name_in(entry, part="actor"):
    """Return what somebody in an entry of a journal was called then. part: or on_behalf_of.

    Of who acted by a link, without an account, that is said too.
    """
    userid = entry[part]
    name = entry["names"].get(userid) or person_name(userid)
    if not is_guest(userid):
        return name
    return in_site_language(_("name_by_link", default="${who} (by link)", mapping={"who": name}))


def who_acted(name, absent):
    """Return who did something, with whom they did it for; both are names."""
    if not absent:
        return name
    mapping = {"who": name, "absent": absent}
    return _("story_on_behalf", default="${who} on behalf of ${absent}", mapping=mapping)


def as_had_set(system, name):
    """Return the hub itself as who did something that a person had set a time for."""
    mapping = {"who": system, "name": name}
    return _("story_as_had_set", default="${who}, as ${name} had set", mapping=mapping)


def on_behalf(absent):
    """Return for whom something was done: „i. V. für …“."""
    name = person_name(absent)
    return _("on_behalf_of_name", default="on behalf of ${name}", mapping={"name": name})
