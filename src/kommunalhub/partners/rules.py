"""Who belongs to which partner and what follows from it: pure, nothing of Plone in here."""

from functools import lru_cache
from kommunalhub.partners.tokens import HUB_FUNCTIONS
from kommunalhub.partners.tokens import passes
from kommunalhub.partners.tokens import typed
from types import MappingProxyType

import re


# What a partner's people do; the group of a function is `<partner>-<function>`.
FUNCTIONS = ("staff", "editors", "reviewers")

# Held on the partner's own objects, nowhere else.
LOCAL_ROLES = MappingProxyType(
    {
        "staff": ("Colleague",),
        "editors": ("Colleague", "Editor"),
        "reviewers": ("Colleague", "Reviewer"),
    }
)
CONSENTER = "Consenter"

# Held everywhere, through the group.
GLOBAL_ROLES = MappingProxyType(
    {
        "staff": ("Staff",),
        "editors": ("Staff", "Author"),
        "reviewers": ("Staff",),
    }
)
HUB_GROUPS = MappingProxyType(
    {
        "hub-consultants": ("Staff", "Consultant"),
        "hub-trainers": ("Staff", "Trainer", "Author"),
        "hub-support": ("Staff", "SupportAgent"),
        "hub-managers": ("Staff", "HubManager"),
    }
)

# Who works for all partners may file an object under any of them.
FREE_CHOICE = frozenset({"Consultant", "Trainer", "SupportAgent", "HubManager", "Manager"})
# Who administers the system finds everybody, but is nobody's colleague.
UNLIMITED_ROLES = frozenset({"Manager", "Site Administrator"})

PARTNER_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ID_LENGTH = (2, 30)
# `hub-...` groups are the hub's own; the others would hide pages of Plone in the partner folders.
RESERVED_IDS = frozenset(
    {"hub", "site", "plone", "admin", "view", "edit", "delete", "sharing", "login", "search"}
)


def group_id(partner, function):
    """Return the id of the group of a partner's staff, editors or reviewers."""
    return f"{partner}-{function}"


def groups_of(partner):
    """Return {function: group id} of a partner.

    >>> groups_of("malente")["reviewers"]
    'malente-reviewers'
    """
    return {function: group_id(partner, function) for function in FUNCTIONS}


def global_roles_of(partner):
    """Return {group id: roles held everywhere} of a partner's groups."""
    return {group_id(partner, function): roles for function, roles in GLOBAL_ROLES.items()}


def local_roles(partner, asked=(), case_type=None):
    """Return {group id: roles} on an object of `partner`; `asked` partners give consent.

    case_type: portal type where the object is a case. Each group whose rights pass to a substitute
    then has a twin of its type, which nobody is in but substitutes (see substitution.tokens).

    >>> dict(local_roles("malente"))["malente-reviewers"]
    ('Colleague', 'Reviewer')
    >>> local_roles("oldenburg", asked=["dataport"])["dataport-reviewers"]
    ('Consenter',)
    """
    return _local_roles(partner or "", tuple(asked), case_type)


@lru_cache(maxsize=1024)
def _local_roles(partner, asked, case_type):
    roles = {}
    if partner:
        roles = {group_id(partner, function): given for function, given in LOCAL_ROLES.items()}
    for other in dict.fromkeys(asked):
        group = group_id(other, "reviewers")
        roles[group] = (*roles.get(group, ()), CONSENTER)
    if case_type is not None:
        passed = {group: given for group, given in roles.items() if passes(group)}
        passed.update(HUB_FUNCTIONS)
        roles.update((typed(group, case_type), given) for group, given in passed.items())
    return MappingProxyType(roles)


def roles_of(group_ids, partner, asked=(), case_type=None):
    """Return the set of computed roles of a member of these groups on an object of `partner`."""
    roles = local_roles(partner, asked, case_type)
    return {role for group in group_ids for role in roles.get(group, ())}


def partners_of(group_ids, partner_ids):
    """Return the partners (of `partner_ids`, in their order) that a member of the groups works for.

    >>> partners_of(["malente-staff", "hub-trainers"], ["lensahn", "malente"])
    ('malente',)
    """
    groups = set(group_ids)
    return tuple(
        partner
        for partner in partner_ids
        if any(group in groups for group in groups_of(partner).values())
    )


def default_partner(folder, own, host):
    """Return the partner of something new: the folder's, else the person's first, else the host."""
    return folder or (own[0] if own else host)


def pick_refusal(partner, *, folder, stored, own, host, free):
    """Return None, or why this person may not file an object under `partner`.

    folder: partner of the folder around; stored: what the object has now; own: the person's
    partners; free: whether the person works for all. The answers: "folder" (only the folder's
    partner fits here), "foreign" (not a partner of yours).
    """
    if folder:
        return None if partner == folder else "folder"
    if free or partner == stored or partner in (own or (host,)):
        return None
    return "foreign"


def id_error(partner):
    """Return None, or what is wrong with a new partner's id: "form", "length" or "reserved"."""
    if not PARTNER_ID.fullmatch(partner):
        return "form"
    if not ID_LENGTH[0] <= len(partner) <= ID_LENGTH[1]:
        return "length"
    return "reserved" if partner in RESERVED_IDS else None


def sees_everybody(group_ids, roles):
    """Tell whether a person finds all others: the people of the hub and its administrators."""
    return not set(HUB_GROUPS).isdisjoint(group_ids) or not UNLIMITED_ROLES.isdisjoint(roles)


def visible_groups(own):
    """Return the groups whose members a person with these partners finds.

    >>> visible_groups([])
    ('hub-consultants', 'hub-trainers', 'hub-support', 'hub-managers')
    """
    return (*HUB_GROUPS, *(group for partner in own for group in groups_of(partner).values()))
