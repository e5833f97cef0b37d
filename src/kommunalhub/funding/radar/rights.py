"""Who may see and keep which profiles: a person their own, people those of their administration."""

from kommunalhub.core import asking
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.partners.operations import partner_ids
from kommunalhub.partners.operations import partners_of


#: They keep the profiles of all administrations.
OF_ALL = frozenset({"Consultant", "HubManager", "Manager"})


def is_for_all():
    return bool(OF_ALL.intersection(asking.roles()))


def seen_partners():
    """Return the ids of the administrations whose profiles who asks may see."""
    return partner_ids() if is_for_all() else partners_of()


def kept_partners():
    """Return the ids of those whose profiles who asks may make and change: their editors do."""
    if is_for_all():
        return partner_ids()
    groups = set(groups_of_user())
    return tuple(name for name in partners_of() if f"{name}-editors" in groups)


def may_see(profile):
    if profile.partner:
        return profile.partner in seen_partners()
    return profile.userid == asking.userid()


def may_keep(profile):
    if profile.partner:
        return profile.partner in kept_partners()
    return profile.userid == asking.userid()


def may_listen(profile):
    """Return whether who asks can hear of a profile, or not: people of its administration."""
    return bool(profile.partner) and profile.partner in partners_of()
